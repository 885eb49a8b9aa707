// Damaged and forged updates: each is refused or admitted, and nothing else happens. Whatever is admitted applies cleanly and the
// index agrees with the document afterwards. Replay: ADAGIA_SEED=123; more: ADAGIA_RUNS=5000000.
import { createRandom, type Random } from '@adagia/shared/random';
import { expect, test } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import { seenByDocument, seenByIndex } from '../testing/compare-index.ts';
import { act, createWriter, difference, type RandomWriter } from '../testing/random-writers.ts';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 60_000);
/** Frames after which a new document is begun: comparing a large one takes long. */
const PER_DOCUMENT = 150;
const COMPARE_EVERY = 25;

interface Target {
  doc: Doc;
  index: DocumentIndex;
  owners: Map<number, string>;
}

/** @returns whether it was admitted and brought something. */
function submit({ doc, index, owners }: Target, update: Uint8Array): boolean {
  const admitted = admitUpdate(update, {
    index,
    rights: { canWrite: true },
    userId: 'ana',
    clientIdsLeft: 64,
    ownerOf: (client) => owners.get(client),
    isQuestion: () => true,
  });
  if (!admitted) return false;
  for (const client of admitted.newClientIds) owners.set(client, 'ana');
  enter(admitted, index);
  applyUpdate(doc, update);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('something is pending');
  return true;
}

/** Small numbers are where the structure is: kinds, counts, clocks, lengths. */
function damaged(update: Uint8Array, random: Random): Uint8Array {
  const bytes = update.slice(0, random.chance(0.15) ? random.below(update.length) : update.length);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(bytes.length);
    const old = bytes[at] ?? 0;
    bytes[at] = random.pick([random.below(256), old ^ (1 << random.below(8)), old + 1, old - 1, random.below(8)]);
  }
  return bytes;
}

function spliced(one: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  return new Uint8Array([...one.subarray(0, random.below(one.length)), ...other.subarray(random.below(other.length))]);
}

function frame(writers: readonly RandomWriter[], target: Target, random: Random): Uint8Array {
  const writer = random.pick(writers);
  act(writer, random);
  const whole = difference(writer, target.doc);
  const [sent = whole] = writer.unsent.splice(0);
  const kind = random.below(10);
  if (kind === 0) return Uint8Array.from({ length: random.below(60) }, () => random.below(256));
  if (kind === 1) return spliced(whole, sent, random);
  if (kind === 2) return whole;
  return damaged(random.chance(0.5) ? sent : whole, random);
}

function newTarget(): Target {
  return { doc: new Doc(), index: new DocumentIndex(), owners: new Map([[33, 'ben']]) };
}

test(`A1 to A11 ${RUNS} damaged updates from seed ${SEED} are refused, or apply cleanly`, () => {
  const random = createRandom(SEED);
  const counts = { refused: 0, entered: 0 };
  let target = newTarget();
  let writers: RandomWriter[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    if (run % PER_DOCUMENT === 0) {
      target = newTarget();
      writers = [createWriter(11), createWriter(22), createWriter(33)];
    }
    const update = frame(writers, target, random);
    const where = `frame ${run} of seed ${SEED}: [${update.join()}]`;
    try {
      if (submit(target, update)) counts.entered += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw new Error(`${where}: ${String(error)}`, { cause: error });
      counts.refused += 1;
    }
    if (run % COMPARE_EVERY === 0)
      expect(seenByIndex(target.index), where).toEqual(seenByDocument(target.doc, target.index));
  }
  expect(counts.refused).toBeGreaterThan(RUNS / 4);
  expect(counts.entered).toBeGreaterThan(RUNS / 20);
}, 0);
