// Which words of a Word file are which words here. What stands on both sides is found first, as if nothing was pending: otherwise a word
// that somebody added would be taken for the same one that stood beside it, and one that somebody cut in two for another one. Between
// these what is pending on both sides, and only then what one side has decided about: a whole passage that is pending on the one side
// and stands on the other. Pure.
import { BLOCK_END } from '@adagia/shared/text/blocks';
import { parseSuggestionId, pendingIn, type SuggestionId } from '@adagia/shared/text/suggestions';
import { type Replacement, replaceTokens, replaceWords, type WordToken } from '@adagia/shared/versions/replace-words';
import { wordsAndSigns } from '@adagia/shared/versions/words-and-signs';
import type { AttributedText } from '../../../editor/binding/attributed-text.ts';
import { isBy } from '../../../editor/binding/pending-marks.ts';
import type { WordText } from './word-text.ts';

/** `length` characters of the file from `to` stand instead of `remove` here from `at`, or are the same ones. */
export interface Stretch {
  isKept: boolean;
  at: number;
  remove: number;
  to: number;
  length: number;
}

/** gone: pending, and struck again: it is in the text neither before nor after. */
type State = 'standing' | 'pending' | 'gone';

interface Passage {
  at: number;
  text: string;
  state: State;
  isStruck: boolean;
  /** Who added it when; '' of what stands. */
  by: string;
}

function pushPassage(passages: Passage[], { text, state, isStruck, by }: Omit<Passage, 'at'>): void {
  const last = passages.at(-1);
  const goesOn = last?.state === state && last.isStruck === isStruck && last.by === by;
  if (goesOn) last.text += text;
  else passages.push({ at: last ? last.at + last.text.length : 0, text, state, isStruck, by });
}

const stateOf = (isInserted: boolean, isDeleted: boolean): State =>
  isInserted ? (isDeleted ? 'gone' : 'pending') : 'standing';

/** Files know whole seconds. */
const SECOND = 1000;

function writerOf(insert: SuggestionId | null): string {
  const known = insert && parseSuggestionId(insert);
  return known ? `${known.author} ${Math.floor(known.atMs / SECOND)}` : '';
}

function passagesHere({ text, runs }: AttributedText, ownId: string | null): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const { end, attributes } of runs) {
    const { insert: added, deletes } = pendingIn(attributes);
    const insert = ownId !== null && isBy(added, ownId) ? null : added;
    const isStruck = deletes.length > 0;
    const isOwnStrike = ownId !== null && deletes.some((id) => isBy(id, ownId));
    const state = isOwnStrike ? 'gone' : stateOf(insert !== null, isStruck);
    pushPassage(passages, { text: text.slice(start, end), state, isStruck, by: writerOf(insert) });
    start = end;
  }
  return passages;
}

function passagesThere({ pieces }: WordText): Passage[] {
  const passages: Passage[] = [];
  for (const { text, inserted, deleted } of pieces) {
    const isStruck = deleted !== undefined;
    const state = stateOf(inserted !== undefined, isStruck);
    pushPassage(passages, { text, state, isStruck, by: inserted ? `${inserted.author} ${inserted.atMs}` : '' });
  }
  return passages;
}

/** No word goes on from one passage into the next. */
const tokensOf = (passages: readonly Passage[]): WordToken[] =>
  passages.flatMap(({ text }) => wordsAndSigns(text).map((word) => ({ text: word, key: word })));

function stretchesBetween(
  changes: readonly Pick<Replacement, 'at' | 'remove' | 'insert' | 'to'>[],
  size: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let [at, to] = [0, 0];
  const keep = (until: number) => {
    if (until > at) stretches.push({ isKept: true, at, remove: until - at, to, length: until - at });
  };
  for (const change of changes) {
    keep(change.at);
    const length = change.insert.length;
    stretches.push({ isKept: false, at: change.at, remove: change.remove, to: change.to, length });
    [at, to] = [change.at + change.remove, change.to + length];
  }
  keep(size);
  return stretches;
}

/** A passage with words in it: signs and spaces are the same everywhere. */
const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) || text === BLOCK_END;

type Side = readonly Passage[];

function within(passages: Side, from: number, length: number): Passage[] {
  return passages.filter(({ at, text }) => at < from + length && at + text.length > from);
}

function cut(side: Side, from: number, length: number): Passage[] {
  return within(side, from, length).map((passage) => ({
    ...passage,
    at: Math.max(passage.at, from),
    text: passage.text.slice(Math.max(0, from - passage.at), from + length - passage.at),
  }));
}

/** Nothing but pending passages, and each of them as a whole. */
function isPending(side: Side, from: number, length: number): boolean {
  return within(side, from, length).every(
    ({ at, text, state }) => state === 'pending' && at >= from && at + text.length <= from + length,
  );
}

