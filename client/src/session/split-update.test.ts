// An update above the ceilings is cut into pieces that a server may take one by one. Seeds are those of the runs.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { splitUpdate, type UpdateCeilings } from './split-update.ts';

const wide: UpdateCeilings = { sizeMax: 1024 * 1024, structsMax: 20_000, clientIdsMax: 64, deletionsMax: 20_000 };

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

/** Several devices of one person wrote into each other's words. */
function written(seed: number): { base: Uint8Array; update: Uint8Array; whole: Y.Doc } {
  const next = random(seed);
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc({ gc: next() < 0.5 }), { clientID }));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const [first] = docs;
  first!.getText('answer:a').insert(0, 'what the server has 🙂 already');
  const base = Y.encodeStateAsUpdate(first!);
  for (let count = 0; count < 60; count += 1) {
    const doc = pick(docs);
    for (const other of docs) if (next() < 0.5) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const text = doc.getText(pick(['answer:a', 'answer:b']));
    const at = Math.floor(next() * (text.length + 1));
    if (next() < 0.6) text.insert(at, '🙂é'.repeat(1 + Math.floor(next() * 80)));
    else if (next() < 0.5) text.delete(Math.min(at, text.length), Math.min(text.length - at, Math.floor(next() * 50)));
    else text.format(at, Math.min(5, text.length - at), { bold: true });
    if (next() < 0.3) doc.getMap('facts').set(`k${Math.floor(next() * 3)}`, count);
  }
  const whole = new Y.Doc({ gc: false });
  for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  return { base, update: Y.encodeStateAsUpdate(whole, Y.encodeStateVectorFromUpdate(base)), whole };
}

test.each(Array.from({ length: 40 }, (_, seed) => [seed]))(
  'seed %i: each piece fits, is complete with what came before, and all of them are the whole',
  (seed) => {
    const { base, update, whole } = written(seed);
    const ceilings = { sizeMax: 400, structsMax: 7, clientIdsMax: 2, deletionsMax: 3 };
    const pieces = splitUpdate(update, ceilings);
    expect(pieces.length).toBeGreaterThan(5);
    const server = new Y.Doc({ gc: false });
    Y.applyUpdate(server, base);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(ceilings.sizeMax);
      const { structs, ds } = Y.decodeUpdate(piece);
      expect(structs.length).toBeLessThanOrEqual(ceilings.structsMax);
      expect(new Set(structs.map((struct) => struct.id.client)).size).toBeLessThanOrEqual(ceilings.clientIdsMax);
      expect([...ds.clients.values()].flat().length).toBeLessThanOrEqual(ceilings.deletionsMax);
      Y.applyUpdate(server, piece);
      expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null]);
    }
    for (const name of ['answer:a', 'answer:b'])
      expect(server.getText(name).toDelta()).toEqual(whole.getText(name).toDelta());
    expect(server.getMap('facts').toJSON()).toEqual(whole.getMap('facts').toJSON());
  },
);

test('one paste above the frame is cut without cutting a pair of surrogates', () => {
  const doc = new Y.Doc();
  const words = 'x' + '🙂'.repeat(900_000);
  doc.getText('answer:a').insert(0, words);
  const pieces = splitUpdate(Y.encodeStateAsUpdate(doc), wide);
  expect(pieces.length).toBeGreaterThan(3);
  const server = new Y.Doc();
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(wide.sizeMax);
    Y.applyUpdate(server, piece);
  }
  expect(server.getText('answer:a').toJSON() === words).toBe(true);
});

test('what fits is sent as it is', () => {
  const doc = new Y.Doc();
  doc.getText('answer:a').insert(0, 'x'.repeat(500_000));
  const update = Y.encodeStateAsUpdate(doc);
  expect(splitUpdate(update, wide)).toEqual([update]);
  expect(splitUpdate(Uint8Array.of(0, 0), wide)).toEqual([Uint8Array.of(0, 0)]);
});
