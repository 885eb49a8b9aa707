// Somebody at a screen, as a server sees them: joins, types, moves a caret, and counts what the others do. Applies nothing.
import { BareSocket, maskedFrame } from '../wire/bare-socket.ts';
import * as wire from '../wire/messages.ts';
import type { LoadPlan, Seat } from './plan.ts';

/** What a whole generator counts. */
export interface Tally {
  keystrokes: number;
  presence: number;
  keystrokesDelivered: number;
  presenceDelivered: number;
  framesIn: number;
  bytesIn: number;
  acks: number;
  latency(ms: number): void;
}

/** A minute at 100 keystrokes a second; older stamps are overwritten. */
const STAMPS = 8192;
const alphabet = 'etaoin shrdlucmfwypvbgkqjxz';

export class Participant {
  readonly seat: Seat;
  readonly clientId: number;
  readonly ready: Promise<void>;
  readonly #socket: BareSocket;
  readonly #prefix: Buffer;
  readonly #tally: Tally;
  readonly #known: ReadonlyMap<number, Participant>;
  readonly #sentAt = new Float64Array(STAMPS);
  /** By place of the author: characters and presence messages seen from them. */
  readonly #typed: Uint32Array;
  readonly #present: Uint32Array;
  readonly #state: string;
  #clock = 0;
  #presenceClock = 0;
  #isEnding = false;

  constructor(plan: LoadPlan, seat: Seat, clientId: number, known: ReadonlyMap<number, Participant>, tally: Tally) {
    this.seat = seat;
    this.clientId = clientId;
    this.#known = known;
    this.#tally = tally;
    this.#typed = new Uint32Array(placesIn(plan));
    this.#present = new Uint32Array(placesIn(plan));
    this.#prefix = wire.prefixOf(plan.dialect, seat.documentName);
    this.#state = JSON.stringify({
      user: { name: `Person ${seat.place}`, colour: '#336699' },
      place: { answer: seat.root, anchor: { client: clientId, clock: 1 }, head: { client: clientId, clock: 1 } },
    });
    let join: () => void = () => undefined;
    let fail: (error: Error) => void = () => undefined;
    this.ready = new Promise((resolve, reject) => ([join, fail] = [resolve, reject]));
    const target = { port: plan.port, path: seat.path, cookie: seat.cookie, localAddress: seat.localAddress };
    this.#socket = new BareSocket(target, {
      onOpen: () => {
        // A relay would hand our greeting to all the others.
        if (plan.hasSync) this.#greet(plan);
        else join();
      },
      onMessage: (frame) => this.#read(frame, join),
      onClose: (reason) => {
        fail(new Error(`document ${seat.document}, place ${seat.place}: ${reason}`));
        if (!this.#isEnding) tallyLoss(reason);
      },
    });
  }

  #greet({ dialect }: LoadPlan): void {
    if (dialect === 'hocuspocus') this.#socket.send(wire.tokenMessage(this.#prefix));
    this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.step1, wire.emptyStateVector));
  }

  #read(frame: Buffer, join: () => void): void {
    this.#tally.framesIn += 1;
    this.#tally.bytesIn += frame.length;
    wire.readMessage(frame, this.#prefix.length, {
      onStep1: () => this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.step2, wire.emptyUpdate)),
      onStep2: join,
      onTyped: (clientId, _clock, end) => this.#hear(clientId, end),
      onPresence: (clientId, clock) => this.#see(clientId, clock),
      onAck: () => (this.#tally.acks += 1),
    });
  }

  /** Each character once, whoever repeats or merges them on the way; one's own do not count. */
  #hear(clientId: number, end: number): void {
    const author = this.#known.get(clientId);
    if (!author || author === this || author.seat.document !== this.seat.document) return;
    const { place } = author.seat;
    const now = performance.now();
    for (let clock = this.#typed[place] ?? 0; clock < end; clock += 1) {
      this.#tally.keystrokesDelivered += 1;
      this.#tally.latency(now - author.typedAt(clock));
    }
    this.#typed[place] = Math.max(this.#typed[place] ?? 0, end);
  }

  /** A server may drop a presence that a newer one replaces: whoever has the newer one has been told. */
  #see(clientId: number, clock: number): void {
    const author = this.#known.get(clientId);
    if (!author || author === this || author.seat.document !== this.seat.document) return;
    const seen = this.#present[author.seat.place] ?? 0;
    if (clock <= seen) return;
    this.#present[author.seat.place] = clock;
    this.#tally.presenceDelivered += clock - seen;
  }

  typedAt(clock: number): number {
    return this.#sentAt[clock % STAMPS] ?? 0;
  }

  type(): void {
    const { root } = this.seat;
    if (root === null) return;
    const character = alphabet[this.#clock % alphabet.length] ?? 'e';
    const update = wire.keystrokeUpdate(this.clientId, this.#clock, root, character);
    const frame = maskedFrame(wire.syncMessage(this.#prefix, wire.syncType.update, update));
    this.#sentAt[this.#clock % STAMPS] = performance.now();
    this.#clock += 1;
    this.#tally.keystrokes += 1;
    this.#socket.write(frame);
  }

  showPresence(): void {
    this.#presenceClock += 1;
    this.#tally.presence += 1;
    this.#socket.send(wire.presenceMessage(this.#prefix, this.clientId, this.#presenceClock, this.#state));
  }

  leave(): void {
    this.#isEnding = true;
    this.#socket.destroy();
  }
}

const placesIn = ({ seats }: LoadPlan): number => Math.max(...seats.map(({ place }) => place)) + 1;

/** A measurement in which people drop out measures something else. */
function tallyLoss(reason: string): never {
  throw new Error(`a participant was thrown out: ${reason}`);
}
