// A document as the bytes that make it up: what was folded into one update, and the updates that came since. Answers clients
// from them without a Y.Doc. Everything in here is on disk; what is not yet is not in here.
import { decodeStateVector, diffUpdate } from 'yjs';
import type { StructTable } from './admission/struct-table.ts';
import { MergedTail } from './merged-tail.ts';

/** A document without anything. */
const EMPTY = new Uint8Array([0, 0]);

/** Differences kept: many who come back after a restart have the same state. */
const DIFFS_MAX = 8;

export type States = ReadonlyMap<number, number>;

/** What a client has said that it has. */
export interface StateQuestion {
  stateVector: Uint8Array;
  states: States;
}

/** What somebody lacks. */
export interface Answer {
  /** To be sent before it: Yjs keeps what comes too early. */
  before: Uint8Array | null;
  /** The answer to step 1: whoever has it has everything. */
  update: Uint8Array;
}

/** @throws when it is not a state vector. */
export function readStateQuestion(stateVector: Uint8Array): StateQuestion {
  return { stateVector, states: decodeStateVector(stateVector) };
}

function lacks(states: States, of: States): boolean {
  for (const [client, state] of of) if (state > (states.get(client) ?? 0)) return true;
  return false;
}

export class DocumentBytes {
  #base: Uint8Array;
  /** What each client id had when it was folded. */
  #baseStates: States;
  #tail = new MergedTail();
  /** While a fold is under way: what came since it began. */
  #sinceFold: MergedTail | null = null;
  #sizeBytes: number;
  readonly #diffs = new Map<string, Uint8Array>();

  constructor(base: Uint8Array | null, baseStates: States) {
    this.#base = base ?? EMPTY;
    this.#baseStates = baseStates;
    this.#sizeBytes = this.#base.length;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** All of it, in order. */
  get updates(): readonly Uint8Array[] {
    return [this.#base, ...this.#tail.updates];
  }

  append(update: StructTable): void {
    this.#tail.add(update);
    this.#sinceFold?.add(update);
    this.#sizeBytes += update.bytes.length;
  }

  /** @returns what to fold. Until `endFold`, what comes in is kept apart. */
  beginFold(): { snapshot: Uint8Array; updates: Uint8Array[] } {
    this.#sinceFold = new MergedTail();
    return { snapshot: this.#base, updates: [this.#tail.merged] };
  }

  /**
   * @param folded null when it did not succeed: then everything stays as it was
   * @param states what is in it
   */
  endFold(folded: Uint8Array | null, states: States): void {
    const since = this.#sinceFold;
    this.#sinceFold = null;
    if (!folded || !since) return;
    this.#base = folded;
    this.#baseStates = states;
    this.#tail = since;
    this.#sizeBytes = since.updates.reduce((sum, { length }) => sum + length, folded.length);
    this.#diffs.clear();
  }

  /** Has this client all structs of what was folded? Then the deletions answer its question. */
  hasBase({ states }: StateQuestion): boolean {
    return !lacks(states, this.#baseStates);
  }

  /**
   * The same bytes for all who lack the same, as long as nothing has changed.
   * @param deletions an update of all deletions and nothing else, from when the question was asked
   * @param states what the whole document has
   */
  lacking(question: StateQuestion, states: States, deletions: Uint8Array): Answer {
    const update = this.hasBase(question) ? deletions : this.#difference(question);
    const before = !this.#tail.isEmpty && lacks(question.states, states) ? this.#tail.merged : null;
    return { before, update };
  }

  #difference({ stateVector, states }: StateQuestion): Uint8Array {
    if (states.size === 0) return this.#base;
    const key = Buffer.from(stateVector).toString('latin1');
    const known = this.#diffs.get(key);
    if (known) return known;
    const difference = diffUpdate(this.#base, stateVector);
    if (this.#diffs.size >= DIFFS_MAX) this.#diffs.clear();
    this.#diffs.set(key, difference);
    return difference;
  }
}
