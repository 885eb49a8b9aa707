// The index knows of a document what a Y.Doc would know. Replay one run: ADAGIA_SEED=123 ADAGIA_RUNS=1.

import { createRandom } from '@adagia/shared/random';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { seenByDocument, seenByIndex } from '../testing/compare-index.ts';
import { act, createWriter, difference, hear } from '../testing/random-writers.ts';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { learnUpdate } from './learn-update.ts';

const FIRST = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_RUNS ?? 300);

function run(seed: number): void {
  const random = createRandom(seed);
  const server = new Doc();
  const index = new DocumentIndex();
  const writers = [createWriter(11), createWriter(22), createWriter(33)];
  const owners = new Map([11, 22, 33].map((client) => [client, String(client)]));
  const submit = (update: Uint8Array, userId: string) => {
    const at = { index, rights: { canWrite: true }, userId, clientIdsLeft: 4, isQuestion: () => true };
    const admitted = admitUpdate(update, { ...at, ownerOf: (client) => owners.get(client) });
    if (admitted) enter(admitted, index);
    applyUpdate(server, update);
  };
  for (let step = 0; step < 60; step += 1) {
    const writer = random.pick(writers);
    act(writer, random);
    if (random.chance(0.4)) {
      for (const update of writer.unsent.splice(0)) submit(update, String(writer.doc.clientID));
    } else if (random.chance(0.2)) {
      writer.unsent.splice(0);
      submit(difference(writer, server), String(writer.doc.clientID));
    }
    if (random.chance(0.3)) hear(writer, encodeStateAsUpdate(server));
  }
  expect(seenByIndex(index), `seed ${seed}`).toEqual(seenByDocument(server, index));
  const reloaded = new DocumentIndex();
  learnUpdate(encodeStateAsUpdate(server), reloaded);
  expect(seenByIndex(reloaded), `seed ${seed}, loaded anew`).toEqual(seenByDocument(server, reloaded));
}

test(`A11 in ${RUNS} random runs from seed ${FIRST} every update is admitted and the index agrees with a Y.Doc`, () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) run(seed);
}, 0);
