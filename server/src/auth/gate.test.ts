import { expect, test } from 'vitest';
import { AppError } from '../http/app-error.ts';
import { Gate } from './gate.ts';

/** Work that ends when it is told to. */
function workshop() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  return { ends, work, most: () => most };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('no more than two are under way, those who wait come in order, and who finds the queue full is told at once', async () => {
  const gate = new Gate({ atOnceMax: 2, waitingMax: 3 });
  const { ends, work, most } = workshop();
  const order: number[] = [];
  const all = [0, 1, 2, 3, 4].map((index) => gate.run(work).then(() => order.push(index)));
  await settle();
  expect(ends).toHaveLength(2);
  expect(() => gate.run(work)).toThrow(AppError);
  for (let index = 0; index < 5; index += 1) {
    ends[index]?.();
    await settle();
  }
  await Promise.all(all);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most()).toBe(2);
});

test('work that fails gives its place back', async () => {
  const gate = new Gate({ atOnceMax: 1, waitingMax: 1 });
  const failing = gate.run(() => Promise.reject(new Error('no')));
  const next = gate.run(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await gate.run(() => Promise.resolve('again'))).toBe('again');
});
