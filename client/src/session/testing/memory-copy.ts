// A copy on this device that is a list in memory, with faults on demand: for tests of sessions and for the simulator. Passes
// the same contract as the one in IndexedDB.
import type { CopyRecord, KeptCopy, LocalCopy, RefusedText } from '../local-copy.ts';

/** What is on the device: outlives the copies that tabs open on it. */
export class MemoryDevice {
  records: (CopyRecord & { id: number })[] = [];
  generation: string | null = null;
  refused: RefusedText[] = [];
  /** When set, whatever would write rejects with it and writes nothing. */
  fault: Error | null = null;
  nextId = 1;
  /** What was asked for last, by whatever tab. */
  last: Promise<unknown> = Promise.resolve();
}

/** One after the other, in the order in which they were asked for, as transactions of one database are whatever tab they come from. */
function orderedOn(device: MemoryDevice, turn: () => Promise<boolean>) {
  return <T>(isWrite: boolean, work: () => T): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const before = device.last;
    const step = async (): Promise<void> => {
      await before;
      if (!(await turn())) return;
      try {
        if (isWrite && device.fault) throw device.fault;
        resolve(work());
      } catch (error) {
        reject(error);
      }
    };
    device.last = step();
    return promise;
  };
}

/**
 * @param turn awaited before each step: where the simulator lets time pass. Resolves to false where the tab was killed meanwhile:
 *   then nothing is done, and whoever asked never hears of it.
 */
export function openMemoryCopy(device: MemoryDevice, turn: () => Promise<boolean> = async () => true): LocalCopy {
  const inOrder = orderedOn(device, turn);
  const forget = (isGone: (record: CopyRecord & { id: number }) => boolean) => {
    device.records = device.records.filter((record) => !isGone(record));
  };
  const add = (record: CopyRecord): number => {
    const id = device.nextId++;
    device.records.push({ ...record, id });
    return id;
  };
  return {
    load: () =>
      inOrder(
        false,
        (): KeptCopy => ({
          records: device.records.map((record) => ({ ...record })),
          generation: device.generation,
          refused: [...device.refused],
        }),
      ),
    append: (records) => inOrder(true, () => records.map(add)),
    markSaved: (ids) =>
      inOrder(true, () => {
        for (const record of device.records) if (ids.includes(record.id)) record.isPending = false;
      }),
    setGeneration: (generation) =>
      inOrder(true, () => {
        device.generation = generation;
      }),
    compact: (fold) =>
      inOrder(true, () => {
        const { generation } = device;
        if (generation === null) return;
        const isOwn = (record: CopyRecord) => (record.generation ?? generation) === generation;
        const bytes = fold(device.records.filter((one) => !one.isPending && isOwn(one)).map((one) => one.bytes));
        forget((record) => !record.isPending);
        add({ bytes, isPending: false, generation });
      }),
    keepAsTexts: (texts, ids) =>
      inOrder(true, () => {
        device.refused.push(...texts);
        forget(({ id }) => ids.includes(id));
      }),
    replaceByTexts: (texts, pendingIds) =>
      inOrder(true, () => {
        device.refused.push(...texts);
        forget(({ id, isPending }) => !isPending || pendingIds.includes(id));
        device.generation = null;
      }),
    dismissRefused: () =>
      inOrder(true, () => {
        device.refused = [];
      }),
    close: () => undefined,
  };
}
