// What the server itself writes so that suggestions are marked, and in the name of who has sent them (A13): in the same transaction as
// what was sent, before anybody sees it.
import { formatCharacters } from '@adagia/shared/text/mark-characters';
import {
  createSuggestionId,
  parseSuggestionValue,
  type SuggestionKey,
  suggestionKey,
  suggestionValue,
} from '@adagia/shared/text/suggestions';
import { ContentFormat, type Item, type Text, transact } from 'yjs';
import type { Unmarked } from './suggestion-guard.ts';

interface Signature {
  author: string;
  atMs: number;
}

type Attributes = Record<string, unknown>;
const runsOf = (text: Text): { insert: string; attributes?: Attributes }[] => text.toDelta();

function newKey(around: readonly Attributes[], { author, atMs }: Signature): SuggestionKey {
  return suggestionKey(createSuggestionId({ author, atMs, random: 0, around }));
}

/** Attributes of suggestions around a place: a new mark is later than they. */
function keysAround(text: Text, { at, length }: Unmarked): Attributes[] {
  const around: Attributes[] = [];
  let from = 0;
  for (const { insert, attributes } of runsOf(text)) {
    if (attributes && from < at + length && from + insert.length > at) around.push(attributes);
    from += insert.length;
  }
  return around;
}

/** As a pending insertion. */
export function markAsSuggested(text: Text, one: Unmarked, signature: Signature): void {
  const key = newKey(keysAround(text, one), signature);
  formatCharacters(text, one.at, one.length, { [key]: suggestionValue({ type: 'insert', set: {} }) });
}

/** One suggestion in another name becomes one in this name. Nothing is left of the other one, so that nobody goes on with it. */
export function renameSuggestion(text: Text, name: string, signature: Signature): void {
  const own = text.getAttribute(name) as unknown;
  const runs = runsOf(text);
  const key = newKey([text.getAttributes(), ...runs.map(({ attributes = {} }) => attributes)], signature);
  let at = 0;
  for (const { insert, attributes } of runs) {
    const value = attributes?.[name];
    if (parseSuggestionValue(value)) formatCharacters(text, at, insert.length, { [key]: value });
    at += insert.length;
  }
  const { doc } = text;
  if (!doc) return;
  transact(doc, (transaction) => {
    for (const mark of marksOf(text, name)) mark.delete(transaction);
  });
  if (own === undefined) return;
  text.removeAttribute(name);
  text.setAttribute(key, own);
}

function marksOf(text: Text, name: string): Item[] {
  const marks: Item[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof ContentFormat && item.content.key === name) marks.push(item);
  }
  return marks;
}
