// What every document log must keep, whatever it is made of. Run by document-log.test.ts for each adapter.
import { expect, test } from 'vitest';
import { type DocumentLog, type LogEntry, StaleEpochError } from './document-log.ts';

const entry = (text: string, authorId: string | null = 'ana', newClientIds: number[] = []): LogEntry => ({
  authorId,
  at: 1_700_000_000_000,
  bytes: new TextEncoder().encode(text),
  newClientIds,
});
const words = (updates: Uint8Array[]): string[] => updates.map((bytes) => new TextDecoder().decode(bytes));

interface Opened {
  log: DocumentLog;
  /** The same storage as another process finds it. */
  reopen(): Promise<DocumentLog>;
}

/** @param open a new, empty log */
export function documentLogContract(name: string, open: () => Promise<Opened>): void {
  test(`${name}: a document that does not exist opens as null`, async () => {
    expect(await (await open()).log.open('none')).toBeNull();
  });

  test(`${name}: a document is created once`, async () => {
    const { log } = await open();
    await log.create('d', 'g1', entry('seed', null));
    await expect(log.create('d', 'g2', entry('again', null))).rejects.toThrow();
    const opened = await log.open('d');
    expect(opened?.generation).toBe('g1');
    expect(words(opened?.updates ?? [])).toEqual(['seed']);
  });

  test(`${name}: L1, L2 appended entries come back in order, without gaps, also to another process`, async () => {
    const { log, reopen } = await open();
    await log.create('d', 'g', entry('0', null));
    const { epoch = 0 } = (await log.open('d')) ?? {};
    const numbers = await Promise.all([
      log.append('d', epoch, [entry('1'), entry('2')]),
      log.append('d', epoch, [entry('3')]),
      log.append('d', epoch, [entry('4')]),
    ]);
    expect(numbers).toEqual([3, 4, 5]);
    const again = await (await reopen()).open('d');
    expect(again?.seq).toBe(5);
    expect(words(again?.updates ?? [])).toEqual(['0', '1', '2', '3', '4']);
  });

  test(`${name}: L3 a stale epoch appends nothing and saves no snapshot`, async () => {
    const { log } = await open();
    await log.create('d', 'g', entry('0', null));
    const first = await log.open('d');
    await log.open('d');
    await expect(log.append('d', first?.epoch ?? 0, [entry('late')])).rejects.toBeInstanceOf(StaleEpochError);
    await expect(log.saveSnapshot('d', first?.epoch ?? 0, 1, new Uint8Array([1]))).rejects.toBeInstanceOf(
      StaleEpochError,
    );
    expect(words((await log.open('d'))?.updates ?? [])).toEqual(['0']);
  });

  test(`${name}: L3 whoever opens it last may write, also from another process`, async () => {
    const { log, reopen } = await open();
    await log.create('d', 'g', entry('0', null));
    const first = await log.open('d');
    const other = await reopen();
    const second = await other.open('d');
    await expect(log.append('d', first?.epoch ?? 0, [entry('late')])).rejects.toBeInstanceOf(StaleEpochError);
    expect(await other.append('d', second?.epoch ?? 0, [entry('1')])).toBe(2);
    const back = await log.open('d');
    expect(words(back?.updates ?? [])).toEqual(['0', '1']);
    expect(back?.epoch).toBeGreaterThan(second?.epoch ?? 0);
  });

  test(`${name}: L3 of two who write at once, one is told, and nothing of theirs is mixed in`, async () => {
    const { log, reopen } = await open();
    await log.create('d', 'g', entry('0', null));
    const other = await reopen();
    const [first, second] = [await log.open('d'), await other.open('d')];
    const outcomes = await Promise.allSettled([
      ...[1, 2, 3].map((number) => log.append('d', first?.epoch ?? 0, [entry(`first ${number}`)])),
      ...[1, 2, 3].map((number) => other.append('d', second?.epoch ?? 0, [entry(`second ${number}`)])),
    ]);
    expect(outcomes.map((one) => one.status)).toEqual([...Array(3).fill('rejected'), ...Array(3).fill('fulfilled')]);
    expect(words((await log.open('d'))?.updates ?? [])).toEqual(['0', 'second 1', 'second 2', 'second 3']);
  });

  test(`${name}: L2 order is that of the calls, whatever the clock says`, async () => {
    const { log, reopen } = await open();
    await log.create('d', 'g', entry('0', null));
    const { epoch = 0 } = (await log.open('d')) ?? {};
    const clock = [1_800_000_000_000, 5, 1_700_000_000_000, 0, 4_000_000_000_000, 1_700_000_000_001];
    for (const [index, at] of clock.entries()) await log.append('d', epoch, [{ ...entry(`${index + 1}`), at }]);
    const again = await (await reopen()).open('d');
    expect(words(again?.updates ?? [])).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(again?.seq).toBe(7);
  });

  test(`${name}: L4 loading takes the newest snapshot and what came after; an older one is dropped`, async () => {
    const { log } = await open();
    await log.create('d', 'g', entry('0', null));
    const { epoch = 0 } = (await log.open('d')) ?? {};
    await log.append('d', epoch, [entry('1'), entry('2'), entry('3')]);
    await log.saveSnapshot('d', epoch, 3, new TextEncoder().encode('0-2'), new TextEncoder().encode('image'));
    await log.saveSnapshot('d', epoch, 2, new TextEncoder().encode('older'));
    const opened = await log.open('d');
    expect(words([opened?.snapshot ?? new Uint8Array()])).toEqual(['0-2']);
    expect(words([opened?.snapshotImage ?? new Uint8Array()])).toEqual(['image']);
    expect(opened?.snapshotSeq).toBe(3);
    expect(words(opened?.updates ?? [])).toEqual(['3']);
  });

  test(`${name}: L6 a client id belongs to the first person who used it`, async () => {
    const { log } = await open();
    await log.create('d', 'g', entry('0', null));
    const { epoch = 0 } = (await log.open('d')) ?? {};
    await log.append('d', epoch, [entry('1', 'ana', [7]), entry('2', 'ben', [8])]);
    await log.append('d', epoch, [entry('3', 'ben', [7])]);
    expect((await log.open('d'))?.clientOwners).toEqual(
      new Map([
        [7, 'ana'],
        [8, 'ben'],
      ]),
    );
  });
}
