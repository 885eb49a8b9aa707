// What the timeline hears of a field that two people set at the same moment: who lost finds their value, in either order of arrival.
import { expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { ContentChange } from '../rooms.ts';
import { admitUpdate, enter } from './admit-update.ts';
import { countChanges, presentChanges } from './count-changes.ts';
import { DocumentIndex } from './document-index.ts';

const KEY = '01900000-0000-7000-8000-000000000001/amount';

/** The higher client id wins in Yjs. */
function amountBy(clientId: number, cents: number): Uint8Array {
  const doc = new Doc();
  doc.clientID = clientId;
  doc.getMap('budget').set(KEY, cents);
  return encodeStateAsUpdate(doc);
}

function changesOf(...updates: readonly Uint8Array[]): ContentChange[][] {
  const index = new DocumentIndex();
  return updates.map((update) => {
    const rights = { canWrite: true };
    const at = { index, rights, userId: 'ana', clientIdsLeft: 9, ownerOf: () => undefined, isQuestion: () => true };
    const admitted = admitUpdate(update, at);
    if (!admitted) return [];
    const count = countChanges(admitted, index);
    enter(admitted, index);
    return presentChanges(count, index);
  });
}

const set = { kind: 'field', map: 'budget', key: KEY } as const;

test('the winner arrives second: the first is replaced', () => {
  expect(changesOf(amountBy(1, 100), amountBy(2, 200))).toEqual([
    [{ ...set, before: null, after: 100 }],
    [{ ...set, before: 100, after: 200 }],
  ]);
});

test('the loser arrives second: it is said what was overtaken', () => {
  expect(changesOf(amountBy(2, 200), amountBy(1, 100))).toEqual([
    [{ ...set, before: null, after: 200 }],
    [{ ...set, before: 200, after: 200, overtaken: 100 }],
  ]);
});

test('two who write the same have nothing to tell', () => {
  expect(changesOf(amountBy(2, 200), amountBy(1, 200))[1]).toEqual([]);
});
