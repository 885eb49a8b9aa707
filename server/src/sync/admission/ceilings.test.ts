// Each ceiling of an update by itself: what reaches it is admitted, or refused for another reason; what is above it is too big.
import { limits } from '@adagia/shared/wire/limits';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate, mergeUpdates } from 'yjs';
import { admitUpdate } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';

const NOBODY_YET = limits.clientIdsPerConnectionMax;

/** @returns the reason that it is refused with, null when it is admitted */
function outcome(update: Uint8Array, clientIdsLeft: number = NOBODY_YET): string | null {
  const rights = { canWrite: true };
  const at = { index: new DocumentIndex(), rights, userId: 'ana', ownerOf: () => undefined, isQuestion: () => true };
  try {
    admitUpdate(update, { ...at, clientIdsLeft });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

function typedBy(clients: number): Uint8Array {
  const updates = Array.from({ length: clients }, (_, index) => {
    const doc = new Doc();
    doc.clientID = index + 10;
    doc.getText('answer:motivation').insert(0, 'a');
    return encodeStateAsUpdate(doc);
  });
  return mergeUpdates(updates);
}

/** Each word before all the others: all of them have the beginning of the text as their left neighbour. */
function atOnePlace(count: number): Uint8Array {
  const doc = new Doc();
  doc.transact(() => {
    for (let left = count; left > 0; left -= 1) doc.getText('answer:motivation').insert(0, 'a');
  });
  return encodeStateAsUpdate(doc);
}

/** Deletes every other one of the first characters of a client that nobody knows. */
function deleting(ranges: number): Uint8Array {
  const encoder = createEncoder();
  for (const number of [0, 1, 7, ranges]) writeVarUint(encoder, number);
  for (let range = 0; range < ranges; range += 1) for (const one of [range * 2, 1]) writeVarUint(encoder, one);
  return toUint8Array(encoder);
}

test('A1 client ids in one update', () => {
  expect(outcome(typedBy(limits.clientIdsMax))).toBe(null);
  expect(outcome(typedBy(limits.clientIdsMax + 1), Number.MAX_SAFE_INTEGER)).toBe('tooBig');
});

test('A1 new client ids of one connection', () => {
  expect(outcome(typedBy(3), 3)).toBe(null);
  expect(outcome(typedBy(3), 2)).toBe('tooBig');
});

test('A1 deletions', () => {
  expect(outcome(deleting(limits.deletionsMax))).toBe('gap');
  expect(outcome(deleting(limits.deletionsMax + 1))).toBe('tooBig');
});

/** One letter, as if its author had typed all before it: the first byte where the clock stands is 0. */
function typedAt(clock: number): Uint8Array {
  const doc = new Doc();
  doc.clientID = 10;
  doc.getText('answer:motivation').insert(0, 'a');
  const head = createEncoder();
  for (const number of [1, 1, 10, clock]) writeVarUint(head, number);
  return Uint8Array.from([...toUint8Array(head), ...encodeStateAsUpdate(doc).subarray(4)]);
}

test('A1 clocks', () => {
  expect(outcome(typedAt(0))).toBe(null);
  expect(outcome(typedAt(limits.clockMax - 1))).toBe('gap');
  expect(outcome(typedAt(limits.clockMax))).toBe('malformed');
});

test('A10 new structs at one place', () => {
  expect(outcome(atOnePlace(limits.siblingsMax))).toBe(null);
  expect(outcome(atOnePlace(limits.siblingsMax + 1))).toBe('tooBig');
});

test('A1 structs', () => {
  expect(outcome(atOnePlace(limits.structsMax + 1))).toBe('tooBig');
});
