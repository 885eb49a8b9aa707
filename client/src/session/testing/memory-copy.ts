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
}

/** @param turn awaited before each step: where the simulator lets time pass, and where a closed tab never comes back */
export function openMemoryCopy(device: MemoryDevice, turn: () => Promise<void> = async () => undefined): LocalCopy {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, as transactions of one database are. */
  const inOrder = <T>(isWrite: boolean, work: () => T): Promise<T> => {
    const step = async () => {
      await turn();
      if (isWrite && device.fault) throw device.fault;
      return work();
    };
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
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
