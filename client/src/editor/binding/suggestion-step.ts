// What one edit of somebody who suggests did, character by character, and taking it back as an edit of its own: never through marks that
// Yjs would bring back, because others may have typed between these since, and would find their words pending.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import * as Y from 'yjs';
import {
  type AttributedText,
  type Attributes,
  attributesAt,
  lastInsertedId,
  readAttributedText,
} from './attributed-text.ts';
import { isKeyBy, isOwnInsertion, type SuggestionAuthor, withPendingFormats } from './pending-marks.ts';
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
  const names = Object.keys({ ...before, ...after }).filter((name) => isKeyBy(name, userId));
  return names.flatMap((name) =>
    before[name] === after[name] ? [] : [{ name, before: before[name] ?? null, after: after[name] ?? null }],
  );
}

/** @returns what lies between two readings of a text, as far as it is this person's suggestions; null when nothing does */
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
      open = { ids: [id], text, look: withPendingFormats(attributes), place, attributes };
      step.removed.push(open);
    }
  }
  step.last = changedMarks(before.own, after.own, userId);
  const isEmpty = step.inserted.size + step.removed.length + step.marks.length + step.last.length === 0;
  return isEmpty ? null : step;
}

/** Call in a transaction. What others have accepted, rejected or changed since stays as it is. @returns new ids by those that came back */
export function takeBack(
  ytext: Y.Text,
  doc: Y.Doc,
  step: SuggestionStep,
  author: SuggestionAuthor,
): Map<string, string> {
  takeBackMarks(ytext, step);
  const gone = stretches(readAttributedText(ytext), ({ id, attributes }) =>
    step.inserted.has(id) && isOwnInsertion(attributes, author.userId) ? [''] : [],
  );
  for (const { at, length } of gone.toReversed()) deleteCharacters(ytext, at, length);
  const aliases = new Map<string, string>();
  for (const removed of step.removed.toReversed()) bringBack(ytext, doc, removed, author, aliases);
  return aliases;
}

function takeBackMarks(ytext: Y.Text, step: SuggestionStep): void {
  const marks = Map.groupBy(step.marks, ({ id }) => id);
  const found = stretches(readAttributedText(ytext), ({ id, attributes }) =>
    (marks.get(id) ?? []).flatMap(({ name, before, after }) =>
      (attributes[name] ?? null) === after ? [JSON.stringify([name, before])] : [],
    ),
  );
  for (const { at, length, what } of found) {
    const [name, before] = JSON.parse(what) as [string, unknown];
    formatCharacters(ytext, at, length, { [name]: before });
  }
  for (const { name, before, after } of step.last) {
    if ((ytext.getAttribute(name) ?? null) !== after) continue;
    if (before === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, before);
  }
}

function bringBack(
  ytext: Y.Text,
  doc: Y.Doc,
  removed: Removed,
  author: SuggestionAuthor,
  aliases: Map<string, string>,
): void {
  const at = Y.createAbsolutePositionFromRelativePosition(removed.place, doc)?.index ?? ytext.length;
  const text = readAttributedText(ytext);
  const [left, right] = [attributesAt(text, at - 1), attributesAt(text, at)];
  const key = author.newKey([left, right]);
  const own = insertedAttributes(left, right, removed.look, { userId: author.userId, key, later: () => key });
  insertCharacters(ytext, at, removed.text, own);
  const { client, clock } = lastInsertedId(doc, removed.text);
  for (const [index, id] of removed.ids.entries()) aliases.set(id, `${client}:${clock + index}`);
}

/** Characters that came back have other ids than those that earlier and later steps know. */
export function renameIds(step: SuggestionStep, aliases: ReadonlyMap<string, string>): void {
  const now = (id: string) => aliases.get(id) ?? id;
  step.inserted = new Set([...step.inserted].map(now));
  for (const mark of step.marks) mark.id = now(mark.id);
  for (const removed of step.removed) removed.ids = removed.ids.map(now);
}
