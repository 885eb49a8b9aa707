import { createProposal } from '@adagia/shared/api/people';
import { expect, test } from 'vitest';
import { MemoryGuard, readMemory } from './memory-guard.ts';
import { openSocket } from './testing/live-socket.ts';
import { newProposal, startTestServer } from './testing/test-server.ts';

const MB = 1024 * 1024;

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
  const { usedBytes, limitBytes } = readMemory(null);
  expect(usedBytes).toBeGreaterThan(MB);
  expect(limitBytes).toBeGreaterThan(usedBytes);
});

test('memory outside the heap counts, also where nobody has set a limit', () => {
  // Tighter than the heap's own.
  const read = () => readMemory(process.memoryUsage.rss() + 512 * MB).usedBytes;
  const before = read();
  const bytes = Buffer.alloc(64 * MB, 1);
  expect(read() - before).toBeGreaterThan(bytes.length / 2);
});

test('R14 a running server whose memory is short outside the heap sends everybody away to come back', async () => {
  // Before it is filled, there is room for what a server itself needs.
  const limitMb = Math.ceil((process.memoryUsage.rss() + 128 * MB) / 0.8 / MB);
  const server = await startTestServer({ MEMORY_MAX_MB: String(limitMb) });
  const ana = await server.signUp('Ana');
  const { id } = (await ana.call(createProposal, {}, newProposal)).json as { id: string };
  const socket = await openSocket(server, ana, id);
  const bytes = Buffer.alloc(384 * MB, 1);
  expect(await socket.closed).toBe('draining');
  expect(bytes[0]).toBe(1);
  // They come back into a room that was loaded anew.
  const again = await openSocket(server, ana, id);
  again.close();
  await server.dispose();
}, 60_000);
