// What is suggested in an answer, in the exchange file: a list of who and when, and marks on runs and blocks that say which of the list
// wants what there. Who suggested is a name there, and nobody's account when it comes in (file-authors.ts).
import type { Block, Marks } from '../text/blocks.ts';
import { fileAuthor, nameOfFileAuthor } from '../text/file-authors.ts';
import {
  parseSuggestionId,
  parseSuggestionValue,
  type SuggestionId,
  type SuggestionKey,
  suggestionIdOf,
  suggestionKey,
} from '../text/suggestions.ts';

export interface SuggestionFile {
  by: string;
  /** ISO, with milliseconds. */
  at: string;
  sign: string;
}

/** By place in the list, from 1. */
type MarksFile = Record<string, string>;

const SIGN_LENGTH = 2;
/** What eight signs of base 36 can say, which every time in an id has. */
const [TIME_MIN, TIME_MAX] = [36 ** 7, 36 ** 8 - 1];

export const isSuggestionValue = (value: string): boolean => parseSuggestionValue(value) !== null;

export function isSuggestionTime(at: string): boolean {
  const atMs = Date.parse(at);
  return atMs >= TIME_MIN && atMs <= TIME_MAX;
}

function keysIn(blocks: readonly Block[]): SuggestionKey[] {
  const all = blocks.flatMap(({ runs, suggested }) => [...runs.map((run) => run.suggested), suggested]);
  return [...new Set(all.flatMap((marks) => Object.keys(marks ?? {}) as SuggestionKey[]))];
}

function listed(id: SuggestionId, nameOf: (userId: string) => string): SuggestionFile[] {
  const known = parseSuggestionId(id);
  if (!known) return [];
  const by = nameOfFileAuthor(known.author) ?? nameOf(known.author);
  return [{ by, at: new Date(known.atMs).toISOString(), sign: id.slice(-SIGN_LENGTH) }];
}

const order = ({ at, sign, by }: SuggestionFile): string => `${at} ${sign} ${by}`;

export interface MarkWriter {
  /** The earliest first. */
  suggestions: SuggestionFile[];
  write(marks: Marks | undefined): { marks?: MarksFile };
}

/** @param nameOf '' for who is not known */
export function markWriter(blocks: readonly Block[], nameOf: (userId: string) => string): MarkWriter {
  const found = keysIn(blocks)
    .flatMap((key) => listed(suggestionIdOf(key), nameOf).map((one) => ({ key, one })))
    .sort((a, b) => (order(a.one) < order(b.one) ? -1 : 1));
  const places = new Map(found.map(({ key }, index) => [key, String(index + 1)]));
  return {
    suggestions: found.map(({ one }) => one),
    write(marks) {
      if (!marks) return {};
      const entries = Object.entries(marks) as [SuggestionKey, string][];
      return { marks: Object.fromEntries(entries.map(([key, value]) => [places.get(key) ?? '', value])) };
    },
  };
}

function keyOf({ by, at, sign }: SuggestionFile): SuggestionKey {
  return suggestionKey(`${fileAuthor(by)}~${Date.parse(at).toString(36)}${sign}`);
}

/** @param onUnknown told of a mark of no suggestion in the list, which is left out */
export function markReader(
  suggestions: readonly SuggestionFile[],
  onUnknown: (place: string) => void,
): (marks: Readonly<MarksFile> | undefined) => { suggested?: Marks } {
  const keys = suggestions.map(keyOf);
  return (marks) => {
    const entries = Object.entries(marks ?? {}).flatMap(([place, value]): [SuggestionKey, string][] => {
      const key = keys[Number(place) - 1];
      if (!key) onUnknown(place);
      return key ? [[key, value]] : [];
    });
    return entries.length > 0 ? { suggested: Object.fromEntries(entries) } : {};
  };
}
