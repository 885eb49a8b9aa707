// Whoever asks a live document for what they lack gets all of it, whatever they have: nothing, something old, or everything but a
// deletion. Replay one run: ADAGIA_SEED=123 ADAGIA_RUNS=1.
import { contentHash } from '@adagia/shared/content-hash';
import { createRandom } from '@adagia/shared/random';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { foldLog } from './fold-log.ts';
import { LiveDocument } from './live-document.ts';
import { act, createWriter } from './testing/random-writers.ts';

const FIRST = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 120);
const opened = { epoch: 1, generation: 'g', seq: 0, snapshotSeq: 0, snapshot: null, updates: [] };

/** Without pending words: then the answer was not whole. */
function answered(document: LiveDocument, before: Doc): Doc {
  const newcomer = new Doc();
  applyUpdate(newcomer, encodeStateAsUpdate(before));
  const { before: first, update } = document.ask(encodeStateVector(newcomer))();
  if (first) applyUpdate(newcomer, first);
  applyUpdate(newcomer, update);
  if (newcomer.store.pendingStructs || newcomer.store.pendingDs) throw new Error('the answer had gaps');
  return newcomer;
}

async function run(seed: number): Promise<void> {
  const random = createRandom(seed);
  const document = new LiveDocument({ ...opened, clientOwners: new Map() }, () => true, Infinity);
  const writers = [createWriter(11), createWriter(22)];
  const whole = new Doc();
  const earlier = [new Doc()];
  for (let step = 0; step < 40; step += 1) {
    const writer = random.pick(writers);
    act(writer, random);
    for (const update of writer.unsent.splice(0)) {
      if (
        document.admit(update, { userId: String(writer.doc.clientID), rights: { canWrite: true }, clientIdsLeft: 9 })
      ) {
        document.committed(1);
      }
      applyUpdate(whole, update);
    }
    if (random.chance(0.2)) for (const one of writers) applyUpdate(one.doc, encodeStateAsUpdate(whole), 'others');
    if (random.chance(0.15)) earlier.push(answered(document, random.pick(earlier)));
    if (random.chance(0.1)) (await document.fold(async (stored) => foldLog(stored))).use();
    if (random.chance(0.05)) document.forgetContent();
  }
  for (const before of earlier) {
    expect(contentHash(answered(document, before)), `seed ${seed}`).toEqual(contentHash(answered(document, new Doc())));
  }
  expect(document.read(contentHash), `seed ${seed}`).toEqual(contentHash(answered(document, new Doc())));
}

test(`R4 in ${RUNS} random runs from seed ${FIRST} everybody who comes back gets all that they lack`, async () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) await run(seed);
}, 0);
