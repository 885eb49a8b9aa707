// Whether what people type can be stored, and whether all of what was stored is whole: for /healthz and the log. Said once
// when it changes, not with every attempt.
import type { Logger } from 'pino';

export interface StorageState {
  /** failing: the last commit did not succeed; nothing is acknowledged, and clients try again. */
  storage: 'ok' | 'failing';
  /** Rows that were damaged and could not be mended. Something to look into, and the reason to have backups. */
  damagedRows: number;
}

interface Faults {
  mended: readonly unknown[];
  damagedUpdates: readonly number[];
  damagedSnapshots: readonly number[];
  missing: readonly number[];
}

export class StorageHealth {
  readonly #log: Logger;
  readonly #countDamaged: () => number;
  #isFailing = false;

  constructor(log: Logger, countDamaged: () => number) {
    this.#log = log;
    this.#countDamaged = countDamaged;
  }

  readonly onCommit = (error: unknown): void => {
    if (error === null && this.#isFailing) this.#log.warn('storage: works again');
    if (error !== null && !this.#isFailing) this.#log.error({ err: error }, 'storage: nothing can be stored');
    this.#isFailing = error !== null;
  };

  readonly onFaults = (documentId: string, faults: Faults): void => {
    const { mended, damagedUpdates, damagedSnapshots, missing } = faults;
    const rows = { mended: mended.length, damagedUpdates, damagedSnapshots, missing };
    this.#log.error({ documentId, ...rows }, 'storage: rows were damaged; run `npm run scrub`');
  };

  state(): StorageState {
    return { storage: this.#isFailing ? 'failing' : 'ok', damagedRows: this.#countDamaged() };
  }
}
