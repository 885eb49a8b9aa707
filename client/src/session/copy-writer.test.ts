// The order of what is written on this device, and what happens where it cannot be. The copy is the one in memory.
import { expect, test } from 'vitest';
import { CopyWriter } from './copy-writer.ts';
import type { CopyRecord } from './local-copy.ts';
import { FakeWorld } from './testing/fake-world.ts';
import { MemoryDevice, openMemoryCopy } from './testing/memory-copy.ts';

const record = (word: string, isPending = true): CopyRecord => ({
  bytes: new TextEncoder().encode(word),
  isPending,
  generation: 'g1',
});
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function begin() {
  const world = new FakeWorld();
  const device = new MemoryDevice();
  const keeping: boolean[] = [];
  const appends: number[] = [];
  const copy = openMemoryCopy(device);
  const writer = new CopyWriter({
    copy: { ...copy, append: (records) => (appends.push(records.length), copy.append(records)) },
    after: world.environment.after,
    onKeeping: (isKeeping) => keeping.push(isKeeping),
  });
  const words = () => device.records.map(({ bytes }) => new TextDecoder().decode(bytes));
  return { world, device, writer, keeping, appends, words };
}

test('S2 the first is written at once, what comes meanwhile together, all in order', async () => {
  const { writer, appends, words } = begin();
  for (const word of ['a', 'b', 'c']) writer.append(record(word));
  expect(appends).toEqual([1]);
  await settle();
  expect(appends).toEqual([1, 2]);
  expect(words()).toEqual(['a', 'b', 'c']);
});

test('S2 what waits when the page goes is handed over at once, behind what is under way', async () => {
  const { writer, appends, words } = begin();
  for (const word of ['a', 'b', 'c']) writer.append(record(word));
  writer.handOver();
  expect(appends).toEqual([1, 2]);
  writer.append(record('d'));
  writer.handOver();
  expect(appends).toEqual([1, 2, 1]);
  await settle();
  writer.append(record('e'));
  await settle();
  expect(words()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('S2 what was acknowledged before it was written, or while it was, is not kept as unsaved', async () => {
  const { writer, device } = begin();
  const first = writer.append(record('a'));
  const second = writer.append(record('b'));
  writer.append(record('c'));
  writer.markSaved([first, second]);
  await settle();
  expect(device.records.map((one) => one.isPending)).toEqual([false, false, true]);
});

test('S2 on a full disk nothing later is written before what did not fit, and it is tried again every five seconds', async () => {
  const { world, writer, device, keeping, appends, words } = begin();
  device.fault = new Error('full');
  writer.append(record('a'));
  writer.append(record('b'));
  await settle();
  writer.append(record('c'));
  await settle();
  expect(keeping).toEqual([false]);
  expect(appends).toEqual([1]);
  world.pass(5000);
  await settle();
  expect(appends).toEqual([1, 3]);
  device.fault = null;
  world.pass(5000);
  await settle();
  expect(words()).toEqual(['a', 'b', 'c']);
  expect(keeping).toEqual([false, false, true]);
});

test('S2 closing hands over what waits, and takes no more', async () => {
  const { writer, words } = begin();
  writer.append(record('a'));
  writer.append(record('b'));
  writer.close();
  writer.append(record('c'));
  await settle();
  expect(words()).toEqual(['a', 'b']);
});

test('S4 stopping waits for what is under way, and writes nothing after it', async () => {
  const { writer, words } = begin();
  writer.append(record('a'));
  writer.append(record('b'));
  await writer.stop();
  await settle();
  expect(words()).toEqual(['a']);
});
