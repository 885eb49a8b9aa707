// What every copy on a device must keep, whatever it is made of. Run by local-copy.test.ts for each.
import { expect, test } from 'vitest';
import type { CopyRecord, KeptCopy, LocalCopy } from './local-copy.ts';

const record = (word: string, isPending = false, generation: string | null = 'g1'): CopyRecord => ({
  bytes: new TextEncoder().encode(word),
  isPending,
  generation,
});
const words = ({ records }: KeptCopy): string[] => records.map(({ bytes }) => new TextDecoder().decode(bytes));
const pending = ({ records }: KeptCopy): string[] =>
  words({ records: records.filter((one) => one.isPending) } as KeptCopy);
const joined = (updates: readonly Uint8Array[]): Uint8Array =>
  new TextEncoder().encode(updates.map((bytes) => new TextDecoder().decode(bytes)).join('+'));

/** @param open a new device; each call of what it gives is another tab on it */
export function localCopyContract(name: string, open: () => () => Promise<LocalCopy>): void {
  test(`${name}: a device that has nothing says so`, async () => {
    const copy = await open()();
    expect(await copy.load()).toEqual({ records: [], generation: null, refused: [] });
  });

  test(`${name}: S2 records come back in order, with their marks, in another tab and after a reload`, async () => {
    const tab = open();
    const copy = await tab();
    const [first] = await copy.append([record('a', true), record('b')]);
    await copy.append([record('c', true)]);
    await copy.markSaved([first ?? 0]);
    await copy.setGeneration('g1');
    copy.close();
    const kept = await (await tab()).load();
    expect(words(kept)).toEqual(['a', 'b', 'c']);
    expect(pending(kept)).toEqual(['c']);
    expect(kept.generation).toBe('g1');
    expect(kept.records.map((one) => one.generation)).toEqual(['g1', 'g1', 'g1']);
  });

  test(`${name}: S2 two tabs write into one copy, and none overwrites the other`, async () => {
    const tab = open();
    const [one, other] = [await tab(), await tab()];
    const ids = await Promise.all([
      one.append([record('a', true)]),
      other.append([record('b', true)]),
      one.append([record('c', true)]),
    ]);
    expect(new Set(ids.flat()).size).toBe(3);
    await one.markSaved(ids[0] ?? []);
    expect(pending(await other.load()).sort()).toEqual(['b', 'c']);
  });

  test(`${name}: folding takes the saved records of all tabs, and no unsaved one`, async () => {
    const tab = open();
    const [one, other] = [await tab(), await tab()];
    await one.setGeneration('g1');
    await one.append([record('a'), record('b', true)]);
    await other.append([record('c'), record('old', false, 'g0')]);
    await one.compact(joined);
    const kept = await other.load();
    expect(words(kept).sort()).toEqual(['a+c', 'b']);
    expect(pending(kept)).toEqual(['b']);
  });

  test(`${name}: S4 refused text is kept and what was refused forgotten in one step; other tabs' unsaved words stay`, async () => {
    const tab = open();
    const [one, other] = [await tab(), await tab()];
    await one.setGeneration('g1');
    const [id] = await one.append([record('mine', true), record('saved')]);
    await other.append([record('theirs', true)]);
    await one.replaceByTexts([{ key: 'answer:x', text: 'mine' }], [id ?? 0]);
    const kept = await other.load();
    expect(words(kept)).toEqual(['theirs']);
    expect(kept.generation).toBeNull();
    expect(kept.refused).toEqual([{ key: 'answer:x', text: 'mine' }]);
  });

  test(`${name}: S4 kept texts add up until they are dismissed`, async () => {
    const copy = await open()();
    const [id] = await copy.append([record('a', true, 'g0'), record('b')]);
    await copy.keepAsTexts([{ key: 'k', text: 'one' }], [id ?? 0]);
    await copy.keepAsTexts([{ key: 'k', text: 'two' }], []);
    const kept = await copy.load();
    expect(kept.refused.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(words(kept)).toEqual(['b']);
    await copy.dismissRefused();
    expect((await copy.load()).refused).toEqual([]);
  });
}
