// Random bytes and damaged updates: admission answers each with a refusal or lets it pass, and never throws anything else,
// never changes the document. Replay one: ADAGIA_SEED=123.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { admit, Refusal } from './admission.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = 4000;

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function validUpdate(next: () => number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1 + Math.floor(next() * 3);
  const text = doc.getText('answer:motivation');
  text.insert(0, 'some words');
  text.format(2, 3, { bold: true });
  text.delete(1, 2);
  doc.getMap('facts').set('title', 'T');
  return Y.encodeStateAsUpdate(doc);
}

function damaged(update: Uint8Array, next: () => number): Uint8Array {
  const bytes = update.slice(0, next() < 0.3 ? Math.floor(next() * update.length) : update.length);
  for (let count = Math.floor(next() * 6); count > 0; count -= 1)
    bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
  return bytes;
}

test(`${RUNS} damaged updates from seed ${SEED} are refused or admitted, and nothing else happens`, () => {
  const next = random(SEED);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, validUpdate(next));
  const before = JSON.stringify(doc.toJSON());
  let refused = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const update =
      next() < 0.2
        ? Uint8Array.from({ length: Math.floor(next() * 60) }, () => Math.floor(next() * 256))
        : damaged(validUpdate(next), next);
    try {
      admit(update, { doc, userId: 'ana', canWrite: true, ownerOf: () => undefined, isQuestion: () => true });
    } catch (error) {
      refused += 1;
      if (!(error instanceof Refusal))
        throw new Error(`run ${run} of seed ${SEED}: ${String(error)}`, { cause: error });
    }
  }
  expect(JSON.stringify(doc.toJSON())).toBe(before);
  expect(refused).toBeGreaterThan(RUNS / 4);
});
