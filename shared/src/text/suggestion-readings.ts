// A text with its suggestions, read in one of three ways: as if none was there, as if all were accepted, or as it is. The first is what
// is counted, copied, searched, exported and mailed. Pure, over what `ytext.toDelta()` and `ytext.getAttributes()` return.
import { BLOCK_END } from './block-kinds.ts';
import { isSuggestionKey, pendingIn, type SuggestedSet } from './suggestions.ts';

/** raw is what an editor shows: pending insertions and deletions are both there. */
export type Reading = 'base' | 'accepted' | 'raw';

interface Op {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

const hasKey = (attributes: Readonly<Record<string, unknown>> | undefined): boolean =>
  attributes !== undefined && Object.keys(attributes).some(isSuggestionKey);

/** Costs next to nothing: most texts have none. */
export function hasSuggestions(delta: readonly Op[], last: Readonly<Record<string, unknown>>): boolean {
  return hasKey(last) || delta.some(({ attributes }) => hasKey(attributes));
}

function withoutKeys(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !isSuggestionKey(name)));
}

/** A look of a character, or kind and indent of a line end or of the text as a whole: not the other's. */
function looksOf(set: SuggestedSet, isBlock: boolean): [string, unknown][] {
  return Object.entries(set).filter(([name]) => (name === 'block' || name === 'indent') === isBlock);
}

/** What accepting these leaves of the attributes. */
function applied(attributes: Readonly<Record<string, unknown>>, isBlock: boolean): Record<string, unknown> {
  const result = withoutKeys(attributes);
  for (const [name, value] of pendingIn(attributes).sets.flatMap(({ set }) => looksOf(set, isBlock))) {
    if (value === null) delete result[name];
    else result[name] = value;
  }
  return result;
}

/** A set says other things of line ends than of the characters beside them. */
function pieces({ insert, attributes }: Op): Op[] {
  if (typeof insert !== 'string' || !insert.includes(BLOCK_END)) return [{ insert, ...(attributes && { attributes }) }];
  return insert.split(/(\n)/).flatMap((text) => (text ? [{ insert: text, ...(attributes && { attributes }) }] : []));
}

function readOp(op: Op, reading: 'base' | 'accepted'): Op[] {
  if (!op.attributes || !hasKey(op.attributes)) return [op];
  const { insert, deletes } = pendingIn(op.attributes);
  if (reading === 'base') {
    return insert === null ? [{ insert: op.insert, attributes: withoutKeys(op.attributes) }] : [];
  }
  if (deletes.length > 0) return [];
  return pieces(op).map((piece) => ({
    insert: piece.insert,
    attributes: applied(piece.attributes ?? {}, piece.insert === BLOCK_END),
  }));
}

/** @returns both without any key of a suggestion, except as `raw`, where they are returned as they are */
export function readSuggested(
  delta: readonly Op[],
  last: Record<string, unknown>,
  reading: Reading,
): { delta: readonly Op[]; last: Record<string, unknown> } {
  if (reading === 'raw' || !hasSuggestions(delta, last)) return { delta, last };
  return {
    delta: delta.flatMap((op) => readOp(op, reading)),
    last: reading === 'base' ? withoutKeys(last) : applied(last, true),
  };
}
