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

interface Stretch {
  at: number;
  length: number;
  attributes: Attributes;
}

const runsOf = (text: Text): { insert: string; attributes?: Attributes }[] => text.toDelta();

function newKey(around: readonly Attributes[], { author, atMs }: Signature): SuggestionKey {
  return suggestionKey(createSuggestionId({ author, atMs, random: 0, around }));
}

/** Each stretch of the text, in order. */
function stretchesOf(text: Text): Stretch[] {
  let at = 0;
  return runsOf(text).map(({ insert, attributes = {} }) => {
    const stretch = { at, length: insert.length, attributes };
    at += insert.length;
    return stretch;
  });
}

/**
 * As pending insertions. The text is read once: somebody may send hundreds.
 * @param unmarked in the order of the text
 */
export function markAsSuggested(
  text: Text,
  unmarked: readonly Pick<Unmarked, 'at' | 'length'>[],
  signature: Signature,
): void {
  const stretches = stretchesOf(text);
  // From the end: places before a change hold.
  for (const { at, length } of unmarked.toReversed()) {
    while ((stretches.at(-1)?.at ?? 0) >= at + length) stretches.pop();
    const from = stretches.findLastIndex((one) => one.at <= at);
    const around = stretches.slice(Math.max(from, 0)).map(({ attributes }) => attributes);
    formatCharacters(text, at, length, {
      [newKey(around, signature)]: suggestionValue({ type: 'insert', set: {} }),
    });
  }
}

/**
 * Suggestions in other names become some in this name. Nothing is left of the others, so that nobody goes on with them. The text is read
 * once for all of them.
 */
export function renameSuggestions(text: Text, names: readonly string[], signature: Signature): void {
  const stretches = stretchesOf(text);
  const keys = laterKeys([text.getAttributes(), ...stretches.map(({ attributes }) => attributes)], names, signature);
  for (const [name, key] of keys) {
    for (const { at, length, value } of valuesOf(stretches, name)) formatCharacters(text, at, length, { [key]: value });
  }
  const { doc } = text;
  if (!doc) return;
  transact(doc, (transaction) => {
    for (const mark of marksOf(text, keys)) mark.delete(transaction);
  });
  for (const [name, key] of keys) renameLast(text, name, key);
}

/** Each later than the one before. */
function laterKeys(
  around: readonly Attributes[],
  names: readonly string[],
  signature: Signature,
): Map<string, SuggestionKey> {
  const keys = new Map<string, SuggestionKey>();
  let before = around;
  for (const name of names) {
    const key = newKey(before, signature);
    keys.set(name, key);
    before = [{ [key]: '' }];
  }
  return keys;
}

/** Neighbours of one value are one stretch, however other marks cut it. */
function valuesOf(stretches: readonly Stretch[], name: string): { at: number; length: number; value: unknown }[] {
  const found: { at: number; length: number; value: unknown }[] = [];
  for (const { at, length, attributes } of stretches) {
    const value = attributes[name];
    if (!parseSuggestionValue(value)) continue;
    const last = found.at(-1);
    if (last && last.value === value && last.at + last.length === at) last.length += length;
    else found.push({ at, length, value });
  }
  return found;
}

function marksOf(text: Text, names: ReadonlyMap<string, unknown>): Item[] {
  const marks: Item[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof ContentFormat && names.has(item.content.key)) marks.push(item);
  }
  return marks;
}

function renameLast(text: Text, name: string, key: SuggestionKey): void {
  const own = text.getAttribute(name) as unknown;
  if (own === undefined) return;
  text.removeAttribute(name);
  text.setAttribute(key, own);
}
