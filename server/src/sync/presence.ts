// Who is in a room and where: the awareness states of its connections. Each may speak for one client id only, and that belongs to one
// person, also while they are away. Who they are is stamped here: what a client says about that is overwritten. Kept in memory, never stored.
import { limits } from '@adagia/shared/wire/limits';
import type { AwarenessEntry } from './frames.ts';

/** Client ids whose person is remembered: more page loads than a room sees in its life, and less than a megabyte. */
const REMEMBERED_MAX = 10_000;

/** A connection. */
interface Owner {
  readonly userId: string;
}

interface Held extends AwarenessEntry {
  owner: Owner;
}

/**
 * `user` into a state, over what the client wrote there: of two keys of one name, JSON.parse takes the last.
 * @param json of an object
 */
function stamped(json: string, userJson: string): string {
  const end = json.lastIndexOf('}');
  const isEmpty = json.slice(json.indexOf('{') + 1, end).trim() === '';
  return `${json.slice(0, end)}${isEmpty ? '' : ','}"user":${userJson}}`;
}

export class PresenceBoard {
  readonly #authorOf: (clientId: number) => string | undefined;
  /** Whose each id is that somebody has spoken for; the longest unheard of first. */
  readonly #speakers = new Map<number, string>();
  readonly #held = new Map<number, Held>();
  readonly #clientIds = new Map<Owner, number>();
  /** What the others have not been told yet; the latest of each. */
  #news = new Map<number, Held>();

  /** @param authorOf who has written under this client id: theirs it stays, whoever says what */
  constructor(authorOf: (clientId: number) => string | undefined) {
    this.#authorOf = authorOf;
  }

  /** @param userJson what everybody is told about this connection */
  take(owner: Owner, userJson: string, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) {
      const { clientId, clock, json } = entry;
      const mine = this.#clientIds.get(owner);
      const held = this.#held.get(clientId);
      // A stock client also repeats what it has heard of others: not its business, and no reason to end it.
      if ((mine !== undefined && mine !== clientId) || !this.#isTheirs(clientId, owner)) continue;
      // Nor what it says of who has left: that makes nobody of it.
      if (!held && json === null) continue;
      if (held && clock < held.clock) continue;
      if (json !== null && json.length > limits.awarenessSizeMax) continue;
      // The same page over a new line, while the old one is not found dead yet: that one speaks for it no more.
      if (held && held.owner !== owner) this.#clientIds.delete(held.owner);
      const next = { clientId, clock, json: json === null ? null : stamped(json, userJson), owner };
      this.#clientIds.set(owner, clientId);
      this.#remember(clientId, owner);
      this.#held.set(clientId, next);
      this.#news.set(clientId, next);
    }
  }

  /** Else somebody could take the id of a colleague who is away, and they would not be seen when they come back. */
  #isTheirs(clientId: number, { userId }: Owner): boolean {
    const whose = this.#authorOf(clientId) ?? this.#speakers.get(clientId) ?? userId;
    return whose === userId;
  }

  /** Who spoke for it first: nobody else may begin to write under it either. undefined: nobody has. */
  speakerOf(clientId: number): string | undefined {
    return this.#speakers.get(clientId);
  }

  #remember(clientId: number, { userId }: Owner): void {
    this.#speakers.delete(clientId);
    this.#speakers.set(clientId, userId);
    const [oldest] = this.#speakers.size > REMEMBERED_MAX ? this.#speakers.keys() : [];
    if (oldest !== undefined) this.#speakers.delete(oldest);
  }

  /** A connection ended: the others are to be told that it is gone. */
  drop(owner: Owner): void {
    const clientId = this.#clientIds.get(owner);
    const held = clientId === undefined ? undefined : this.#held.get(clientId);
    this.#clientIds.delete(owner);
    if (!held) return;
    this.#held.delete(held.clientId);
    if (held.json !== null) this.#news.set(held.clientId, { ...held, clock: held.clock + 1, json: null });
    else this.#news.delete(held.clientId);
  }

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  /** @returns what the others have not been told, with whose it is; once. */
  takeNews(): readonly Held[] {
    const news = [...this.#news.values()];
    this.#news.clear();
    return news;
  }

  present(): AwarenessEntry[] {
    return [...this.#held.values()].filter(({ json }) => json !== null);
  }
}
