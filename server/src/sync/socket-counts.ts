// How many sockets a person and an address have open: neither may take the server for themselves.
import { limits } from '@adagia/shared/wire/limits';

export class SocketCounts {
  readonly #isLimited: boolean;
  readonly #byPerson = new Map<string, number>();
  readonly #byAddress = new Map<string, number>();

  constructor(isLimited: boolean) {
    this.#isLimited = isLimited;
  }

  #isFull(userId: string, address: string): boolean {
    if (!this.#isLimited) return false;
    const { socketsPerPersonMax, socketsPerAddressMax } = limits;
    return (
      (this.#byPerson.get(userId) ?? 0) >= socketsPerPersonMax ||
      (this.#byAddress.get(address) ?? 0) >= socketsPerAddressMax
    );
  }

  /** Asked and counted in one go: of many that arrive at once no more get in. @returns what to call at the end; null: full */
  take(userId: string, address: string): (() => void) | null {
    if (this.#isFull(userId, address)) return null;
    change(this.#byPerson, userId, 1);
    change(this.#byAddress, address, 1);
    return () => {
      change(this.#byPerson, userId, -1);
      change(this.#byAddress, address, -1);
    };
  }
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
