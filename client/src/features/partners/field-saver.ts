// A value that saves itself over REST: after a pause, when its field is left, and when its page goes. What could not be saved stays
// in the field, is kept on the device, and is tried again; nothing that somebody typed is taken away, and nothing that a colleague
// wrote meanwhile is overwritten unseen. Does not know what it saves, nor React.
import { cleanName } from '@adagia/shared/api/person-name';
import { ApiError } from '../../api/call.ts';
import type { KeptField } from '../../offline/kept-fields.ts';

/** Milliseconds without a key: longer than in the live text, because each save is a request and an entry for everybody. */
const PAUSE_MS = 800;
/** Milliseconds until a save that the network swallowed is tried again. */
const AGAIN_MS = 5000;

export interface Saving {
  stored: string;
  /** Only what passes is sent; the rest waits in the field. */
  isValid?(value: string): boolean;
  /** Whether the server keeps the two as one: for one line it does away with blanks. */
  isSame?(one: string, other: string): boolean;
  /**
   * `stored` has the value when it resolves. Rejects with ApiError: `conflict` where something else than `base` is stored by now.
   * @param base null: whatever is stored
   */
  save(value: string, base: string | null): Promise<void>;
}

/** Where unsaved words outlive the page. */
export interface DraftPlace {
  read(): KeptField | null;
  write(field: KeptField | null): void;
}

export interface SaverState {
  /** null: nobody is changing it, what is stored is shown. */
  draft: string | null;
  /** meanwhile: somebody else has stored another value since this one was begun. */
  state: 'idle' | 'saving' | 'saved' | 'failed' | 'meanwhile';
  /** Of the last try that failed, until one has saved: also while it is tried again. */
  error: unknown;
}

/** The server takes blanks at the ends away: whoever pauses between two words must not lose the one between them. */
const isSameLine = (one: string, other: string): boolean => cleanName(one) === cleanName(other);

export class FieldSaver {
  #options: Saving;
  readonly #place: DraftPlace | undefined;
  #state: SaverState = { draft: null, state: 'idle', error: null };
  #base: string | null = null;
  /** Stored when this field was last saved, until another value is seen: what is known is older than that. */
  #outdated: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Saves follow each other: an older value must not arrive after a newer one. */
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;
  #isKept = false;
  readonly #listeners = new Set<() => void>();

  constructor(options: Saving, place?: DraftPlace) {
    this.#options = options;
    this.#place = place;
    const kept = place?.read();
    if (!kept) return;
    this.#isKept = true;
    this.#base = kept.base;
    this.#state = { ...this.#state, draft: kept.draft };
  }

  configure(options: Saving): void {
    const isNew = options.stored !== this.#options.stored;
    const wasSaved = !this.isUnsaved;
    if (options.stored !== this.#outdated) this.#outdated = null;
    this.#options = options;
    // What a colleague stores is shown at once where nothing here waits to be saved.
    if (isNew && wasSaved && this.isUnsaved) this.#put({ draft: null });
    else this.#keep();
  }

  readonly get = (): SaverState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isUnsaved(): boolean {
    const { draft } = this.#state;
    return draft !== null && !this.#isSame(draft, this.#options.stored);
  }

  #isSame(one: string, other: string): boolean {
    return (this.#options.isSame ?? isSameLine)(one, other);
  }

  readonly change = (draft: string): void => {
    if (!this.isUnsaved) this.#base = this.#outdated === null ? this.#options.stored : null;
    this.#put({ draft, ...(this.#state.state === 'saved' && { state: 'idle' }) });
    this.#later(PAUSE_MS);
  };

  /** Now: a choice was made, the field or its page was left. */
  readonly flush = (): Promise<void> => this.#next(true);

  /** What is stored by now may go. */
  readonly overwrite = (): Promise<void> => {
    this.#base = null;
    return this.flush();
  };

  /** What is stored by now is right. */
  readonly giveUp = (): void => {
    clearTimeout(this.#timer);
    this.#put({ draft: null, state: 'idle', error: null });
  };

  /** The page goes: one last try, and no other one under a page of somebody else. @returns whether all is saved */
  async close(): Promise<boolean> {
    this.#isClosed = true;
    await this.flush();
    return !this.isUnsaved;
  }

  reopen(): void {
    this.#isClosed = false;
    if (this.#state.draft !== null) void this.#next(false);
  }

  #next(isLeft: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#attempt(isLeft));
    return this.#running;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#next(false), ms);
  }

  async #attempt(isLeft: boolean): Promise<void> {
    const { draft } = this.#state;
    const { stored, save, isValid = () => true } = this.#options;
    if (draft === null) return;
    if (this.#isSame(draft, stored)) return this.#settle(isLeft || draft === stored, 'idle');
    // Between the two values its author chooses: leaving the field for the button that does must not take the button away.
    if (!isValid(draft) || (this.#state.state === 'meanwhile' && this.#base !== null)) return;
    this.#put({ state: 'saving' });
    try {
      await save(draft, this.#base);
      this.#outdated = stored;
      this.#base = null;
      if (this.#state.draft === draft) this.#settle(isLeft || draft === cleanName(draft), 'saved');
      else this.#put({ state: 'idle', error: null });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param isOver nobody is in the middle of it: what is stored is shown */
  #settle(isOver: boolean, state: 'idle' | 'saved'): void {
    const shown = state === 'idle' && this.#state.state === 'saved' ? 'saved' : state;
    this.#put({ draft: isOver ? null : this.#state.draft, error: null, state: shown });
  }

  #fail(error: unknown): void {
    const problem = error instanceof ApiError ? error.problem : undefined;
    if (problem?.code === 'conflict' && this.#base !== null) return this.#put({ state: 'meanwhile' });
    this.#put({ state: 'failed', error });
    if (problem === null && !this.#isClosed) this.#later(AGAIN_MS);
  }

  #put(change: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...change };
    this.#keep();
    for (const listener of this.#listeners) listener();
  }

  #keep(): void {
    const { draft } = this.#state;
    const isWorthIt = draft !== null && this.isUnsaved;
    if (isWorthIt) this.#place?.write({ draft, base: this.#base });
    else if (this.#isKept) this.#place?.write(null);
    this.#isKept = isWorthIt;
  }
}
