// What one edit of somebody who suggests did, character by character, and taking it back as an edit of its own: never through marks that
// Yjs would bring back, because others may have typed between these since, and would find their words pending.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import {
  isSuggestionKey,
  parseSuggestionId,
  pendingIn,
  type SuggestionId,
  type SuggestionKey,
  suggestionIdOf,
  suggestionKey,
} from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import {
  type AttributedText,
  type Attributes,
  attributesAt,
  lastInsertedId,
  readAttributedText,
} from './attributed-text.ts';
import { answersForId, type SuggestionAuthor, withPendingFormats } from './pending-marks.ts';
import { insertedAttributes } from './suggest-changes.ts';

interface Unit {
  id: string;
  text: string;
  attributes: Attributes;
}

interface Mark {
  id: string;
  name: string;
  before: unknown;
  after: unknown;
}

interface Removed {
  ids: string[];
  text: string;
  look: Attributes;
  place: Y.RelativePosition;
  /** Of which suggestion it was; null: of none that this person answers for. */
  of: SuggestionId | null;
}

export interface SuggestionStep {
  inserted: Set<string>;
  removed: Removed[];
  marks: Mark[];
  last: Omit<Mark, 'id'>[];
}

function unitsOf(text: AttributedText): Unit[] {
  const ids = text.ids.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, index) => `${client}:${clock + index}`),
  );
  const units: Unit[] = [];
  for (const { end, attributes } of text.runs) {
    while (units.length < end) {
      const at = units.length;
      units.push({ id: ids[at] ?? '', text: text.text.charAt(at), attributes });
    }
  }
  return units;
}

interface Stretch {
  at: number;
  length: number;
  what: string;
}

/** Never character by character: Yjs cannot carry the halves of a pair apart. @returns neighbours that are the same as one */
function stretches(text: AttributedText, whatOf: (unit: Unit) => string[]): Stretch[] {
  const found: Stretch[] = [];
  let open = new Map<string, Stretch>();
  for (const [at, unit] of unitsOf(text).entries()) {
    const next = new Map<string, Stretch>();
    for (const what of whatOf(unit)) {
      const stretch = open.get(what) ?? { at, length: 0, what };
      if (stretch.length === 0) found.push(stretch);
      stretch.length += 1;
      next.set(what, stretch);
    }
    open = next;
  }
  return found;
}

function changedMarks(before: Attributes, after: Attributes, userId: string): Omit<Mark, 'id'>[] {
  if (before === after) return [];
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => isSuggestionKey(name) && answersForId(suggestionIdOf(name), userId),
  );
  return names.flatMap((name) =>
    before[name] === after[name] ? [] : [{ name, before: before[name] ?? null, after: after[name] ?? null }],
  );
}

/** @returns the pending insertion that it is part of, where this person answers for it */
function insertionOf(attributes: Attributes, userId: string): SuggestionId | null {
  const { insert } = pendingIn(attributes);
  return answersForId(insert, userId) ? insert : null;
}

/** @returns what lies between two readings of a text, as far as it is suggestions that this person answers for; null when nothing does */
export function stepBetween(
  ytext: Y.Text,
  before: AttributedText,
  after: AttributedText,
  userId: string,
): SuggestionStep | null {
  const [old, fresh] = [unitsOf(before), unitsOf(after)];
  const was = new Map(old.map((unit) => [unit.id, unit]));
  const is = new Map(fresh.map((unit, at) => [unit.id, { unit, at }]));
  const step: SuggestionStep = { inserted: new Set(), removed: [], marks: [], last: [] };
  for (const { id, attributes } of fresh) {
    const known = was.get(id);
    if (!known) step.inserted.add(id);
    else for (const mark of changedMarks(known.attributes, attributes, userId)) step.marks.push({ id, ...mark });
  }
  let at = 0;
  let open: (Removed & { attributes: Attributes }) | undefined;
  for (const { id, text, attributes } of old) {
    const there = is.get(id);
    if (there) {
      at = there.at + 1;
      open = undefined;
    } else if (open?.attributes === attributes) {
      open.ids.push(id);
      open.text += text;
    } else {
      const place = Y.createRelativePositionFromTypeIndex(ytext, at, -1);
      const of = insertionOf(attributes, userId);
      open = { ids: [id], text, look: withPendingFormats(attributes), place, of, attributes };
      step.removed.push(open);
    }
  }
  step.last = changedMarks(before.own, after.own, userId);
  const isEmpty = step.inserted.size + step.removed.length + step.marks.length + step.last.length === 0;
  return isEmpty ? null : step;
}

