// Every server must get the same history, of the shape of the trace that it stands for.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createHistory } from './history.ts';

const shape = { operations: 20_000, authors: 4, perUpdate: 10 };

test('the same shape is the same history, byte for byte', () => {
  const [one, other] = [createHistory(shape), createHistory(shape)];
  expect(one.authors.map(({ updates }) => updates.length)).toEqual([500, 500, 500, 500]);
  expect(Buffer.concat(one.authors.flatMap(({ updates }) => updates))).toEqual(
    Buffer.concat(other.authors.flatMap(({ updates }) => updates)),
  );
});

test('about two characters in five are left, as in the trace', () => {
  const left = createHistory(shape).characters / shape.operations;
  expect(left).toBeGreaterThan(0.36);
  expect(left).toBeLessThan(0.46);
});

test('the updates alone make the document: whoever has seen all clocks has all of it', () => {
  const history = createHistory(shape);
  const doc = new Y.Doc();
  for (const { updates } of history.authors) for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  expect(Y.encodeStateVector(doc)).toEqual(history.stateVector);
  for (const { clientId, clock } of history.authors) expect(Y.getState(doc.store, clientId)).toBe(clock);
});
