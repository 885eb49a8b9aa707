// Suggestions in an answer: which attributes they are, whose, and what they say. Knows no Y.Text and no editor; how a text is
// read with them is in suggestion-readings.ts, which ones it has in suggestion-list.ts, how they end in suggestions-resolve.ts.
//
//   suggest:<author's user id>~<ms since 1970, base 36><two signs>   on characters, on line ends, and on the text as a whole for its last block
//
// 'insert'          pending: on a line end a block that is split there
// 'delete'          to go: on a line end two blocks that are joined there
// 'set {"bold":true,"link":null}'    to look so: null takes the look away; on a line end and on the text: kind and indent of the block
// 'insert {"bold":true}'             pending, and to look so once it is accepted, which is told from what its neighbour looks like
//
// One key may have several values in a text: a replacement is one key on struck and on pending characters. Values are strings, because
// Yjs compares them by identity when it tidies marks, which no two objects ever pass.
//
// A character may have several keys: two people strike the same words, or somebody strikes a colleague's pending words. Whoever types
// inside marked words inherits the marks around and adds their own; so nobody ever has to close and open a colleague's marks, which
// would run to the end of the text where that one takes them away at the same moment (Yjs keeps marks as pairs). What was there
// before the characters is told by the time in the key: only what came after an insertion is about it (`pendingIn`).
import { type BlockKind, blockKinds, INDENT_MAX } from './block-kinds.ts';
import { isLinkValue } from './link-address.ts';

const PREFIX = 'suggest:';
/** An account's id has 32 signs; that of who came with a file has a name in it (file-authors.ts). */
export const AUTHOR_ID_MAX = 255;
/** Eight signs of base 36 are enough until 2059; the user id is better-auth's. */
const ID = /^([A-Za-z0-9_-]{1,255})~([0-9a-z]{8})[0-9a-z]{2}$/;
const TIME_LENGTH = 8;

/** '<user id>~<time><random>' */
export type SuggestionId = string;
export type SuggestionKey = `suggest:${string}`;

type Attributes = Readonly<Record<string, unknown>>;

export const isSuggestionKey = (name: string): name is SuggestionKey => name.startsWith(PREFIX);
export const suggestionKey = (id: SuggestionId): SuggestionKey => `${PREFIX}${id}`;
export const suggestionIdOf = (key: SuggestionKey): SuggestionId => key.slice(PREFIX.length);

/** @returns null for what is no id of a suggestion */
export function parseSuggestionId(id: string): { author: string; atMs: number } | null {
  const [, author, time] = ID.exec(id) ?? [];
  return author && time ? { author, atMs: Number.parseInt(time, 36) } : null;
}

export interface NewSuggestion {
  author: string;
  atMs: number;
  /** 0 ≤ n < 1, to keep two of one millisecond apart. */
  random: number;
  /** What the characters on both sides, or those that are marked, have already: a new one is later than all of these, whatever the clock says. */
  around?: readonly Attributes[];
}

export function createSuggestionId({ author, atMs, random, around = [] }: NewSuggestion): SuggestionId {
  const known = around.flatMap((attributes) => Object.keys(attributes).filter(isSuggestionKey));
  const times = known.map((key) => (parseSuggestionId(suggestionIdOf(key))?.atMs ?? 0) + 1);
  // Whole milliseconds: a fraction is no id.
  const time = Math.max(Math.floor(atMs), ...times)
    .toString(36)
    .padStart(TIME_LENGTH, '0');
  const sign = Math.floor(random * 36 ** 2)
    .toString(36)
    .padStart(2, '0');
  return `${author}~${time}${sign}`;
}

const timeOf = (id: SuggestionId): string => id.slice(id.lastIndexOf('~') + 1);

