// When each session was last used, for the list in which people look for one that is not theirs. Gathered in memory and written
// together: two hundred people who come back at once must not wait for two hundred writes. What a crash loses is half a minute.
import { type Database, isStorageError } from '@adagia/db/open-database';
import { touchSessions } from '@adagia/db/repositories/sessions';

/** Milliseconds. People read "some minutes ago". */
const WRITE_AFTER_MS = 30_000;

export class SessionUse {
  readonly #write: ReturnType<typeof touchSessions>;
  readonly #usedAt = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(database: Database) {
    this.#write = touchSessions(database);
  }

  note(sessionId: string, now: number): void {
    this.#usedAt.set(sessionId, now);
    this.#timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS).unref();
  }

  /** What was noted up to now is in the database when it returns. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#usedAt.size === 0) return;
    try {
      this.#write(this.#usedAt);
    } catch (error) {
      // A full disk: then the list says an older time.
      if (!isStorageError(error)) throw error;
    }
    this.#usedAt.clear();
  }
}