/**
 * Call in a transaction. What others have accepted, rejected or changed since stays as it is. A suggestion whose words come back is a new one
 * of the same author, with all of it: first the words, because a mark of one name within another of that name could run on behind its end.
 * @returns new ids by those that came back
 */
export function takeBack(
  ytext: Y.Text,
  doc: Y.Doc,
  step: SuggestionStep,
  author: SuggestionAuthor,
): Map<string, string> {
  const gone = stretches(readAttributedText(ytext), ({ id, attributes }) =>
    step.inserted.has(id) && insertionOf(attributes, author.userId) !== null ? [''] : [],
  );
  for (const { at, length } of gone.toReversed()) deleteCharacters(ytext, at, length);
  const back: Back = { keys: new Map(), aliases: new Map() };
  for (const removed of step.removed.toReversed()) bringBack({ ytext, doc }, removed, { step, author }, back);
  takeBackMarks(ytext, step, back.keys);
  return back.aliases;
}

interface Back {
  /** Of suggestions whose words came back, by their former ids. */
  keys: Map<SuggestionId, SuggestionKey>;
  /** Of characters: new ids by former ones. */
  aliases: Map<string, string>;
}

function takeBackMarks(ytext: Y.Text, step: SuggestionStep, keys: Back['keys']): void {
  const marks = Map.groupBy(step.marks, ({ id }) => id);
  // What is still there keeps its name.
  const nameOf = ({ name, after }: Omit<Mark, 'id'>): string =>
    (after === null && isSuggestionKey(name) && keys.get(suggestionIdOf(name))) || name;
  const found = stretches(readAttributedText(ytext), ({ id, attributes }) =>
    (marks.get(id) ?? []).flatMap((mark) =>
      (attributes[mark.name] ?? null) === mark.after ? [JSON.stringify([nameOf(mark), mark.before])] : [],
    ),
  );
  for (const { at, length, what } of found) {
    const [name, before] = JSON.parse(what) as [string, unknown];
    formatCharacters(ytext, at, length, { [name]: before });
  }
  for (const mark of step.last) {
    if ((ytext.getAttribute(mark.name) ?? null) !== mark.after) continue;
    if (mark.before === null) ytext.removeAttribute(mark.name);
    else ytext.setAttribute(nameOf(mark), mark.before);
  }
}

interface Taken {
  step: SuggestionStep;
  author: SuggestionAuthor;
}

/** @returns a new one of this person, in the name of the author of the former one: themselves, or somebody in a file that they brought */
function newKeyFor(
  former: SuggestionId | null,
  { step, author }: Taken,
  text: AttributedText,
  at: number,
): SuggestionKey {
  const marked = new Set(step.marks.flatMap(({ id, name }) => (former && name === suggestionKey(former) ? [id] : [])));
  const about =
    marked.size === 0 ? [] : unitsOf(text).flatMap(({ id, attributes }) => (marked.has(id) ? [attributes] : []));
  const own = suggestionIdOf(author.newKey([attributesAt(text, at - 1), attributesAt(text, at), ...about]));
  const owner = (former && parseSuggestionId(former)?.author) ?? author.userId;
  return suggestionKey(`${owner}${own.slice(own.lastIndexOf('~'))}`);
}

function bringBack({ ytext, doc }: { ytext: Y.Text; doc: Y.Doc }, removed: Removed, taken: Taken, back: Back): void {
  const at = Y.createAbsolutePositionFromRelativePosition(removed.place, doc)?.index ?? ytext.length;
  const text = readAttributedText(ytext);
  const [left, right] = [attributesAt(text, at - 1), attributesAt(text, at)];
  const newKey = () => newKeyFor(removed.of, taken, text, at);
  const key = back.keys.get(removed.of ?? '') ?? newKey();
  if (removed.of) back.keys.set(removed.of, key);
  const userId = parseSuggestionId(suggestionIdOf(key))?.author ?? taken.author.userId;
  insertCharacters(
    ytext,
    at,
    removed.text,
    insertedAttributes(left, right, removed.look, { userId, key, later: newKey }),
  );
  const { client, clock } = lastInsertedId(doc, removed.text);
  for (const [index, id] of removed.ids.entries()) back.aliases.set(id, `${client}:${clock + index}`);
}

/** Characters that came back have other ids than those that earlier and later steps know. */
export function renameIds(step: SuggestionStep, aliases: ReadonlyMap<string, string>): void {
  const now = (id: string) => aliases.get(id) ?? id;
  step.inserted = new Set([...step.inserted].map(now));
  for (const mark of step.marks) mark.id = now(mark.id);
  for (const removed of step.removed) removed.ids = removed.ids.map(now);
}