/** The earlier one first, the same on every device. */
export function compareSuggestions(one: SuggestionId, other: SuggestionId): number {
  const [a, b] = [timeOf(one) + one, timeOf(other) + other];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Looks that somebody wants: null takes one away. */
export interface SuggestedSet {
  bold?: true | null;
  italic?: true | null;
  underline?: true | null;
  link?: string | null;
  /** On line ends and on the text as a whole; null: a paragraph. */
  block?: BlockKind | null;
  /** null: none. */
  indent?: number | null;
}

export type SuggestedChange =
  | { type: 'insert'; set: SuggestedSet }
  | { type: 'delete' }
  /** Its set is never empty. */
  | { type: 'set'; set: SuggestedSet };

const isSwitch = (value: unknown): boolean => value === true || value === null;
const checks: Readonly<Record<keyof SuggestedSet, (value: unknown) => boolean>> = {
  bold: isSwitch,
  italic: isSwitch,
  underline: isSwitch,
  link: (value) => value === null || isLinkValue(value),
  block: (value) => value === null || blockKinds.some((kind) => kind === value),
  indent: (value) => value === null || (Number.isInteger(value) && Number(value) > 0 && Number(value) <= INDENT_MAX),
};
const names = Object.keys(checks) as readonly (keyof SuggestedSet)[];

/** The attribute's value; one for equal changes. */
export function suggestionValue(change: SuggestedChange): string {
  if (change.type === 'delete') return change.type;
  const set = Object.fromEntries(names.flatMap((name) => (name in change.set ? [[name, change.set[name]]] : [])));
  return Object.keys(set).length === 0 ? change.type : `${change.type} ${JSON.stringify(set)}`;
}

function parseSet(text: string): SuggestedSet | null {
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    // Not JSON: not a set.
    return null;
  }
  if (typeof set !== 'object' || set === null || Array.isArray(set)) return null;
  const entries = Object.entries(set);
  const isSet = entries.every(
    ([name, value]) => Object.hasOwn(checks, name) && checks[name as keyof SuggestedSet](value),
  );
  return isSet && entries.length > 0 ? set : null;
}

/** Asked for each run of each reading: a text has few different values. */
const parsed = new Map<string, SuggestedChange | null>();
/** Values remembered: with as many different links the oldest are parsed again. */
const PARSED_MAX = 1000;

/** @returns null for everything that is not exactly what `suggestionValue` makes */
export function parseSuggestionValue(value: unknown): SuggestedChange | null {
  if (typeof value !== 'string') return null;
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const change = readValue(value);
  if (parsed.size >= PARSED_MAX) parsed.clear();
  parsed.set(value, change);
  return change;
}

function readValue(value: string): SuggestedChange | null {
  if (value === 'delete') return { type: 'delete' };
  if (value === 'insert') return { type: 'insert', set: {} };
  const [, type, json] = /^(insert|set) (\{.+\})$/s.exec(value) ?? [];
  const set = json ? parseSet(json) : null;
  const change: SuggestedChange | null = set && { type: type === 'insert' ? 'insert' : 'set', set };
  return change && suggestionValue(change) === value ? change : null;
}

/** Of one character, one line end, or the text as a whole. */
export interface Pending {
  /** Whose pending insertion it is. One that was typed inside another is its own author's. */
  insert: SuggestionId | null;
  /** Who wants it to go, without those who struck the words in the midst of which it was typed. */
  deletes: readonly SuggestionId[];
  /** Looks that are wanted, the earliest first; a look of an insertion itself comes first. */
  sets: readonly { id: SuggestionId; set: SuggestedSet }[];
  /** Keys that say nothing about this character: it was typed inside what they mark. */
  around: readonly SuggestionId[];
}

const NOTHING: Pending = { insert: null, deletes: [], sets: [], around: [] };

/** What suggestions say about characters with these attributes. */
export function pendingIn(attributes: Attributes | undefined): Pending {
  const keys = attributes ? Object.keys(attributes).filter(isSuggestionKey) : [];
  if (keys.length === 0) return NOTHING;
  const changes = keys.flatMap((key) => {
    const id = suggestionIdOf(key);
    const change = parseSuggestionId(id) && parseSuggestionValue(attributes?.[key]);
    return change ? [{ id, change }] : [];
  });
  changes.sort((one, other) => compareSuggestions(one.id, other.id));
  const from = changes.findLastIndex(({ change }) => change.type === 'insert');
  const about = changes.slice(Math.max(from, 0));
  return {
    insert: from < 0 ? null : (changes[from]?.id ?? null),
    deletes: about.flatMap(({ id, change }) => (change.type === 'delete' ? [id] : [])),
    sets: about.flatMap(({ id, change }) =>
      'set' in change && Object.keys(change.set).length > 0 ? [{ id, set: change.set }] : [],
    ),
    around: changes.slice(0, Math.max(from, 0)).map(({ id }) => id),
  };
}

const isUnbound = (name: string): boolean => isSuggestionKey(name) || name.startsWith('comment:');
const countUnbound = (attributes: Attributes): number => Object.keys(attributes).filter(isUnbound).length;

/**
 * What is written between two characters in suggesting mode takes all attributes of one of them as they are, beside its own key: then Yjs
 * writes marks of that key only, and what a suggester sends touches nobody's. The wanted look goes into the key's value.
 * @returns those of the side that belongs to fewer comments and suggestions, the left one's where both are alike
 */
export function surroundingOf(left: Attributes, right: Attributes): Attributes {
  return countUnbound(right) < countUnbound(left) ? right : left;
}
