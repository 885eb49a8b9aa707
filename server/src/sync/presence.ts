// Who is in a room and where: the awareness states of its connections. Each may speak for one client id only, and who they
// are is stamped here: what a client says about that is overwritten. Kept in memory, never stored.
import { limits } from '@adagia/shared/wire/limits';
import type { AwarenessEntry } from './frames.ts';

interface Held extends AwarenessEntry {
  owner: object;
}

export class PresenceBoard {
  readonly #held = new Map<number, Held>();

  /**
   * @param user what everybody is told about this connection
   * @returns what the others are to be told.
   */
  take(owner: object, user: Record<string, unknown>, entries: readonly AwarenessEntry[]): AwarenessEntry[] {
    const news: AwarenessEntry[] = [];
    for (const entry of entries) {
      const mine = [...this.#held.values()].find((held) => held.owner === owner);
      const held = this.#held.get(entry.clientId);
      // A stock client also repeats what it has heard of others: not its business, and no reason to end it.
      if ((mine && mine.clientId !== entry.clientId) || (held && held.owner !== owner)) continue;
      if (held && entry.clock < held.clock) continue;
      if (entry.state && JSON.stringify(entry.state).length > limits.awarenessSizeMax) continue;
      const state = entry.state && { ...entry.state, user };
      this.#held.set(entry.clientId, { clientId: entry.clientId, clock: entry.clock, state, owner });
      news.push({ clientId: entry.clientId, clock: entry.clock, state });
    }
    return news;
  }

  /** A connection ended: the others are told that it is gone. */
  drop(owner: object): AwarenessEntry[] {
    const gone: AwarenessEntry[] = [];
    for (const held of this.#held.values()) {
      if (held.owner !== owner) continue;
      this.#held.delete(held.clientId);
      if (held.state) gone.push({ clientId: held.clientId, clock: held.clock + 1, state: null });
    }
    return gone;
  }

  present(): AwarenessEntry[] {
    return [...this.#held.values()].filter(({ state }) => state !== null);
  }
}
