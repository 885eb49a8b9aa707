// However updates come in, one after the other or again and overlapping, all of them as one say the same as each by itself.
import { contentHash } from '@adagia/shared/content-hash';
import { createRandom } from '@adagia/shared/random';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, decodeUpdate, encodeStateAsUpdate, mergeUpdates } from 'yjs';
import { StructTable } from './admission/struct-table.ts';
import { MergedTail } from './merged-tail.ts';
import { act, createWriter, difference } from './testing/random-writers.ts';

const FIRST = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 150);
const unlimited = { structs: Infinity, clients: Infinity, deletions: Infinity, clock: Infinity };

function documentOf(...updates: readonly Uint8Array[]): Doc {
  const doc = new Doc();
  for (const update of updates) applyUpdate(doc, update);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('something is pending');
  return doc;
}

function run(seed: number): void {
  const random = createRandom(seed);
  const writers = [createWriter(11), createWriter(22), createWriter(33)];
  const seen = new Doc();
  const tail = new MergedTail();
  const base: Uint8Array[] = [];
  const add = (update: Uint8Array) => {
    applyUpdate(seen, update);
    if (base.length < 5) base.push(update);
    else tail.add(StructTable.read(update, unlimited));
  };
  for (let step = 0; step < 40; step += 1) {
    const writer = random.pick(writers);
    act(writer, random);
    // Some of it later again, with more: what somebody sends who came back and does not know what arrived.
    const before = random.chance(0.2) ? new Doc() : seen;
    if (random.chance(0.3)) add(difference(writer, before));
    else for (const update of writer.unsent.splice(0)) add(update);
    if (random.chance(0.3)) applyUpdate(writer.doc, encodeStateAsUpdate(seen), 'others');
  }
  const wanted = contentHash(seen);
  expect(contentHash(documentOf(...base, tail.merged)), `seed ${seed}`).toBe(wanted);
  // As it comes to a page that has nothing yet, and as Yjs merges it there with what else has come too early.
  expect(contentHash(documentOf(mergeUpdates([tail.merged, ...base]))), `seed ${seed}, merged`).toBe(wanted);
  const clients = decodeUpdate(tail.merged).structs.map(({ id }) => id.client);
  expect(clients, `seed ${seed}`).toEqual(clients.toSorted((one, other) => other - one));
}

test(`R4 in ${RUNS} random runs from seed ${FIRST} updates put behind each other are those that came in`, () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) run(seed);
}, 0);
