// One process of the server: production rooms on the virtual disk, at the end of virtual lines. It can be killed at any
// moment; from then on nothing it waited for goes on.
import { Refusal } from '@adagia/server/sync/admission';
import { createRooms, type LiveRooms } from '@adagia/server/sync/create-rooms';
import { parseFrame } from '@adagia/server/sync/frames';
import type { Peer, Room } from '@adagia/server/sync/room';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import type { HintTopic } from '@adagia/shared/wire/messages';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import { contentOf } from './contained.ts';
import type { Person, Simulation } from './simulation.ts';
import type { Line } from './virtual-network.ts';

export const PROPOSAL_ID = '01970000-0000-7000-8000-000000000001';

/** What a browser sees of a request that was answered by something else than a socket. */
const NO_SOCKET = 1006;

export class VirtualServer {
  readonly #simulation: Simulation;
  readonly #rooms: LiveRooms;
  readonly #lines = new Set<Line>();
  isGone = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    const log = simulation.disk.open(() => this.isGone);
    this.#rooms = createRooms({
      log: simulation.faults.wrapLog?.(log, () => this.#peersNow()) ?? log,
      now: () => simulation.clock.nowMs,
      isQuestion: () => true,
      membershipOf: (_, userId) => simulation.rightsOf(userId),
      onError: (error) => simulation.trace(`server: ${String(error)}`),
      // Never by itself: the sweep runs on the machine's clock.
      idleAfterMs: 2 ** 30,
    });
  }

  #peers = new Set<Peer>();
  #peersNow(): Peer[] {
    return [...this.#peers];
  }

  async accept(line: Line, person: Person): Promise<void> {
    const { clock, random } = this.#simulation;
    await clock.wait(random.between(1, 20), () => this.isGone);
    const rights = this.#simulation.rightsOf(person.userId);
    if (!rights || this.#rooms.isDraining()) return line.closeByServer(NO_SOCKET);
    const room = await this.#rooms.open(PROPOSAL_ID).catch(() => null);
    if (this.isGone) return;
    const now = this.#simulation.rightsOf(person.userId);
    if (!room || !now) return line.closeByServer(NO_SOCKET);
    this.#connect(line, person, room, now.canWrite);
  }

  #connect(line: Line, person: Person, room: Room, canWrite: boolean): void {
    this.#lines.add(line);
    const peer = this.#peerOf(line, person, room, canWrite);
    line.accept({
      onMessage: (bytes) => {
        if (!this.isGone) this.#receive(room, peer, bytes);
      },
      onClose: () => {
        if (this.isGone) return;
        this.#lines.delete(line);
        this.#peers.delete(peer);
        room.leave(peer);
      },
    });
    this.#peers.add(peer);
    room.join(peer);
  }

  #peerOf(line: Line, { userId }: Person, room: Room, canWrite: boolean): Peer {
    const peer: Peer = {
      userId,
      sessionId: userId,
      canWrite,
      user: { id: userId },
      wireVersion: WIRE_VERSION,
      received: 0,
      send: (frame) => {
        if (this.isGone || !line.isServerOpen) return;
        this.#simulation.checkSent(frame);
        if (this.#simulation.faults.mayPass?.(frame) ?? true) line.sendToClient(frame);
      },
      close: (reason: CloseReasonName) => {
        if (this.isGone) return;
        room.leave(peer);
        this.#simulation.trace(`server: ${userId} is closed with ${reason}`);
        line.closeByServer(closeReasons[reason].code);
      },
    };
    return peer;
  }

  #receive(room: Room, peer: Peer, bytes: Uint8Array): void {
    try {
      room.receive(peer, parseFrame(bytes));
      this.#simulation.faults.afterReceive?.(peer, bytes);
    } catch (error) {
      peer.close(error instanceof Refusal ? error.reason : 'malformed');
    }
  }

  hint(topic: HintTopic): void {
    this.#rooms.hint(PROPOSAL_ID as never, topic);
  }

  refreshRights(): void {
    void this.#rooms.refreshRights(PROPOSAL_ID as never);
  }

  /** An edit by the server itself, as a comment's anchor is. */
  edit(change: Parameters<LiveRooms['edit']>[2]): void {
    this.#rooms.edit(PROPOSAL_ID as never, null, change).catch(() => undefined);
  }

  content(): Promise<string> {
    return this.#rooms.read(PROPOSAL_ID as never, contentOf);
  }

  /** Cleanly: clients are told to come back, everything accepted is on disk. */
  async drain(): Promise<void> {
    await this.#rooms.drain();
  }

  /** kill -9. */
  crash(): void {
    this.isGone = true;
    for (const line of this.#lines) line.cut();
    // Stops its timers on the machine's clock; nobody is there to hear the rest.
    void this.#rooms.drain().catch(() => undefined);
  }
}
