// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

/** As after a reload: nothing in memory. */
const load = () => import('./writing-mode.ts');

it('41: editors choose among all modes, who only suggests never edits, who only reads only views', async () => {
  const { modesFor } = await load();
  expect(modesFor({ canWrite: true })).toEqual(['editing', 'suggesting', 'viewing']);
  expect(modesFor({ canWrite: true, suggestsOnly: true })).toEqual(['suggesting', 'viewing']);
  expect(modesFor({ canWrite: false })).toEqual(['viewing']);
});

it('begins with the widest mode, and what rights took away gives way to it', async () => {
  const { modeWithin } = await load();
  expect(modeWithin({ canWrite: true }, null)).toBe('editing');
  expect(modeWithin({ canWrite: true, suggestsOnly: true }, 'editing')).toBe('suggesting');
  expect(modeWithin({ canWrite: true, suggestsOnly: true }, 'viewing')).toBe('viewing');
  expect(modeWithin({ canWrite: false }, 'suggesting')).toBe('viewing');
});

it('remembers what each person chose in each proposal', async () => {
  const before = await load();
  before.chosenMode('p1', 'ana').set('suggesting');
  vi.resetModules();
  const { chosenMode } = await load();
  expect(chosenMode('p1', 'ana').get()).toBe('suggesting');
  expect(chosenMode('p2', 'ana').get()).toBeNull();
  expect(chosenMode('p1', 'ben').get()).toBeNull();
});

it('tells its listeners, and takes nothing that is no mode from the storage', async () => {
  localStorage.setItem('adagia.mode/p1/ana', 'painting');
  const { chosenMode } = await load();
  const mode = chosenMode('p1', 'ana');
  expect(mode.get()).toBeNull();
  const told = vi.fn();
  mode.subscribe(told);
  mode.set('viewing');
  expect(told).toHaveBeenCalledTimes(1);
  expect(chosenMode('p1', 'ana').get()).toBe('viewing');
});
