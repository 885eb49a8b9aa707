// The copy of a document on this device: updates in IndexedDB, by person and document, each marked while the server does not
// have it yet. So a reload without network shows everything, and the number of unsaved changes survives it.
import type { ProposalId, UserId } from '@adagia/shared/ids';

interface Stored {
  id?: number;
  doc: string;
  bytes: Uint8Array;
  /** 1: typed here and not yet on the server's disk. */
  pending: 0 | 1;
}

export interface LocalCopy {
  /** Everything kept, in order. */
  load(): Promise<{ updates: Uint8Array[]; pendingIds: number[]; generation: string | null }>;
  /** @returns the id of the record, for `markSaved`. */
  append(bytes: Uint8Array, isPending: boolean): Promise<number>;
  markSaved(ids: readonly number[]): Promise<void>;
  setGeneration(generation: string): Promise<void>;
  /** Replaces all saved records by one. */
  compact(merged: Uint8Array, upToId: number): Promise<void>;
  clear(): Promise<void>;
  keepRefused(texts: readonly RefusedText[]): Promise<void>;
  loadRefused(): Promise<RefusedText[]>;
  close(): void;
}

export interface RefusedText {
  key: string;
  text: string;
}

const DATABASE = 'adagia';
const VERSION = 1;

function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore('updates', { keyPath: 'id', autoIncrement: true }).createIndex('doc', 'doc');
    db.createObjectStore('meta');
  };
  return asPromise(request);
}

export async function openLocalCopy(userId: UserId, proposalId: ProposalId): Promise<LocalCopy> {
  return new IndexedCopy(await openDatabase(), `${userId}/${proposalId}`);
}

class IndexedCopy implements LocalCopy {
  readonly #db: IDBDatabase;
  readonly #doc: string;

  constructor(db: IDBDatabase, doc: string) {
    this.#db = db;
    this.#doc = doc;
  }

  #store(name: 'updates' | 'meta', mode: IDBTransactionMode): IDBObjectStore {
    return this.#db.transaction(name, mode).objectStore(name);
  }

  async load() {
    const rows = await asPromise<Stored[]>(this.#store('updates', 'readonly').index('doc').getAll(this.#doc));
    const generation = await asPromise<unknown>(this.#store('meta', 'readonly').get(`${this.#doc}/generation`));
    return {
      updates: rows.map((row) => row.bytes),
      pendingIds: rows.flatMap((row) => (row.pending && row.id !== undefined ? [row.id] : [])),
      generation: typeof generation === 'string' ? generation : null,
    };
  }

  async append(bytes: Uint8Array, isPending: boolean): Promise<number> {
    const row: Stored = { doc: this.#doc, bytes, pending: isPending ? 1 : 0 };
    return Number(await asPromise(this.#store('updates', 'readwrite').add(row)));
  }

  async markSaved(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const store = this.#store('updates', 'readwrite');
    await Promise.all(
      ids.map(async (id) => {
        const row = await asPromise<Stored | undefined>(store.get(id));
        if (row) await asPromise(store.put({ ...row, pending: 0 }));
      }),
    );
  }

  async setGeneration(generation: string): Promise<void> {
    await asPromise(this.#store('meta', 'readwrite').put(generation, `${this.#doc}/generation`));
  }

  async compact(merged: Uint8Array, upToId: number): Promise<void> {
    const store = this.#store('updates', 'readwrite');
    const rows = await asPromise<Stored[]>(store.index('doc').getAll(this.#doc));
    const old = rows.filter((row) => row.pending === 0 && (row.id ?? Infinity) <= upToId);
    await Promise.all(old.map((row) => asPromise(store.delete(row.id ?? 0))));
    await asPromise(store.add({ doc: this.#doc, bytes: merged, pending: 0 } satisfies Stored));
  }

  async clear(): Promise<void> {
    const store = this.#store('updates', 'readwrite');
    const keys = await asPromise(store.index('doc').getAllKeys(this.#doc));
    await Promise.all(keys.map((key) => asPromise(store.delete(key))));
    await asPromise(this.#store('meta', 'readwrite').delete(`${this.#doc}/generation`));
  }

  async keepRefused(texts: readonly RefusedText[]): Promise<void> {
    await asPromise(this.#store('meta', 'readwrite').put(texts, `${this.#doc}/refused`));
  }

  async loadRefused(): Promise<RefusedText[]> {
    const texts = await asPromise<unknown>(this.#store('meta', 'readonly').get(`${this.#doc}/refused`));
    return Array.isArray(texts) ? (texts as RefusedText[]) : [];
  }

  close(): void {
    this.#db.close();
  }
}

/** On sign-out: nothing of this person stays on the device. @returns false when unsaved changes are kept here. */
export async function forgetLocalCopies(userId: UserId, force = false): Promise<boolean> {
  const db = await openDatabase();
  try {
    const store = db.transaction('updates', 'readwrite').objectStore('updates');
    const rows = (await asPromise<Stored[]>(store.getAll())).filter((row) => row.doc.startsWith(`${userId}/`));
    if (!force && rows.some((row) => row.pending)) return false;
    await Promise.all(rows.map((row) => asPromise(store.delete(row.id ?? 0))));
    return true;
  } finally {
    db.close();
  }
}
