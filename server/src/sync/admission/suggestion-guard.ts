// Holds what somebody sends who may only suggest against what is there (A13): what is not their own pending words stays as it is,
// character by character, with all that is said of it. Works on a Y.Doc, which exists only where such people write; so the rules hold
// for whatever Yjs makes of the bytes, and not for what we think that it does.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { isReferenceName } from '@adagia/shared/text/references';
import { pendingIn, suggestionKey } from '@adagia/shared/text/suggestions';
import { ContentFormat, ContentString, type Doc, type Text } from 'yjs';
import type { AdmittedUpdate } from './admit-update.ts';
import { suggesterOf } from './content-rules.ts';
import { type DocumentIndex, type Place, placeIdOf } from './document-index.ts';
import { KNOWN } from './place-structs.ts';
import { Refusal } from './refusal.ts';

/** Characters that must be marked as their author's suggestion, in the order of the text. */
export interface Unmarked {
  root: string;
  at: number;
  length: number;
}

const refusal = (): Refusal => new Refusal('notAllowed', 'who may only suggest changes what is not theirs');

/** Each place that the update writes or deletes in, once. */
function placesOf({ table, parts }: AdmittedUpdate, index: DocumentIndex): Set<number> {
  const places = new Set<number>();
  for (const part of parts) if (part !== KNOWN) places.add(placeIdOf(part));
  const { deletions } = table;
  for (let at = 0; at < deletions.length; at += 3) {
    const from = deletions[at + 1] ?? 0;
    const until = from + (deletions[at + 2] ?? 0);
    index.eachAlive(deletions[at] ?? 0, from, until, (_from, _until, part) => places.add(placeIdOf(part)));
  }
  return places;
}

/** Of the text as a whole one's own suggestion for its last block, and what a new live reference stands for. */
function isOwnPlace({ root, mapKey }: Place, isKnown: boolean, userId: string): boolean {
  if (parseAnswerKey(root) === null) return false;
  return mapKey === null || suggesterOf(mapKey) === userId || (isReferenceName(mapKey) && !isKnown);
}

type Visit = (found: {
  client: number;
  clock: number;
  at: number;
  others: string;
  isOwn: boolean;
  text: string;
}) => void;

/** What others say of it, as text; and whether it is this person's pending insertion. */
function describe(format: ReadonlyMap<string, unknown>, userId: string): { others: string; isOwn: boolean } {
  const attributes = Object.fromEntries(format);
  const { insert } = pendingIn(attributes);
  const others = [...format].filter(([name]) => suggesterOf(name) !== userId).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    others: JSON.stringify(others),
    isOwn: insert !== null && suggesterOf(suggestionKey(insert)) === userId,
  };
}

/** Each piece of the text, in order. */
function walk(text: Text, userId: string, visit: Visit): void {
  const format = new Map<string, unknown>();
  let said = describe(format, userId);
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof ContentFormat) {
      if (content.value === null) format.delete(content.key);
      else format.set(content.key, content.value);
      said = describe(format, userId);
    } else if (content instanceof ContentString) {
      visit({ client: id.client, clock: id.clock, at, text: content.str, ...said });
      at += content.str.length;
    }
  }
}

/**
 * Characters that belong to others, each with its identity and what is said of it: as one text, however Yjs cuts it. Also the sign
 * itself: whoever writes between the halves of an emoji makes two other signs of it.
 */
class Foundation {
  #text = '';
  #last = { client: -1, end: -1, others: '' };

  add(client: number, clock: number, others: string, sign: string): void {
    const { client: before, end, others: said } = this.#last;
    if (client !== before || clock !== end || others !== said) this.#text += `${end};${client}:${clock}${others}`;
    this.#text += sign;
    this.#last = { client, end: clock + 1, others };
  }

  get text(): string {
    return `${this.#text}${this.#last.end}`;
  }
}

const nameOf = (client: number, clock: number): string => `${client}:${clock}`;

export class SuggestionGuard {
  readonly #userId: string;
  readonly #texts: readonly { root: string; text: Text; before: string }[];
  /** Of characters that were this person's pending ones. */
  readonly #own = new Set<string>();
  /** From which clock on a client's characters are new. */
  readonly #states: ReadonlyMap<number, number>;

  /**
   * Before the update is applied.
   * @throws Refusal where it touches a place in which nothing can be suggested
   */
  constructor(doc: Doc, admitted: AdmittedUpdate, index: DocumentIndex, userId: string) {
    this.#userId = userId;
    this.#states = new Map(admitted.table.blocks.map(({ client }) => [client, index.state(client)]));
    const roots = new Set<string>();
    for (const id of placesOf(admitted, index)) {
      const place = index.place(id);
      if (!isOwnPlace(place, index.valueOf(id) !== undefined, userId)) throw refusal();
      if (place.mapKey === null) roots.add(place.root);
    }
    this.#texts = [...roots].map((root) => ({
      root,
      text: doc.getText(root),
      before: this.#readBefore(doc.getText(root)),
    }));
  }

  #readBefore(text: Text): string {
    const foundation = new Foundation();
    walk(text, this.#userId, ({ client, clock, others, isOwn, text: characters }) => {
      for (let offset = 0; offset < characters.length; offset += 1) {
        if (isOwn) this.#own.add(nameOf(client, clock + offset));
        else foundation.add(client, clock + offset, others, characters.charAt(offset));
      }
    });
    return foundation.text;
  }

  /**
   * After it was applied.
   * @returns characters of theirs that are marked as nobody's: they were typed into words that somebody accepted or took away at that
   * moment. They have to be marked before anybody sees them.
   * @throws Refusal where anything else has changed: the document has to be made anew
   */
  check(): Unmarked[] {
    return this.#texts.flatMap(({ root, text, before }) => {
      const foundation = new Foundation();
      const unmarked: Unmarked[] = [];
      walk(text, this.#userId, ({ client, clock, at, others, isOwn, text: characters }) => {
        for (let offset = 0; offset < characters.length; offset += 1) {
          if (!this.#isTheirs(client, clock + offset)) {
            foundation.add(client, clock + offset, isOwn ? 'own' : others, characters.charAt(offset));
          } else if (!isOwn) addTo(unmarked, root, at + offset);
        }
      });
      if (foundation.text !== before) throw refusal();
      return unmarked;
    });
  }

  #isTheirs(client: number, clock: number): boolean {
    return clock >= (this.#states.get(client) ?? Number.POSITIVE_INFINITY) || this.#own.has(nameOf(client, clock));
  }
}

function addTo(unmarked: Unmarked[], root: string, at: number): void {
  const last = unmarked.at(-1);
  if (last && last.root === root && last.at + last.length === at) last.length += 1;
  else unmarked.push({ root, at, length: 1 });
}
