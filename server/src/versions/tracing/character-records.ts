// Something that is known of single characters, found by client and clock.

export class CharacterRecords<T> {
  readonly #clients = new Map<number, Map<number, T>>();

  get(client: number, clock: number): T | undefined {
    return this.#clients.get(client)?.get(clock);
  }

  set(client: number, clock: number, record: T): void {
    const known = this.#clients.get(client) ?? new Map<number, T>();
    this.#clients.set(client, known.set(clock, record));
  }

  delete(client: number, clock: number): void {
    this.#clients.get(client)?.delete(clock);
  }

  get isEmpty(): boolean {
    return this.#clients.size === 0;
  }
}

interface Stretch {
  clock: number;
  end: number;
  step: number;
}

/** Which update brought a character, by number: of each client they come in order. */
export class Arrivals {
  readonly #clients = new Map<number, Stretch[]>();

  add(client: number, clock: number, end: number, step: number): void {
    const known = this.#clients.get(client) ?? [];
    known.push({ clock, end, step });
    this.#clients.set(client, known);
  }

  /** @returns null: it was there at the beginning */
  stepOf(client: number, clock: number): number | null {
    const stretches = this.#clients.get(client) ?? [];
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.end ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    const found = stretches[low];
    return found && found.clock <= clock ? found.step : null;
  }
}
