import { expect, test } from 'vitest';
import { MemoryGuard, readMemory } from './memory-guard.ts';

function guard() {
  const shed: number[] = [];
  const at = { usedBytes: 0, nowMs: 0 };
  const options = { read: () => ({ usedBytes: at.usedBytes, limitBytes: 100 }), now: () => at.nowMs };
  return { at, shed, guard: new MemoryGuard({ ...options, shed: ({ usedBytes }) => void shed.push(usedBytes) }) };
}

test('below four fifths of the memory nothing happens', () => {
  const { at, shed, guard: one } = guard();
  at.usedBytes = 79;
  one.look();
  expect(shed).toEqual([]);
});

test('above it everything that can be loaded again is let go, and not again within a minute', () => {
  const { at, shed, guard: one } = guard();
  at.usedBytes = 81;
  one.look();
  at.nowMs = 59_999;
  one.look();
  expect(shed).toEqual([81]);
  at.nowMs = 60_000;
  one.look();
  expect(shed).toEqual([81, 81]);
});

test('a clock that was set back does not keep it from letting go again', () => {
  const { at, shed, guard: one } = guard();
  at.usedBytes = 81;
  at.nowMs = 3_600_000;
  one.look();
  at.nowMs = 0;
  one.look();
  expect(shed).toEqual([81, 81]);
});

test('this process knows how much it has and how much it may have', () => {
  const { usedBytes, limitBytes } = readMemory();
  expect(usedBytes).toBeGreaterThan(1024 * 1024);
  expect(limitBytes).toBeGreaterThan(usedBytes);
});
