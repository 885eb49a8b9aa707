// What the oracle asks about suggestions: what somebody who only suggests may do to a text, and what deciding may take away.
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { pendingIn } from '@adagia/shared/text/suggestions';
import type * as Y from 'yjs';
import { type AttributedText, piecesOf } from '../attributed-text.ts';
import { isOwnInsertion, isStruckBy } from '../pending-marks.ts';
import { identitiesOf } from './characters.ts';
import type { Intent } from './operations.ts';

/** What counts: with its formats, and comments on what is not pending. */
export function baseOf(ytext: Y.Text): string {
  const blocks = deltaToBlocks(ytext.toDelta(), ytext.getAttributes());
  return JSON.stringify(
    blocks.map(({ kind, indent, runs }) => [
      kind,
      indent,
      runs.flatMap(({ text, format }) =>
        Array.from(text, (one) => [one, Object.keys(format).sort().join(), format.link]),
      ),
    ]),
  );
}

/** The characters that somebody has not struck. */
export function leftBy(userId: string | undefined, text: AttributedText): string {
  if (userId === undefined) return text.text;
  const pieces = piecesOf(text, 0, text.text.length).filter(({ attributes }) => !isStruckBy(attributes, userId));
  return pieces.map(({ at, length }) => text.text.slice(at, at + length)).join('');
}

/** @returns identities of characters whose attributes are like that */
function identitiesWhere(text: AttributedText, is: (attributes: object) => boolean): Set<string> {
  const units = text.ids.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, index) => `${client}:${clock + index}`),
  );
  return new Set(
    piecesOf(text, 0, text.text.length)
      .filter(({ attributes }) => is(attributes))
      .flatMap(({ at, length }) => units.slice(at, at + length)),
  );
}

export const ownPending = (text: AttributedText, userId: string): Set<string> =>
  identitiesWhere(text, (attributes) => isOwnInsertion({ ...attributes }, userId));

/** Line ends too. */
export const pendingOf = (text: AttributedText): Set<string> =>
  identitiesWhere(text, (attributes) => pendingIn({ ...attributes }).insert !== null);

/** What a decision may take away. */
export function decidedOn(text: AttributedText, { decision, ids }: Extract<Intent, { type: 'decision' }>): Set<string> {
  const wanted = new Set(ids);
  return identitiesWhere(text, (attributes) => {
    const { insert, deletes } = pendingIn({ ...attributes });
    return decision === 'accept' ? deletes.some((id) => wanted.has(id)) : insert !== null && wanted.has(insert);
  });
}

/** Line ends and soft breaks too. */
export const allIdentities = (text: AttributedText): Set<string> => new Set([...identitiesOf(text).values()].flat());
