// Writes changes of a view into its Y.Text as suggestions of one person: what they insert is marked as theirs, what they take
// away stays and is struck, unless they had inserted it themselves. What is accepted already changes in nothing.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import {
  pendingIn,
  type SuggestionKey,
  suggestionIdOf,
  suggestionValue,
  surroundingOf,
} from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import { type Attributes, attributesAt, type IdRun, lastInsertedId, type Piece, piecesOf } from './attributed-text.ts';
import type { Change, ViewDiff } from './diff-view.ts';
import { lacking, suggestFormats } from './pending-formats.ts';
import { isOwnInsertion, isStruckBy, type SuggestionAuthor, suggestionsAround } from './pending-marks.ts';
import { commentsAround, type Place } from './write-changes.ts';

type Insertion = Extract<Change, { type: 'insert' }>;
type Deletion = Extract<Change, { type: 'delete' }>;
/** What replaces something stands behind it. */
type Placed = Exclude<Change, Insertion> | (Insertion & { behind?: Deletion });

export interface Suggested {
  /** What each insertion of the changes got as identity, in their order. */
  inserted: IdRun[];
  /** What a further edit in the same place goes on with. */
  key: SuggestionKey;
  /** Where what was taken away begins and ends, as it is still there; null when nothing was, or when something came instead. */
  struck: { start: Y.RelativePosition; end: Y.RelativePosition } | null;
}

/** @param current the suggestion that was written last: goes on where the changes touch it */
export function suggestChanges(
  place: Place,
  diff: ViewDiff,
  author: SuggestionAuthor,
  current: SuggestionKey | null,
): Suggested {
  const around = attributesOf(place, diff);
  const goesOn = current && around.some((attributes) => attributes[current] !== undefined);
  const key = goesOn ? current : author.newKey(around);
  const writer = new SuggestionWriter(place, author, { key, around });
  const struck = struckBy(place, diff.changes);
  const inserted: IdRun[] = [];
  for (const change of behindStruck(diff.changes).toReversed()) {
    if (change.type === 'insert') inserted.unshift(writer.insert(change));
    else writer.restyleOrStrike(change);
  }
  if (diff.last) writer.restyleLast(diff.last);
  return { inserted, key, struck };
}

function behindStruck(changes: readonly Change[]): Placed[] {
  const placed: Placed[] = [];
  let waiting: Insertion[] = [];
  for (const change of changes) {
    if (change.type === 'insert') {
      if (waiting[0] && waiting[0].at !== change.at) placed.push(...waiting.splice(0));
      waiting.push(change);
    } else if (change.type === 'delete' && waiting[0]?.at === change.at) {
      placed.push(change, ...waiting.map((one) => ({ ...one, behind: change })));
      waiting = [];
    } else placed.push(...waiting.splice(0), change);
  }
  return [...placed, ...waiting];
}

/** Of all characters that are changed, or stand beside a change. */
function attributesOf({ before, map }: Place, { changes, last }: ViewDiff): Attributes[] {
  const found = changes.flatMap((change) => {
    const ranges =
      change.type === 'insert' ? [{ at: map.boundary(change.at), length: 0 }] : map.ranges(change.at, change.length);
    return ranges.flatMap(({ at, length }) =>
      piecesOf(before, Math.max(0, at - 1), length + (at > 0 ? 2 : 1)).map(({ attributes }) => attributes),
    );
  });
  return last ? [...found, before.own] : found;
}

/** Before the changes are written, so that its ends stay with what is struck. */
function struckBy({ ytext, map }: Place, changes: readonly Change[]): Suggested['struck'] {
  if (changes.some(({ type }) => type === 'insert')) return null;
  const ranges = changes.flatMap((change) => (change.type === 'delete' ? map.ranges(change.at, change.length) : []));
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  return {
    start: Y.createRelativePositionFromTypeIndex(ytext, first.at, 0),
    end: Y.createRelativePositionFromTypeIndex(ytext, last.at + last.length, -1),
  };
}

interface Keys {
  key: SuggestionKey;
  /** What a second one is to be later than, where the first cannot be used. */
  around: readonly Attributes[];
}

class SuggestionWriter {
  readonly #place: Place;
  readonly #author: SuggestionAuthor;
  readonly #keys: Keys;
  #second: SuggestionKey | null = null;
  /** The last insertion: changes are written from the end to the start. */
  #written: { place: number; attributes: Attributes } | null = null;

