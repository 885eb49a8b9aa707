// How suggestions end: accepted or rejected, as plain edits of a Y.Text by whoever may write; who suggested may reject their own, which
// is to withdraw it. Call it within one `doc.transact` under the origin that undo tracks: then it is one step that can be taken back.
//
// Two people who decide at the same moment get the same text: accepting takes an attribute or characters away, rejecting does too, and
// nothing is ever written anew, so that nothing can be there twice. What one of them took away is away.
import { BLOCK_END } from './block-kinds.ts';
import { deleteCharacters } from './delete-characters.ts';
import { formatCharacters } from './mark-characters.ts';
import { isSuggestionKey, pendingIn, type SuggestedSet, type SuggestionId, suggestionKey } from './suggestions.ts';
import type { MarkableText } from './text-items.ts';

export type Decision = 'accept' | 'reject';

/** A Y.Text in a document. */
export interface SuggestedText extends MarkableText {
  toDelta(): { insert: unknown; attributes?: Record<string, unknown> }[];
  getAttributes(): Record<string, unknown>;
  setAttribute(name: string, value: unknown): void;
  removeAttribute(name: string): void;
}

interface Piece {
  at: number;
  text: string;
  attributes: Record<string, unknown>;
}

/** Only pieces that have a key, a line end always alone, from the end to the start: offsets before a change hold. */
function piecesOf(ytext: SuggestedText): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { insert, attributes } of ytext.toDelta()) {
    if (typeof insert !== 'string') {
      at += 1;
      continue;
    }
    const hasKey = attributes !== undefined && Object.keys(attributes).some(isSuggestionKey);
    for (const text of hasKey ? insert.split(/(\n)/) : [insert]) {
      if (hasKey && text) pieces.push({ at, text, attributes });
      at += text.length;
    }
  }
  return pieces.reverse();
}

const isOfBlock = (name: string): boolean => name === 'block' || name === 'indent';

/** In the order of their times: the later look stays. */
function looksOf(sets: readonly SuggestedSet[], isBlock: boolean): Record<string, unknown> {
  const entries = sets.flatMap((set) => Object.entries(set).filter(([name]) => isOfBlock(name) === isBlock));
  return Object.fromEntries(entries);
}

function resolvePiece(ytext: SuggestedText, piece: Piece, ids: ReadonlySet<SuggestionId>, decision: Decision): void {
  const { at, text, attributes } = piece;
  const keys = [...ids].map(suggestionKey).filter((key) => key in attributes);
  if (keys.length === 0) return;
  const { insert, deletes, sets } = pendingIn(attributes);
  const isGone = decision === 'accept' ? deletes.some((id) => ids.has(id)) : insert !== null && ids.has(insert);
  if (isGone) {
    deleteCharacters(ytext, at, text.length);
    return;
  }
  const accepted = decision === 'accept' ? sets.filter(({ id }) => ids.has(id)).map(({ set }) => set) : [];
  formatCharacters(ytext, at, text.length, {
    ...Object.fromEntries(keys.map((key) => [key, null])),
    ...looksOf(accepted, text === BLOCK_END),
  });
}

function resolveLast(ytext: SuggestedText, ids: ReadonlySet<SuggestionId>, decision: Decision): void {
  const last = ytext.getAttributes();
  const sets = decision === 'accept' ? pendingIn(last).sets.filter(({ id }) => ids.has(id)) : [];
  for (const [name, value] of Object.entries(
    looksOf(
      sets.map(({ set }) => set),
      true,
    ),
  )) {
    if (value !== null) ytext.setAttribute(name, value);
    else if (name in last) ytext.removeAttribute(name);
  }
  for (const key of [...ids].map(suggestionKey)) if (key in last) ytext.removeAttribute(key);
}

/** Suggestions that are there no more, because somebody else has decided, are passed over. */
export function resolveSuggestions(ytext: SuggestedText, ids: Iterable<SuggestionId>, decision: Decision): void {
  const wanted = new Set(ids);
  for (const piece of piecesOf(ytext)) resolvePiece(ytext, piece, wanted, decision);
  resolveLast(ytext, wanted, decision);
}

export const acceptSuggestions = (ytext: SuggestedText, ids: Iterable<SuggestionId>): void =>
  resolveSuggestions(ytext, ids, 'accept');

export const rejectSuggestions = (ytext: SuggestedText, ids: Iterable<SuggestionId>): void =>
  resolveSuggestions(ytext, ids, 'reject');
