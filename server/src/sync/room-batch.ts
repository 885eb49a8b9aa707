// What a room has taken in and not yet stored: the entries for the log, whose each is, and what waits for them.
import type { LogEntry } from './document-log.ts';
import * as frames from './frames.ts';
import { Packet } from './packet.ts';
import type { ContentChanges } from './rooms.ts';

export class RoomBatch<Peer extends { received: number }> {
  readonly entries: LogEntry[] = [];
  /** Of each entry: an author is not sent their own words. null: the server. */
  readonly #origins: (Peer | null)[] = [];
  readonly changes: ContentChanges[] = [];
  /** Run once the batch is on disk, in order. */
  readonly afterCommit: (() => void)[] = [];
  readonly afterFailure: ((error: unknown) => void)[] = [];
  /** How many document frames of a peer are on disk then. */
  readonly acknowledged = new Map<Peer, number>();
  /** When the first of them came in. */
  startedMs = 0;

  get isEmpty(): boolean {
    return this.entries.length + this.afterCommit.length + this.acknowledged.size === 0;
  }

  acknowledge(peer: Peer, nowMs: number): void {
    if (this.acknowledged.size === 0) this.startedMs = nowMs;
    this.acknowledged.set(peer, peer.received);
  }

  add(entry: LogEntry, origin: Peer | null): void {
    this.entries.push(entry);
    this.#origins.push(origin);
  }

  /**
   * One frame an update: merging them into one costs more here than it saves there, and they leave in one write anyway.
   * @returns what to send to a peer: one packet for all who wrote nothing, one each for the others.
   */
  packets(): (peer: Peer) => Packet | null {
    const messages = this.entries.map(({ bytes }) => frames.updateFrame(bytes));
    const authors = new Set(this.#origins);
    const forReaders = packetOf(messages);
    return (peer) =>
      authors.has(peer) ? packetOf(messages.filter((_, at) => this.#origins[at] !== peer)) : forReaders;
  }
}

function packetOf(messages: readonly Uint8Array[]): Packet | null {
  return messages.length > 0 ? new Packet(messages) : null;
}
