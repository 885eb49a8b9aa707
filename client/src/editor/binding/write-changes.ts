// Writes changes of a view into its Y.Text, within a transaction of the caller. From the end to the start, so that offsets
// before a change hold; what others wrote or took away meanwhile is left as it is. Comments belong to the text alone: what is
// typed inside a commented passage joins it, what is typed at its ends does not.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import { parseSuggestionValue } from '@adagia/shared/text/suggestions';
import type * as Y from 'yjs';
import {
  type AttributedText,
  type Attributes,
  attributesAt,
  type IdRun,
  lastInsertedId,
  piecesOf,
} from './attributed-text.ts';
import type { ViewDiff } from './diff-view.ts';
import type { OffsetMap } from './offset-map.ts';
import { lacking, withoutSets } from './pending-formats.ts';
import { suggestionsAround } from './pending-marks.ts';

export interface Place {
  ytext: Y.Text;
  doc: Y.Doc;
  /** What `ytext` held before the changes. */
  before: AttributedText;
  /** From the view that was changed to `before`. */
  map: OffsetMap;
}

/** @returns what each insertion of `diff.changes` got as identity, in their order */
export function writeChanges(place: Place, diff: ViewDiff): IdRun[] {
  const { ytext, map } = place;
  const inserted: IdRun[] = [];
  const written: Written[] = [];
  for (const change of diff.changes.toReversed()) {
    if (change.type === 'insert') {
      const at = map.boundary(change.at);
      const behind = behindStruck(place.before, at);
      inserted.unshift(insert(place, { at: behind, now: moved(behind, at, written) }, change));
      written.push({ at: behind, removed: 0, inserted: change.text.length });
    } else {
      for (const range of map.ranges(change.at, change.length).toReversed()) {
        if (change.type === 'delete') {
          remove(place, range.at, range.length);
          written.push({ at: range.at, removed: range.length, inserted: 0 });
        }
        if (change.type === 'format') format(place, range.at, range.length, change.attributes);
      }
    }
  }
  const settled = diff.last && withoutSets(place.before.own, Object.keys(diff.last));
  for (const [name, value] of Object.entries({ ...settled, ...diff.last })) {
    if (value === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, value);
  }
  return inserted;
}

/** Whoever may decide has decided: what was suggested for this format is settled with it. */
function format({ ytext, before }: Place, at: number, length: number, attributes: Attributes): void {
  formatCharacters(ytext, at, length, attributes);
  for (const piece of piecesOf(before, at, length)) {
    const settled = withoutSets(piece.attributes, Object.keys(attributes));
    if (!isEmpty(settled)) formatCharacters(ytext, piece.at, piece.length, settled);
  }
}

/** Beside marks Yjs has to be told where it is: it would take one for superfluous that still ends something. */
function remove({ ytext, before }: Place, at: number, length: number): void {
  const isPlain = piecesOf(before, Math.max(0, at - 1), length + 2).every(({ attributes }) => isEmpty(attributes));
  if (isPlain) ytext.delete(at, length);
  else deleteCharacters(ytext, at, length);
}

/** At an offset of the text before. */
interface Written {
  at: number;
  removed: number;
  inserted: number;
}

/** Where an offset is by now, when changes between `from` and it are written already. */
function moved(offset: number, from: number, written: readonly Written[]): number {
  let now = offset;
  for (const { at, removed, inserted } of written) {
    now -= Math.max(0, Math.min(offset, at + removed) - Math.max(from, at));
    if (at >= from && at < offset) now += inserted;
  }
  return now;
}

interface Target {
  /** In the text before the changes. */
  at: number;
  /** In the text as it is. */
  now: number;
}

function insert(
  place: Place,
  { at, now }: Target,
  { text, attributes }: { text: string; attributes: Attributes },
): IdRun {
  const { ytext, doc, before } = place;
  const left = attributesAt(before, at - 1);
  const right = attributesAt(before, at);
  const all = { ...joined(left, right, attributes), ...commentsAround(left, right) };
  // Between plain characters Yjs finds the place without walking from the start; elsewhere formats must be said.
  const isPlain = at > 0 && before.text[at - 1] !== '\n' && isEmpty(left) && isEmpty(all);
  if (isPlain) ytext.insert(now, text);
  else insertCharacters(ytext, now, text, all);
  return lastInsertedId(doc, text);
}

/** Words that somebody wants to go do not take along what is typed in them: that stands behind them. */
function behindStruck(before: AttributedText, at: number): number {
  const around = suggestionsAround(attributesAt(before, at - 1), attributesAt(before, at));
  const struck = Object.keys(around).filter(
    (name) => parseSuggestionValue(around[name as keyof typeof around])?.type === 'delete',
  );
  let place = at;
  while (struck.some((name) => attributesAt(before, place)[name] !== undefined)) {
    place = before.runs.find(({ end }) => end > place)?.end ?? place + 1;
  }
  return place;
}

/** What is typed inside something suggested joins it, with the look that it has there, if that is the one that is wanted. */
function joined(left: Attributes, right: Attributes, wanted: Attributes): Attributes {
  const around = suggestionsAround(left, right);
  if (isEmpty(around)) return wanted;
  const look = { bold: null, italic: null, underline: null, link: null, ...wanted };
  const base = Object.fromEntries(Object.keys(look).map((name) => [name, left[name] ?? null]));
  const isAsThere = !lacking({ ...base, ...around }, look);
  return { ...(isAsThere ? base : wanted), ...around };
}

const isEmpty = (attributes: Attributes): boolean => Object.keys(attributes).length === 0;

export const isComment = (name: string): name is `comment:${string}` => name.startsWith('comment:');

/** Comments on both sides of a place: it is inside of them. */
export function commentsAround(left: Attributes, right: Attributes): Attributes {
  const both = Object.keys(left).filter((name) => isComment(name) && left[name] && right[name]);
  return Object.fromEntries(both.map((name) => [name, true]));
}