  constructor(place: Place, author: SuggestionAuthor, keys: Keys) {
    this.#place = place;
    this.#author = author;
    this.#keys = keys;
  }

  get #writing(): Writing {
    return { userId: this.#author.userId, key: this.#keys.key, later: () => this.#later() };
  }

  #later(): SuggestionKey {
    return (this.#second ??= this.#author.newKey([...this.#keys.around, { [this.#keys.key]: '' }]));
  }

  insert({ at, text, attributes: wanted, behind }: Insertion & { behind?: Deletion }): IdRun {
    const { ytext, doc, before, map } = this.#place;
    const over = behind && map.ranges(behind.at, behind.length).at(-1);
    const place = over ? over.at + over.length : map.boundary(at);
    const left = attributesAt(before, place - 1);
    // What was written there a moment ago: as if that was not there, its suggestion would be closed and opened again around this.
    const right = this.#written?.place === place ? this.#written.attributes : attributesAt(before, place);
    const attributes = {
      ...insertedAttributes(left, right, wanted, this.#writing),
      ...commentsAround(left, right),
    };
    insertCharacters(ytext, place, text, attributes);
    this.#written = { place, attributes };
    return lastInsertedId(doc, text);
  }

  restyleOrStrike(change: Exclude<Change, Insertion>): void {
    const { before, map } = this.#place;
    for (const range of map.ranges(change.at, change.length).toReversed()) {
      for (const piece of piecesOf(before, range.at, range.length).toReversed()) {
        if (change.type === 'format') this.#format(piece, change.attributes);
        else this.#strike(piece);
      }
    }
  }

  #strike({ at, length, attributes }: Piece): void {
    const { ytext } = this.#place;
    const { userId } = this.#author;
    if (isOwnInsertion(attributes, userId)) deleteCharacters(ytext, at, length);
    else if (!isStruckBy(attributes, userId)) {
      const { key } = this.#keys;
      const isFree = attributes[key] === undefined && isLatest(attributes, key);
      formatCharacters(ytext, at, length, { [isFree ? key : this.#later()]: 'delete' });
    }
  }

  #format({ at, length, attributes }: Piece, wanted: Attributes): void {
    const changes = this.#suggested(attributes, wanted);
    if (Object.keys(changes).length > 0) formatCharacters(this.#place.ytext, at, length, changes);
  }

  restyleLast(wanted: Attributes): void {
    const { ytext, before } = this.#place;
    for (const [name, value] of Object.entries(this.#suggested(before.own, wanted))) {
      if (value === null) ytext.removeAttribute(name);
      else ytext.setAttribute(name, value);
    }
  }

  #suggested(attributes: Attributes, wanted: Attributes): Attributes {
    return suggestFormats(attributes, wanted, this.#author.userId, [() => this.#keys.key, () => this.#later()]);
  }
}

export interface Writing {
  userId: string;
  key: SuggestionKey;
  /** Another one, where the first cannot be used. */
  later(): SuggestionKey;
}

/** With all attributes of a neighbour, so that no mark but the suggestion's own is written. */
export function insertedAttributes(
  left: Attributes,
  right: Attributes,
  wanted: Attributes,
  writing: Writing,
): Attributes {
  const look = {
    bold: wanted.bold ?? null,
    italic: wanted.italic ?? null,
    underline: wanted.underline ?? null,
    link: wanted.link ?? null,
    block: wanted.block ?? null,
    indent: wanted.indent ?? null,
  };
  if (goesOnFrom(left, right, writing) && !lacking(left, look)) return left;
  const beside = surroundingOf(left, right);
  const { key } = writing;
  // A mark of one key within another of the same key could run on behind its end.
  const isFree = left[key] === undefined && isLatest(beside, key);
  const set = lacking(unmarked(beside), look) ?? {};
  return { ...beside, [isFree ? key : writing.later()]: suggestionValue({ type: 'insert', set }) };
}

function goesOnFrom(left: Attributes, right: Attributes, { userId, key }: Writing): boolean {
  if (!isOwnInsertion(left, userId)) return false;
  const { insert } = pendingIn(left);
  return insert === suggestionIdOf(key) || insert === pendingIn(suggestionsAround(left, right)).insert;
}

/** Without what is suggested: nothing of what is around an insertion is about it. */
const unmarked = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith('suggest:')));

/** Only what came after an insertion is about it. */
function isLatest(attributes: Attributes, key: SuggestionKey): boolean {
  return pendingIn({ ...attributes, [key]: 'insert' }).insert === suggestionIdOf(key);
}
