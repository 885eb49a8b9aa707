// The copy on this device in IndexedDB: one database for all documents of all people of this browser. Every method is one
// transaction, so that several tabs cannot get between its steps and a full disk leaves nothing half done.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { countKeptFields, forgetKeptFields } from '../offline/kept-fields.ts';
import type { CopyRecord, KeptCopy, LocalCopy, RefusedText } from './local-copy.ts';

interface Stored {
  id?: number;
  doc: string;
  bytes: Uint8Array;
  pending: 0 | 1;
  /** Missing in rows of early versions. */
  generation?: string | null;
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

interface Stores {
  updates: IDBObjectStore;
  meta: IDBObjectStore;
}

/** Resolves when the transaction is through, not when its requests are: only then is it kept. */
function inTransaction<T>(db: IDBDatabase, mode: IDBTransactionMode, work: (stores: Stores) => Promise<T>): Promise<T> {
  const transaction = db.transaction(['updates', 'meta'], mode);
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
  const result = work({ updates: transaction.objectStore('updates'), meta: transaction.objectStore('meta') });
  // One that failed aborts the transaction, which rejects; but not where `work` itself threw.
  result.catch(() => {
    try {
      if (!transaction.error) transaction.abort();
    } catch {
      // It was to be committed already, and aborts by itself.
    }
  });
  return Promise.all([result, ended]).then(([value]) => value);
}

const asTexts = (value: unknown): RefusedText[] => (Array.isArray(value) ? (value as RefusedText[]) : []);

class IndexedCopy implements LocalCopy {
  readonly #db: IDBDatabase;
  readonly #doc: string;

  constructor(db: IDBDatabase, doc: string) {
    this.#db = db;
    this.#doc = doc;
  }

  #rows({ updates }: Stores): Promise<Stored[]> {
    return asPromise<Stored[]>(updates.index('doc').getAll(this.#doc));
  }

  load(): Promise<KeptCopy> {
    return inTransaction(this.#db, 'readonly', async (stores) => {
      const [rows, generation, refused] = await Promise.all([
        this.#rows(stores),
        asPromise<unknown>(stores.meta.get(`${this.#doc}/generation`)),
        asPromise<unknown>(stores.meta.get(`${this.#doc}/refused`)),
      ]);
      return {
        records: rows.map((row) => ({
          id: row.id ?? 0,
          bytes: row.bytes,
          isPending: row.pending === 1,
          generation: row.generation ?? null,
        })),
        generation: typeof generation === 'string' ? generation : null,
        refused: asTexts(refused),
      };
    });
  }

  append(records: readonly CopyRecord[]): Promise<number[]> {
    return inTransaction(this.#db, 'readwrite', async ({ updates }) => {
      const requests = records.map(({ bytes, isPending, generation }) =>
        updates.add({ doc: this.#doc, bytes, pending: isPending ? 1 : 0, generation } satisfies Stored),
      );
      // Nothing more is asked: the browser finishes it also when the page goes before it has answered, where it would drop it otherwise.
      updates.transaction.commit();
      return (await Promise.all(requests.map(asPromise))).map(Number);
    });
  }

  async markSaved(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await inTransaction(this.#db, 'readwrite', ({ updates }) =>
      Promise.all(
        ids.map(async (id) => {
          const row = await asPromise<Stored | undefined>(updates.get(id));
          if (row) await asPromise(updates.put({ ...row, pending: 0 }));
        }),
      ),
    );
  }

  async setGeneration(generation: string): Promise<void> {
    await inTransaction(this.#db, 'readwrite', ({ meta }) =>
      asPromise(meta.put(generation, `${this.#doc}/generation`)),
    );
  }

  async compact(fold: (updates: readonly Uint8Array[]) => Uint8Array): Promise<void> {
    await inTransaction(this.#db, 'readwrite', async (stores) => {
      const generation = await asPromise<unknown>(stores.meta.get(`${this.#doc}/generation`));
      if (typeof generation !== 'string') return;
      const saved = (await this.#rows(stores)).filter((row) => row.pending === 0);
      // What is left of another generation is of no use to anybody.
      const own = saved.filter((row) => (row.generation ?? generation) === generation);
      const bytes = fold(own.map((row) => row.bytes));
      for (const row of saved) stores.updates.delete(row.id ?? 0);
      const folded: Stored = { doc: this.#doc, bytes, pending: 0, generation };
      await asPromise(stores.updates.add(folded));
    });
  }

  async keepAsTexts(texts: readonly RefusedText[], ids: readonly number[]): Promise<void> {
    await inTransaction(this.#db, 'readwrite', async (stores) => {
      await this.#addTexts(stores, texts);
      for (const id of ids) stores.updates.delete(id);
    });
  }

  async replaceByTexts(texts: readonly RefusedText[], pendingIds: readonly number[]): Promise<void> {
    const mine = new Set(pendingIds);
    await inTransaction(this.#db, 'readwrite', async (stores) => {
      await this.#addTexts(stores, texts);
      for (const row of await this.#rows(stores)) {
        if (row.pending === 0 || mine.has(row.id ?? 0)) stores.updates.delete(row.id ?? 0);
      }
      await asPromise(stores.meta.delete(`${this.#doc}/generation`));
    });
  }

  async #addTexts({ meta }: Stores, texts: readonly RefusedText[]): Promise<void> {
    if (texts.length === 0) return;
    const kept = asTexts(await asPromise<unknown>(meta.get(`${this.#doc}/refused`)));
    await asPromise(meta.put([...kept, ...texts], `${this.#doc}/refused`));
  }

  async dismissRefused(): Promise<void> {
    await inTransaction(this.#db, 'readwrite', ({ meta }) => asPromise(meta.delete(`${this.#doc}/refused`)));
  }

  close(): void {
    this.#db.close();
  }
}

/** On sign-out: nothing of this person stays on the device. @returns false when unsaved text is kept here. */
export async function forgetLocalCopies(userId: UserId, force = false): Promise<boolean> {
  if (!force && countKeptFields(userId, '') > 0) return false;
  const db = await openDatabase();
  try {
    const isForgotten = await inTransaction(db, 'readwrite', async ({ updates, meta }) => {
      const rows = (await asPromise<Stored[]>(updates.getAll())).filter((row) => row.doc.startsWith(`${userId}/`));
      const keys = (await asPromise(meta.getAllKeys()))
        .filter((key) => typeof key === 'string')
        .filter((key) => key.startsWith(`${userId}/`));
      const isUnsaved = rows.some((row) => row.pending) || keys.some((key) => key.endsWith('/refused'));
      if (!force && isUnsaved) return false;
      for (const row of rows) updates.delete(row.id ?? 0);
      for (const key of keys) meta.delete(key);
      return true;
    });
    if (isForgotten) forgetKeptFields(userId);
    return isForgotten;
  } finally {
    db.close();
  }
}
