// A bad network between people: what one makes reaches each of the others late, in any order, twice, or not at all.
import type { Random } from '@adagia/shared/random';

interface Message {
  to: number;
  update: Uint8Array;
}

/** Of messages: some arrive twice, some never (a full exchange at the end brings what is missing). */
const TWICE = 0.05;
const LOST = 0.05;

export class Network {
  readonly #random: Random;
  readonly #waiting: Message[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  post(from: number, people: number, update: Uint8Array): void {
    for (let to = 0; to < people; to += 1) {
      if (to === from || this.#random.chance(LOST)) continue;
      this.#waiting.push({ to, update });
      if (this.#random.chance(TWICE)) this.#waiting.push({ to, update });
    }
  }

  /** Any waiting message may be next; Yjs keeps what came too early. */
  deliver(countMax: number, receive: (to: number, update: Uint8Array) => void): void {
    for (let count = this.#random.below(countMax + 1); count > 0 && this.#waiting.length > 0; count -= 1) {
      const [message] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
      if (message) receive(message.to, message.update);
    }
  }
}
