// Turns a changing list of people into few announcements: at most one in ten seconds, with everybody who came and left in
// between, and nothing about who came and left again.

/** Milliseconds between two announcements: more often they would talk over the person's own work. */
export const ANNOUNCE_EVERY_MS = 10_000;

export interface Announcement {
  entered: string[];
  left: string[];
}

export interface Clock {
  now(): number;
  /** @returns cancels it */
  after(ms: number, action: () => void): () => void;
}

export class ComingsAndGoings {
  readonly #announce: (announcement: Announcement) => void;
  readonly #clock: Clock;
  /** Id → name, as last announced. */
  #announced: ReadonlyMap<string, string> = new Map();
  #present: ReadonlyMap<string, string> = new Map();
  /** Who turns up in the first moments was there before me, and is no news: others are heard of only after connecting. */
  readonly #newsFromMs: number;
  #lastMs = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(announce: (announcement: Announcement) => void, clock: Clock) {
    this.#announce = announce;
    this.#clock = clock;
    this.#newsFromMs = clock.now() + ANNOUNCE_EVERY_MS;
  }

  /** @param people id → name */
  update(people: ReadonlyMap<string, string>): void {
    this.#present = people;
    if (this.#clock.now() < this.#newsFromMs) {
      this.#announced = people;
      return;
    }
    if (this.#cancel) return;
    const waitMs = this.#lastMs + ANNOUNCE_EVERY_MS - this.#clock.now();
    if (waitMs <= 0) this.#tell();
    else
      this.#cancel = this.#clock.after(waitMs, () => {
        this.#cancel = null;
        this.#tell();
      });
  }

  #tell(): void {
    const before = this.#announced;
    const entered = [...this.#present].filter(([id]) => !before.has(id)).map(([, name]) => name);
    const left = [...before].filter(([id]) => !this.#present.has(id)).map(([, name]) => name);
    this.#announced = this.#present;
    if (entered.length === 0 && left.length === 0) return;
    this.#lastMs = this.#clock.now();
    this.#announce({ entered, left });
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
