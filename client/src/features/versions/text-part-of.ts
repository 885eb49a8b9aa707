// An answer as it is in a document, in the form in which versions are kept: to be compared, and shown with its authors.
import { isSuggestionKey } from '@adagia/shared/text/suggestions';
import type { TextPart } from '@adagia/shared/versions/version-part';
import { type AttributedText, type Attributes, piecesOf } from '../../editor/binding/attributed-text.ts';
import { isComment } from '../../editor/binding/write-changes.ts';

/** @returns id of a person; null: nobody that is known */
export type AuthorOf = (client: number, clock: number) => string | null;

const withoutComments = (attributes: Attributes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !isComment(name)));

/** @param isSuggested whether suggestions are part of it */
export function textPartOf(text: AttributedText, authorOf: AuthorOf, isSuggested = true): TextPart {
  const authors: string[] = [];
  const indexOf = (author: string): number => {
    if (!authors.includes(author)) authors.push(author);
    return authors.indexOf(author);
  };
  const cleaned = (attributes: Attributes) =>
    Object.fromEntries(
      Object.entries(withoutComments(attributes)).filter(([name]) => isSuggested || !isSuggestionKey(name)),
    );
  const ops: TextPart['ops'] = [];
  let at = 0;
  for (const { client, clock, length } of text.ids) {
    const author = authorOf(client, clock);
    for (const piece of piecesOf(text, at, length)) {
      ops.push({
        insert: text.text.slice(piece.at, piece.at + piece.length),
        attributes: cleaned(piece.attributes),
        ...(author !== null && { by: indexOf(author) }),
      });
    }
    at += length;
  }
  return { kind: 'text', ops, last: cleaned(text.own), authors };
}
