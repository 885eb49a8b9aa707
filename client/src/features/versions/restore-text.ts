// Gives the text of an answer what it had in a version, as the smallest change of what somebody has seen: what both have keeps its author,
// comments and suggestions, and whatever was written since they looked stays. What is only suggested is not part of either: pending
// words stay where they are, and those of the version do not come back. Knows neither undo nor rights.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import { isReferenceName } from '@adagia/shared/text/references';
import { isSuggestionKey, pendingIn } from '@adagia/shared/text/suggestions';
import { type Replacement, replaceWords } from '@adagia/shared/versions/replace-words';
import type { TextPart } from '@adagia/shared/versions/version-part';
import type * as Y from 'yjs';
import {
  type AttributedText,
  type AttributeRun,
  type Attributes,
  attributesAt,
  piecesOf,
  readAttributedText,
} from '../../editor/binding/attributed-text.ts';
import { createOffsetMap, type OffsetMap } from '../../editor/binding/offset-map.ts';
import { suggestionsAround } from '../../editor/binding/pending-marks.ts';
import { commentsAround, isComment } from '../../editor/binding/write-changes.ts';

interface Stretch {
  at: number;
  length: number;
}

interface Replace {
  type: 'replace';
  at: number;
  removed: Stretch[];
  inserted: { text: string; attributes: Attributes }[];
}

interface Format extends Stretch {
  type: 'format';
  attributes: Attributes;
}

/** Places are those of the text that somebody has seen, in order. */
export interface Restoring {
  changes: (Replace | Format)[];
  /** Of the text as a whole: what changes, null for none. */
  last: Attributes;
}

interface Wanted {
  text: string;
  runs: AttributeRun[];
  last: Attributes;
}

const ofTheText = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !isComment(name) && !isSuggestionKey(name)));

function wantedOf(part: TextPart | null): Wanted {
  const runs: AttributeRun[] = [];
  let text = '';
  for (const { insert, attributes = {} } of part?.ops ?? []) {
    if (pendingIn(attributes).insert !== null) continue;
    text += insert;
    runs.push({ end: text.length, attributes: ofTheText(attributes) });
  }
  return { text, runs, last: ofTheText(part?.last ?? {}) };
}

/** What stands, without what is pending, and where each character of it is in all of the text. */
function standingIn({ text, runs }: AttributedText): { words: string; where: number[] } {
  const where: number[] = [];
  let [words, start] = ['', 0];
  for (const { end, attributes } of runs) {
    if (pendingIn(attributes).insert === null) {
      words += text.slice(start, end);
      for (let at = start; at < end; at += 1) where.push(at);
    }
    start = end;
  }
  return { words, where };
}

/** Places of standing characters as stretches of all of the text: pending ones between them are left out. */
function stretches(where: readonly number[], from: number, length: number): Stretch[] {
  const found: Stretch[] = [];
  for (const at of where.slice(from, from + length)) {
    const last = found.at(-1);
    if (last && last.at + last.length === at) last.length += 1;
    else found.push({ at, length: 1 });
  }
  return found;
}

/** What has to be set, and what to be taken away, so that the one becomes the other. */
function formatBetween(is: Attributes, wanted: Attributes): Record<string, unknown> {
  const now = ofTheText(is);
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(now)) if (!(name in wanted)) change[name] = null;
  for (const [name, value] of Object.entries(wanted)) if (now[name] !== value) change[name] = value;
  return change;
}

const isEmpty = (change: Attributes): boolean => Object.keys(change).length === 0;

interface Sides {
  seen: AttributedText;
  wanted: Wanted;
  where: readonly number[];
}

/** The words of a stretch stay; their looks become those of the version. */
function formats({ seen, wanted, where }: Sides, from: number, to: number, length: number): Format[] {
  const changes: Format[] = [];
  let at = from;
  for (const piece of piecesOf(wanted, to, length)) {
    for (const stretch of stretches(where, at, piece.length)) {
      for (const part of piecesOf(seen, stretch.at, stretch.length)) {
        const attributes = formatBetween(part.attributes, piece.attributes);
        if (!isEmpty(attributes)) changes.push({ type: 'format', at: part.at, length: part.length, attributes });
      }
    }
    at += piece.length;
  }
  return changes;
}

function replacing({ wanted, where }: Sides, { at, remove, insert, to }: Replacement): Replace {
  const inserted = piecesOf(wanted, to, insert.length).map((piece) => ({
    text: wanted.text.slice(piece.at, piece.at + piece.length),
    attributes: piece.attributes,
  }));
  const place = at > 0 ? (where[at - 1] ?? 0) + 1 : 0;
  return { type: 'replace', at: place, removed: stretches(where, at, remove), inserted };
}

/** What a live reference stands for is never taken away: somebody may bring it back (shared/src/text/references.ts). */
function lastBetween(seen: AttributedText, wanted: Wanted): Attributes {
  const change = Object.entries(formatBetween(seen.own, wanted.last));
  return Object.fromEntries(change.filter(([name, value]) => value !== null || !isReferenceName(name)));
}

/** @param part null: the answer was not there, and becomes empty @returns null: it is as it was */
export function restoringOf(seen: AttributedText, part: TextPart | null): Restoring | null {
  const wanted = wantedOf(part);
  const { words, where } = standingIn(seen);
  const sides = { seen, wanted, where };
  const changes: Restoring['changes'] = [];
  let [at, to] = [0, 0];
  for (const one of replaceWords(words, wanted.text)) {
    changes.push(...formats(sides, at, to, one.at - at), replacing(sides, one));
    [at, to] = [one.at + one.remove, one.to + one.insert.length];
  }
  changes.push(...formats(sides, at, to, words.length - at));
  const last = lastBetween(seen, wanted);
  return changes.length === 0 && isEmpty(last) ? null : { changes, last };
}

interface Place {
  ytext: Y.Text;
  before: AttributedText;
  /** From what was seen to `before`. */
  map: OffsetMap;
}

/** What stands inside of a comment or a suggestion belongs to it: nobody's marks are closed and opened again (suggestions.ts says why). */
function replace({ ytext, before, map }: Place, { at, removed, inserted }: Replace): void {
  const place = map.boundary(at);
  const gone = removed.flatMap((stretch) => map.ranges(stretch.at, stretch.length));
  const behind = gone.findLast((stretch) => stretch.at >= place);
  const left = attributesAt(before, place - 1);
  const right = attributesAt(before, behind ? behind.at + behind.length : place);
  const around = { ...commentsAround(left, right), ...suggestionsAround(left, right) };
  for (const stretch of gone.toReversed()) deleteCharacters(ytext, stretch.at, stretch.length);
  let next = place;
  for (const { text, attributes } of inserted) {
    insertCharacters(ytext, next, text, { ...attributes, ...around });
    next += text.length;
  }
}

/** Within a transaction of the caller. @param seen what the changes were made for: what was written since then stays */
export function writeRestored(ytext: Y.Text, seen: AttributedText, { changes, last }: Restoring): void {
  const before = readAttributedText(ytext);
  const place = { ytext, before, map: createOffsetMap(seen.ids, ytext, before.text) };
  for (const change of changes.toReversed()) {
    if (change.type === 'replace') replace(place, change);
    else
      for (const { at, length } of place.map.ranges(change.at, change.length).toReversed()) {
        formatCharacters(ytext, at, length, change.attributes);
      }
  }
  for (const [name, value] of Object.entries(last)) {
    if (before.own[name] !== seen.own[name]) continue;
    if (value === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, value);
  }
}
