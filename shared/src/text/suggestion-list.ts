// Which suggestions a text has, each with its author, its time, its place and the words before and after it: what cards, counts and
// mails show. Pure; one pass over the text, so that hundreds of suggestions cost what reading the text costs.
import { BLOCK_END } from './block-kinds.ts';
import { mayRefer, referenceOf, SIGNS } from './references.ts';
import {
  isSuggestionKey,
  parseSuggestionId,
  pendingIn,
  type SuggestedSet,
  type SuggestionId,
  suggestionIdOf,
} from './suggestions.ts';

/** Characters of one suggestion and one change. */
export interface SuggestionPiece {
  /** Offset in the Y.Text, as in `ytext.toDelta()`. */
  at: number;
  length: number;
  type: 'insert' | 'delete' | 'set';
  /** As it is shown: references in their words, line ends as line ends. */
  text: string;
  set: SuggestedSet;
}

/** replacement: strikes and inserts. block: kinds and indents only. */
export type SuggestionKind = 'insertion' | 'deletion' | 'replacement' | 'format' | 'block';

export interface Suggestion {
  id: SuggestionId;
  author: string;
  atMs: number;
  kind: SuggestionKind;
  /** The words that it is about as they are; '' for an insertion. */
  before: string;
  /** The words in their place once it is accepted; '' for a deletion. */
  after: string;
  /** Offset of the first character that it is about; where only the last block changes, the length of the text. */
  at: number;
  /** Offset behind the last one. */
  end: number;
  /** In order. Empty where only the last block changes. */
  pieces: readonly SuggestionPiece[];
  /** What it wants of the last block of the text. */
  last: SuggestedSet | null;
}

interface Op {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

type Found = Pick<Suggestion, 'last'> & { pieces: SuggestionPiece[] };

function words(text: string, ofText: Readonly<Record<string, unknown>>): string {
  if (!mayRefer(text)) return text;
  return text
    .split(SIGNS)
    .map((part) => (SIGNS.test(part) ? (referenceOf(part, ofText)?.words ?? part) : part))
    .join('');
}

/** What is wanted of these characters: a set of an insertion belongs to the insertion. */
function changesOf(
  attributes: Record<string, unknown>,
): { id: SuggestionId; type: SuggestionPiece['type']; set: SuggestedSet }[] {
  const { insert, deletes, sets } = pendingIn(attributes);
  const own = sets.find(({ id }) => id === insert);
  return [
    ...(insert === null ? [] : [{ id: insert, type: 'insert' as const, set: own?.set ?? {} }]),
    ...deletes.map((id) => ({ id, type: 'delete' as const, set: {} })),
    ...sets.flatMap(({ id, set }) => (id === insert ? [] : [{ id, type: 'set' as const, set }])),
  ];
}

const sameSet = (one: SuggestedSet, other: SuggestedSet): boolean => JSON.stringify(one) === JSON.stringify(other);

function addPiece({ pieces }: Found, piece: SuggestionPiece): void {
  const previous = pieces.at(-1);
  const goesOn = previous && previous.at + previous.length === piece.at && previous.type === piece.type;
  if (!goesOn || !sameSet(previous.set, piece.set)) pieces.push(piece);
  else {
    previous.length += piece.length;
    previous.text += piece.text;
  }
}

function kindOf({ pieces }: Found): SuggestionKind {
  const has = (type: SuggestionPiece['type']): boolean => pieces.some((piece) => piece.type === type);
  if (has('insert')) return has('delete') ? 'replacement' : 'insertion';
  if (has('delete')) return 'deletion';
  const isBlock = ({ text, set }: SuggestionPiece): boolean =>
    text === BLOCK_END && ('block' in set || 'indent' in set);
  return pieces.every(isBlock) ? 'block' : 'format';
}

/** Between pieces that lie apart. */
const GAP = ' … ';

function textOf(pieces: readonly SuggestionPiece[], without: SuggestionPiece['type']): string {
  let text = '';
  let end: number | null = null;
  for (const piece of pieces) {
    if (piece.type !== without) text += (text !== '' && end !== null && end < piece.at ? GAP : '') + piece.text;
    end = piece.at + piece.length;
  }
  return text;
}

function present(id: SuggestionId, found: Found, length: number): Suggestion[] {
  const known = parseSuggestionId(id);
  if (!known) return [];
  const { pieces, last } = found;
  const final = pieces.at(-1);
  const end = last || !final ? length : final.at + final.length;
  const [before, after] = [textOf(pieces, 'insert'), textOf(pieces, 'delete')];
  return [{ id, ...known, kind: kindOf(found), before, after, at: pieces[0]?.at ?? length, end, pieces, last }];
}

/**
 * @param delta what `ytext.toDelta()` returns
 * @param last what `ytext.getAttributes()` returns
 * @returns in the order of the text
 */
export function listSuggestions(delta: readonly Op[], last: Readonly<Record<string, unknown>>): Suggestion[] {
  const found = new Map<SuggestionId, Found>();
  const of = (id: SuggestionId): Found => {
    const known = found.get(id) ?? { pieces: [], last: null };
    found.set(id, known);
    return known;
  };
  let at = 0;
  for (const { insert, attributes } of delta) {
    const length = typeof insert === 'string' ? insert.length : 1;
    if (attributes && typeof insert === 'string' && Object.keys(attributes).some(isSuggestionKey)) {
      const text = words(insert, last);
      for (const { id, type, set } of changesOf(attributes)) addPiece(of(id), { at, length, type, text, set });
    }
    at += length;
  }
  for (const key of Object.keys(last).filter(isSuggestionKey)) {
    const id = suggestionIdOf(key);
    const own = pendingIn({ [key]: last[key] }).sets[0];
    if (own) of(id).last = own.set;
  }
  return [...found].flatMap(([id, one]) => present(id, one, at)).sort((one, other) => one.at - other.at);
}
