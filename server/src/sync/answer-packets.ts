// The messages that answer newcomers, made once for all who get the same bytes: two hundred people who come back at once to a
// document of megabytes must not cost two hundred copies of it while their sockets drain.
import { Packet } from './packet.ts';

export class AnswerPackets {
  /** By the update itself: when nobody else holds it any more, its packet goes with it. */
  readonly #packets = new WeakMap<Uint8Array, Packet>();

  packetOf(update: Uint8Array, frameOf: (update: Uint8Array) => Uint8Array): Packet {
    const known = this.#packets.get(update);
    if (known) return known;
    const packet = new Packet([frameOf(update)]);
    this.#packets.set(update, packet);
    return packet;
  }
}
