// One connection between its socket and its room: what a client may send by size and rate, what is told when it is refused, and
// one write for all that leaves in one turn. Knows the socket as four methods, so that a simulated one does as well.
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { Refusal } from './admission/refusal.ts';
import type { Rights } from './admission/rights.ts';
import { type Frame, parseFrame } from './frames.ts';
import type { Packet } from './packet.ts';
import type { Peer } from './peer.ts';
import { Bucket } from './rate.ts';
import type { Room } from './room.ts';

/** The wire, as a connection sees it. */
export interface Transport {
  readonly isOpen: boolean;
  /** Bytes that wait for a reader. */
  readonly bufferedBytes: number;
  /** Packets that leave in one write. */
  write(packets: readonly Packet[]): void;
  close(code: number, reason: string): void;
}

export interface ConnectionOptions {
  transport: Transport;
  room: Room;
  person: { userId: string; sessionId: string };
  userJson: string;
  rights: Rights;
  wireVersion: number | null;
  nowMs(): number;
  /** Called for each refusal, and for what should never happen. Must not log content. */
  onRefused?(reason: CloseReasonName, message: string): void;
  onError(error: unknown): void;
}

export class Connection implements Peer {
  readonly userId: string;
  sessionId: string;
  readonly userJson: string;
  readonly wireVersion: number | null;
  rights: Rights;
  clientIdsLeft: number = limits.clientIdsPerConnectionMax;
  received = 0;
  readonly #options: ConnectionOptions;
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  readonly #stateRequests: Bucket;
  #outgoing: Packet[] = [];
  /** Bytes of the largest packet that may still wait: a document of 32 MB is one, and no reason to send its reader away. */
  #largest = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.userId = options.person.userId;
    this.sessionId = options.person.sessionId;
    this.userJson = options.userJson;
    this.rights = options.rights;
    this.wireVersion = options.wireVersion;
    const nowMs = options.nowMs();
    this.#frames = new Bucket(limits.framesPerSecond, limits.framesBurst, nowMs);
    this.#bytes = new Bucket(limits.bytesPerSecond, limits.bytesBurst, nowMs);
    const { stateRequestsPer10Seconds } = limits;
    this.#stateRequests = new Bucket(stateRequestsPer10Seconds / 10, stateRequestsPer10Seconds, nowMs);
  }

  join(): void {
    this.#options.room.join(this);
  }

  /** The socket is gone. */
  ended(): void {
    this.#outgoing = [];
    this.#options.room.leave(this);
  }

  /** @param data null: something that is no binary message. Never throws: what is wrong ends the connection. */
  receive(data: Uint8Array | null): void {
    if (!this.#options.transport.isOpen) return;
    try {
      if (!data) throw new Refusal('malformed', 'text');
      this.#options.room.receive(this, this.#read(data));
    } catch (error) {
      if (error instanceof Refusal) this.#options.onRefused?.(error.reason, error.message);
      else this.#options.onError(error);
      this.close(error instanceof Refusal ? error.reason : 'reload');
    }
  }

  #read(data: Uint8Array): Frame {
    const nowMs = this.#options.nowMs();
    if (!this.#frames.take(1, nowMs) || !this.#bytes.take(data.length, nowMs))
      throw new Refusal('rate', 'too many frames');
    const frame = parse(data);
    if (frame.kind === 'step1' && !this.#stateRequests.take(1, nowMs))
      throw new Refusal('rate', 'asks for everything again');
    return frame;
  }

  send(packet: Packet): void {
    if (!this.#options.transport.isOpen) return;
    if (this.#outgoing.push(packet) === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const packets = this.#outgoing;
    const { transport } = this.#options;
    if (packets.length === 0 || !transport.isOpen) return;
    this.#outgoing = [];
    // It would cost memory without end: sent away, it comes back and is given the difference.
    if (transport.bufferedBytes > limits.sendBufferMax + this.#largest) return this.close('reload');
    for (const { sizeBytes } of packets) this.#largest = Math.max(this.#largest, sizeBytes);
    transport.write(packets);
  }

  close(reason: CloseReasonName): void {
    this.#flush();
    this.#options.room.leave(this);
    this.#options.transport.close(closeReasons[reason].code, reason);
  }
}

function parse(data: Uint8Array): Frame {
  try {
    return parseFrame(data);
  } catch {
    // Truncated, of unknown type, or with a tail.
    throw new Refusal('malformed', 'not a message');
  }
}
