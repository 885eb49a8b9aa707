// One process of the server: production rooms on the virtual disk, at the end of virtual lines. It can be killed at any
// moment; from then on nothing it waited for goes on.
import type { Rights } from '@adagia/server/sync/admission/rights';
import { Connection, type Transport } from '@adagia/server/sync/connection';
import { DifferenceError } from '@adagia/server/sync/content-comparison';
import { createRooms, type LiveRooms } from '@adagia/server/sync/create-rooms';
import { foldLog } from '@adagia/server/sync/fold-log';
import type { Peer } from '@adagia/server/sync/peer';
import type { Room } from '@adagia/server/sync/room';
import type { TurnClock } from '@adagia/server/sync/turns';
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
      onError: (error) => {
        simulation.trace(`server: ${String(error)}`);
        if (error instanceof DifferenceError) simulation.differs(error);
      },
      clock: this.#turnClock(),
      // As in a thread of its own: meanwhile everything goes on.
      fold: async (stored) => {
        await simulation.clock.wait(simulation.random.between(1, 300), () => this.isGone);
        return foldLog(stored);
      },
      snapshotEvery: simulation.random.pick([3, 20, 1000]),
      idleAfterMs: 100,
      every: (ms, work) => this.#every(ms, work),
    });
  }

  #connections = new Set<Connection>();
  #peersNow(): Peer[] {
    return [...this.#connections];
  }

  /** What a process that is gone had put off never happens. */
  #turnClock(): TurnClock {
    const { clock } = this.#simulation;
    const later = (ms: number, work: () => void) => {
      clock.after(ms, () => {
        if (!this.isGone) work();
      });
    };
    return { now: () => clock.nowMs, soon: (work) => later(0, work), after: later };
  }

  #every(ms: number, work: () => void): () => void {
    let isStopped = false;
    const again = () => {
      if (isStopped || this.isGone) return;
      work();
      this.#simulation.clock.after(ms, again);
    };
    this.#simulation.clock.after(ms, again);
    return () => {
      isStopped = true;
    };
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
    this.#connect(line, person, room, now);
  }

  #connect(line: Line, person: Person, room: Room, rights: Rights): void {
    this.#lines.add(line);
    const connection = this.#connectionOf(line, person, room, rights);
    line.accept({
      onMessage: (bytes) => {
        if (this.isGone) return;
        connection.receive(bytes);
        this.#simulation.faults.afterReceive?.(connection, bytes);
      },
      onClose: () => {
        if (this.isGone) return;
        this.#lines.delete(line);
        this.#connections.delete(connection);
        connection.ended();
      },
    });
    this.#connections.add(connection);
    connection.join();
  }

  #connectionOf(line: Line, person: Person, room: Room, rights: Rights): Connection {
    const { userId, sessionId } = person;
    return new Connection({
      transport: this.#transport(line, person),
      room,
      person: { userId, sessionId },
      userJson: JSON.stringify({ id: userId }),
      rights,
      wireVersion: WIRE_VERSION,
      nowMs: () => this.#simulation.clock.nowMs,
      onError: (error) => this.#simulation.trace(`connection: ${String(error)}`),
    });
  }

  #transport(line: Line, person: Person): Transport {
    const isOpen = () => !this.isGone && line.isServerOpen;
    return {
      get isOpen() {
        return isOpen();
      },
      bufferedBytes: 0,
      write: (packets) => {
        for (const frame of packets.flatMap(({ messages }) => messages)) {
          this.#simulation.checkSent(frame);
          if (this.#simulation.faults.mayPass?.(frame) ?? true) line.sendToClient(frame);
        }
      },
      close: (code, reason) => {
        if (this.isGone) return;
        this.#simulation.trace(`server: ${person.userId} is closed with ${reason}`);
        this.#simulation.count(`closed with ${code} ${reason}`);
        this.#simulation.refused(person, code);
        line.closeByServer(code);
      },
    };
  }

  endSession(sessionId: string): void {
    this.#rooms.endSession(sessionId);
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
    if (this.isGone) return;
    this.isGone = true;
    for (const line of this.#lines) line.cut();
    // Stops its timers on the machine's clock; nobody is there to hear the rest.
    void this.#rooms.drain().catch(() => undefined);
  }
}
