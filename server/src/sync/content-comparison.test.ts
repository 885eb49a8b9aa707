// When a client is told that it shows something else, when it is told to ask again, and when that becomes an error of ours.
import { expect, test } from 'vitest';
import { ContentComparison } from './content-comparison.ts';

const HASH = '0123456789abcdef';
const OTHER = 'fedcba9876543210';

function begin() {
  const told = { nowMs: 100_000, hash: HASH, made: 0, different: [] as string[] };
  const comparison = new ContentComparison({
    now: () => told.nowMs,
    hash() {
      told.made += 1;
      return told.hash;
    },
    onDifferent: (userId) => told.different.push(userId),
  });
  return { told, comparison };
}

const ana = { userId: 'ana' };
const ben = { userId: 'ben' };

test('R13 all who ask about the same state are answered from one fingerprint', () => {
  const { told, comparison } = begin();
  const state = { seq: 7, atMs: 0 };
  expect(comparison.compare(ana, HASH, state)).toBe('equal');
  expect(comparison.compare(ben, HASH, state)).toBe('equal');
  expect(told.made).toBe(1);
});

test('R13 within three seconds of a change nobody is told anything', () => {
  const { told, comparison } = begin();
  expect(comparison.compare(ana, OTHER, { seq: 7, atMs: told.nowMs - 2999 })).toBe('later');
  expect(comparison.compare(ana, HASH, { seq: 7, atMs: told.nowMs - 3000 })).toBe('equal');
});

test('R13 no more than one fingerprint in five seconds, whoever asks', () => {
  const { told, comparison } = begin();
  comparison.compare(ana, HASH, { seq: 7, atMs: 0 });
  expect(comparison.compare(ben, HASH, { seq: 8, atMs: 0 })).toBe('later');
  told.nowMs += 5000;
  expect(comparison.compare(ben, HASH, { seq: 8, atMs: 0 })).toBe('equal');
  expect(told.made).toBe(2);
});

test('R13 a clock that was set back an hour puts nothing off for an hour', () => {
  const { told, comparison } = begin();
  told.nowMs = 4_000_000;
  comparison.compare(ana, HASH, { seq: 7, atMs: 0 });
  told.nowMs -= 3_600_000;
  expect(comparison.compare(ben, HASH, { seq: 8, atMs: 3_900_000 })).toBe('equal');
});

test('R13 a difference is an error when the same connection asks again about the same state, not before', () => {
  const { told, comparison } = begin();
  expect(comparison.compare(ana, OTHER, { seq: 7, atMs: 0 })).toBe('different');
  expect(comparison.compare(ben, OTHER, { seq: 7, atMs: 0 })).toBe('different');
  expect(told.different).toEqual([]);
  expect(comparison.compare(ana, OTHER, { seq: 7, atMs: 0 })).toBe('different');
  expect(told.different).toEqual(['ana']);
  told.nowMs += 5000;
  expect(comparison.compare(ben, OTHER, { seq: 8, atMs: 0 })).toBe('different');
  expect(told.different).toEqual(['ana']);
});

test('R13, R15 while the fingerprint of a large document is made everybody is told to ask again, and then answered from it', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const made: string[] = [];
  const comparison = new ContentComparison({
    now: () => 100_000,
    hash() {
      made.push('one');
      return promise;
    },
    onDifferent: (userId) => expect.unreachable(userId),
  });
  const state = { seq: 7, atMs: 0 };
  expect(comparison.compare(ana, HASH, state)).toBe('later');
  expect(comparison.compare(ben, HASH, state)).toBe('later');
  resolve(HASH);
  await promise;
  expect(comparison.compare(ana, HASH, state)).toBe('equal');
  expect(comparison.compare(ben, OTHER, state)).toBe('different');
  expect(made).toHaveLength(1);
});
