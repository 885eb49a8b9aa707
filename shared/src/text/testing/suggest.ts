// For tests: what somebody does in suggesting mode, written into a Y.Text as the editor writes it. The editor's own binding does the same
// from what changed in its view.
import { BLOCK_END } from '../block-kinds.ts';
import { deleteCharacters } from '../delete-characters.ts';
import { formatCharacters, insertCharacters } from '../mark-characters.ts';
import {
  pendingIn,
  type SuggestedSet,
  type SuggestionId,
  suggestionIdOf,
  suggestionKey,
  suggestionValue,
  surroundingOf,
} from '../suggestions.ts';
import type { SuggestedText } from '../suggestions-resolve.ts';

export type WritableText = SuggestedText;

type Attributes = Readonly<Record<string, unknown>>;

export function attributesAt(ytext: WritableText, at: number): Attributes {
  let from = 0;
  for (const { insert, attributes = {} } of ytext.toDelta()) {
    from += (insert as string).length;
    if (at < from && at >= 0) return attributes;
  }
  return {};
}

export function insertSuggested(
  ytext: WritableText,
  at: number,
  text: string,
  id: SuggestionId,
  set: SuggestedSet = {},
): void {
  const [left, right] = [attributesAt(ytext, at - 1), attributesAt(ytext, at)];
  const value = suggestionValue({ type: 'insert', set });
  const key = suggestionKey(id);
  const around = surroundingOf(left, right);
  if (left[key] === undefined || left[key] === value || right[key] === value) {
    insertCharacters(ytext, at, text, { ...around, [key]: value });
    return;
  }
  // Behind words that the same suggestion strikes, behind their end: marks of one key within each other run on where two people decide.
  insertCharacters(ytext, at, text, { ...around, [key]: null });
  formatCharacters(ytext, at, text.length, { [key]: value });
}

const authorOf = (id: SuggestionId): string => id.slice(0, id.lastIndexOf('~'));

/** Runs of one look within a range, the last one first. */
function runsIn(
  ytext: WritableText,
  at: number,
  length: number,
): { from: number; until: number; attributes: Attributes }[] {
  const runs: { from: number; until: number; attributes: Attributes }[] = [];
  let start = 0;
  for (const { insert, attributes = {} } of ytext.toDelta()) {
    const [from, until] = [Math.max(start, at), Math.min(start + (insert as string).length, at + length)];
    if (from < until) runs.unshift({ from, until, attributes });
    start += (insert as string).length;
  }
  return runs;
}

/** The author's own pending characters go, all others are struck. */
export function deleteSuggested(ytext: WritableText, at: number, length: number, id: SuggestionId): void {
  for (const { from, until, attributes } of runsIn(ytext, at, length)) {
    const { insert } = pendingIn(attributes);
    if (insert !== null && authorOf(insert) === authorOf(id)) deleteCharacters(ytext, from, until - from);
    else if (!(suggestionKey(id) in attributes))
      formatCharacters(ytext, from, until - from, { [suggestionKey(id)]: 'delete' });
  }
}

export function setSuggested(
  ytext: WritableText,
  at: number,
  length: number,
  id: SuggestionId,
  set: SuggestedSet,
): void {
  formatCharacters(ytext, at, length, { [suggestionKey(id)]: suggestionValue({ type: 'set', set }) });
}

export function setLastSuggested(ytext: WritableText, id: SuggestionId, set: SuggestedSet): void {
  ytext.setAttribute(suggestionKey(id), suggestionValue({ type: 'set', set }));
}

/** What an editor types in Editing mode inside marked words: it belongs to what is pending there, and is not struck. */
export function insertPlain(ytext: WritableText, at: number, text: string): void {
  const [left, right] = [attributesAt(ytext, at - 1), attributesAt(ytext, at)];
  const inside = Object.entries(left).filter(([name, value]) => right[name] === value && value !== 'delete');
  const isText = !text.includes(BLOCK_END);
  const attributes = Object.fromEntries(isText ? inside : inside.filter(([name]) => name.startsWith('suggest:')));
  insertCharacters(ytext, at, text, attributes);
}

/** Ids of everything pending, once each. */
export function suggestionIdsIn(ytext: WritableText): SuggestionId[] {
  const all = [ytext.getAttributes(), ...ytext.toDelta().map(({ attributes = {} }) => attributes)];
  const keys = all.flatMap((attributes) => Object.keys(attributes)).filter((name) => name.startsWith('suggest:'));
  return [...new Set(keys)].map((key) => suggestionIdOf(key as `suggest:${string}`));
}
