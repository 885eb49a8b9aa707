// An index that was stored and read again knows what it knew, and goes on like the one that was kept. Replay one run:
// ADAGIA_SEED=123 ADAGIA_RUNS=1.
import { createRandom, type Random } from '@adagia/shared/random';
import { expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { deletionsOf, stateVectorOf } from '../index-bytes.ts';
import { seenByIndex } from '../testing/compare-index.ts';
import { act, createWriter, difference, hear } from '../testing/random-writers.ts';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { indexImageOf, readIndexImage, writeIndexImage } from './index-image.ts';
import { learnUpdate } from './learn-update.ts';

const FIRST = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 200);

const writers = () => [11, 22, 33].map((client) => createWriter(client));

function written(random: Random, among: ReturnType<typeof writers>, steps: number): void {
  for (let step = 0; step < steps; step += 1) {
    act(random.pick(among), random);
    if (random.chance(0.3)) hear(random.pick(among), encodeStateAsUpdate(random.pick(among).doc));
  }
}

function learned(bytes: Uint8Array): DocumentIndex {
  const index = new DocumentIndex();
  learnUpdate(bytes, index);
  return index;
}

/** What it says of every admission and everything that is sent from it. */
function seen(index: DocumentIndex): unknown[] {
  return [seenByIndex(index), [...stateVectorOf(index)], [...deletionsOf(index)]];
}

function admits(index: DocumentIndex, update: Uint8Array): boolean {
  const at = { index, rights: { canWrite: true }, userId: 'ana', clientIdsLeft: 9, isQuestion: () => true };
  const admitted = admitUpdate(update, { ...at, ownerOf: () => 'ana' });
  if (admitted) enter(admitted, index);
  return admitted !== null;
}

function run(seed: number): void {
  const random = createRandom(seed);
  const among = writers();
  written(random, among, 40);
  const bytes = encodeStateAsUpdate(random.pick(among).doc);
  const known = learned(bytes);
  const read = readIndexImage(indexImageOf(bytes), bytes);
  if (!read) throw new Error(`seed ${seed}: not read`);
  expect(seen(read), `seed ${seed}`).toEqual(seen(known));
  const doc = new Doc();
  hear({ ...createWriter(99), doc }, bytes);
  written(random, among, 20);
  for (const writer of among) {
    const update = difference(writer, doc);
    expect(admits(read, update), `seed ${seed}`).toBe(admits(known, update));
  }
  expect(seen(read), `seed ${seed}, after more`).toEqual(seen(known));
  expect(writeIndexImage(read, bytes), `seed ${seed}, written again`).toEqual(writeIndexImage(known, bytes));
}

test(`L4 in ${RUNS} random runs from seed ${FIRST} an index read from its image goes on like the one that was kept`, () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) run(seed);
}, 0);

test('L4 an image of other bytes, of another version, cut short or with a tail is not used', () => {
  const [writer] = writers();
  if (!writer) return;
  writer.doc.getText('answer:needs').insert(0, 'words');
  const bytes = encodeStateAsUpdate(writer.doc);
  const image = indexImageOf(bytes);
  expect(readIndexImage(image, bytes)).not.toBeNull();
  expect(readIndexImage(image, bytes.subarray(1))).toBeNull();
  expect(
    readIndexImage(
      Uint8Array.from(image, (byte, at) => (at === 0 ? byte + 1 : byte)),
      bytes,
    ),
  ).toBeNull();
  expect(readIndexImage(new Uint8Array([...image, 0]), bytes)).toBeNull();
  for (let length = 0; length < image.length; length += 1) {
    expect(readIndexImage(image.subarray(0, length), bytes)).toBeNull();
  }
});
