// The one detector for what nobody foresaw: when nothing has happened for a while, asks the server whether its document says
// the same as this one. Decides when to ask and what the answer means; knows no socket and no document.
import type { ComparisonName } from '@adagia/shared/wire/messages';

export interface IdleCheckOptions {
  nowMs(): number;
  /** @returns what calls it off */
  after(delayMs: number, work: () => void): () => void;
  /** Is everything acknowledged, on a connection that is open? */
  isSettled(): boolean;
  /** @param isChanged whether the document may be another one than at the last question */
  ask(isChanged: boolean): void;
  onDifferent(): void;
}

/** Milliseconds without a change. Shorter, and every pause in typing would be worth a question. */
const IDLE_MS = 5000;
/** Milliseconds between two questions: a fingerprint costs both sides a few milliseconds. */
const EVERY_MS = 30_000;
/** Milliseconds after which it is asked although nothing has changed here: what got lost on its way here changed nothing
 * either. Both sides still have their fingerprints then. */
const ANYWAY_MS = 60_000;

export class IdleCheck {
  readonly #options: IdleCheckOptions;
  #cancelTimer: (() => void) | null = null;
  #changes = 0;
  /** Asked, with no change since and no answer yet. */
  #isAsked = false;
  #lastAskedChange = -1;
  #isSecondTime = false;
  #lastAskedMs = -Infinity;

  constructor(options: IdleCheckOptions) {
    this.#options = options;
  }

  /** Something was typed here or came from the server, or a connection begins. */
  changed(): void {
    this.#changes += 1;
    this.#isAsked = false;
    this.#askIn(IDLE_MS);
  }

  #askIn(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.after(delayMs, () => this.#ask());
  }

  #ask(): void {
    this.#cancelTimer = null;
    // No longer than that, also when the clock of the machine was put back.
    const waitMs = Math.min(EVERY_MS, this.#lastAskedMs + EVERY_MS - this.#options.nowMs());
    if (waitMs > 0) return this.#askIn(waitMs);
    if (!this.#options.isSettled()) return this.#askIn(IDLE_MS);
    this.#askNow(false);
  }

  #askNow(isSecondTime: boolean): void {
    this.#isSecondTime = isSecondTime;
    this.#lastAskedMs = this.#options.nowMs();
    this.#isAsked = true;
    const isChanged = this.#changes !== this.#lastAskedChange;
    this.#lastAskedChange = this.#changes;
    this.#options.ask(isChanged);
  }

  /**
   * What changed between question and answer makes the answer worthless: it is asked again. A difference is asked about twice:
   * whoever has had one answer has had everything that was on its way before it.
   */
  answered(answer: ComparisonName): void {
    if (!this.#isAsked) return;
    const isSure = this.#isSecondTime;
    this.#isAsked = false;
    this.#isSecondTime = false;
    if (answer !== 'different') this.#askIn(answer === 'later' ? EVERY_MS : ANYWAY_MS);
    else if (isSure) this.#options.onDifferent();
    else this.#askNow(true);
  }

  end(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#isAsked = false;
  }
}
