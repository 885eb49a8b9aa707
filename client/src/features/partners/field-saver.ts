// A value that saves itself over REST: after a pause, when its field is left, and when its page goes. What could not be saved stays
// in the field and is tried again; nothing that somebody typed is taken away. Does not know what it saves, nor React.
import { ApiError } from '../../api/call.ts';

/** Milliseconds without a key: longer than in the live text, because each save is a request and an entry for everybody. */
const PAUSE_MS = 800;
/** Milliseconds until a save that the network swallowed is tried again. */
const AGAIN_MS = 5000;

export interface Saving {
  stored: string;
  /** Only what passes is sent; the rest waits in the field. */
  isValid?(value: string): boolean;
  /** `stored` has the value when it resolves. Rejects with ApiError. */
  save(value: string): Promise<void>;
}

export interface SaverState {
  /** null: nobody is changing it, what is stored is shown. */
  draft: string | null;
  state: 'idle' | 'saving' | 'saved' | 'failed';
  /** Of the last try, while `state` is failed. */
  error: unknown;
}

export class FieldSaver {
  #options: Saving;
  #state: SaverState = { draft: null, state: 'idle', error: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Saves follow each other: an older value must not arrive after a newer one. */
  #running: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  constructor(options: Saving) {
    this.#options = options;
  }

  configure(options: Saving): void {
    this.#options = options;
  }

  readonly get = (): SaverState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (draft: string): void => {
    this.#put({ draft, ...(this.#state.state === 'saved' && { state: 'idle' }) });
    this.#later(PAUSE_MS);
  };

  /** Now: a choice was made, the field or its page was left. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#attempt());
    return this.#running;
  };

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #attempt(): Promise<void> {
    const { draft } = this.#state;
    const { stored, save, isValid = () => true } = this.#options;
    if (draft === null) return;
    if (draft === stored) return this.#put({ draft: null, error: null, state: 'idle' });
    if (!isValid(draft)) return;
    this.#put({ state: 'saving' });
    try {
      await save(draft);
      const isCurrent = this.#state.draft === draft;
      this.#put({ draft: isCurrent ? null : this.#state.draft, state: isCurrent ? 'saved' : 'idle', error: null });
    } catch (error) {
      this.#put({ state: 'failed', error });
      if (error instanceof ApiError && !error.problem) this.#later(AGAIN_MS);
    }
  }

  #put(change: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