const isStanding = (side: Side, from: number, length: number): boolean =>
  within(side, from, length).every(({ state }) => state === 'standing');

/** What neither side has in common at first sight: passages that one of them has decided about. */
function decidedIn({ at, remove, to, length }: Stretch, here: Side, there: Side): Stretch[] {
  const [mine, theirs] = [cut(here, at, remove), cut(there, to, length)];
  const changes = replaceTokens(tokensOf(mine), tokensOf(theirs));
  const stretches = stretchesBetween(changes, remove).map((one) => ({ ...one, at: one.at + at, to: one.to + to }));
  const isDecided = (one: Stretch): boolean =>
    (isStanding(mine, one.at, one.remove) && isPending(theirs, one.to, one.length) && hasWords(one)) ||
    (isPending(mine, one.at, one.remove) && isStanding(theirs, one.to, one.length));
  const hasWords = (one: Stretch): boolean => within(theirs, one.to, one.length).every(({ text }) => isWord(text));
  const found: Stretch[] = [];
  for (const one of stretches) {
    const isKept = one.isKept && isDecided(one);
    const last = found.at(-1);
    if (isKept || !last || last.isKept) found.push({ ...one, isKept });
    else Object.assign(last, { remove: last.remove + one.remove, length: last.length + one.length });
  }
  return found;
}

/** Passages of one state as one text, and where each of its characters is in all of the text. */
function only(passages: readonly Passage[], state: State): { text: string; where: number[]; passages: Passage[] } {
  const own = passages.filter((passage) => passage.state === state);
  const where = own.flatMap(({ at, text }) => Array.from({ length: text.length }, (_, index) => at + index));
  return { text: own.map(({ text }) => text).join(''), where, passages: own };
}

type Pair = [at: number, to: number];

function pairsOf(changes: readonly Replacement[], here: readonly number[], there: readonly number[]): Pair[] {
  return stretchesBetween(changes, here.length).flatMap(({ isKept, at, to, length }) =>
    isKept ? Array.from({ length }, (_, index): Pair => [here[at + index] ?? 0, there[to + index] ?? 0]) : [],
  );
}

/** What is pending on both sides between two characters that stand on both. */
function pendingBetween(here: Side, there: Side, [from, to]: Pair, [until, end]: Pair): Pair[] {
  const mine = only(cut(here, from + 1, until - from - 1), 'pending');
  const theirs = only(cut(there, to + 1, end - to - 1), 'pending');
  if (mine.text === '' || theirs.text === '') return [];
  const changes = replaceTokens(tokensOf(mine.passages), tokensOf(theirs.passages));
  return pairsOf(changes, mine.where, theirs.where);
}

/** Characters that follow each other on both sides as one, and what lies between these. */
function stretchesAlong(pairs: readonly Pair[], sizes: Pair): Stretch[] {
  const stretches: Stretch[] = [];
  let [at, to] = [0, 0];
  for (const [here, there] of [...pairs, sizes]) {
    if (here > at || there > to) {
      stretches.push({ isKept: false, at, remove: here - at, to, length: there - to });
    }
    const last = stretches.at(-1);
    if (last?.isKept) Object.assign(last, { remove: last.remove + 1, length: last.length + 1 });
    else stretches.push({ isKept: true, at: here, remove: 1, to: there, length: 1 });
    [at, to] = [here + 1, there + 1];
  }
  // The last pair is the end of both.
  const end = stretches.at(-1);
  if (end) Object.assign(end, { remove: end.remove - 1, length: end.length - 1 });
  return stretches.filter(({ remove, length }) => remove > 0 || length > 0);
}

/**
 * @param ownId of who only suggests: what they have added stands, as what they bring does, and what they have struck is gone
 * @returns in order; all of both
 */
export function stretchesOf(seen: AttributedText, word: WordText, ownId: string | null): Stretch[] {
  const [here, there] = [passagesHere(seen, ownId), passagesThere(word)];
  const [mine, theirs] = [only(here, 'standing'), only(there, 'standing')];
  const sizes: Pair = [seen.text.length, word.text.length];
  const standing = pairsOf(replaceWords(mine.text, theirs.text), mine.where, theirs.where);
  let before: Pair = [-1, -1];
  const pairs = [...standing, sizes].flatMap((pair) => {
    const pending = pendingBetween(here, there, before, pair);
    before = pair;
    return [...pending, pair];
  });
  return stretchesAlong(pairs.slice(0, -1), sizes).flatMap((one) =>
    one.isKept || one.remove === 0 || one.length === 0 ? [one] : decidedIn(one, here, there),
  );
}
