// The rooms of this process: opens a document when somebody needs it, drops it when nobody does. One room per document.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';
import * as Y from 'yjs';
import type { Rights } from './admission/rights.ts';
import type { Bus, BusMessage } from './bus.ts';
import { DifferenceError } from './content-comparison.ts';
import { type DocumentLog, StaleEpochError } from './document-log.ts';
import { documentReader } from './document-reader.ts';
import type { FoldUpdates } from './fold-log.ts';
import { inProcessBus } from './in-process-bus.ts';
import { type DocumentSizes, Room, type RoomMeter } from './room.ts';
import type { ContentChanges, Rooms } from './rooms.ts';
import { snapshotFolder } from './snapshot-folder.ts';
import { systemTurnClock, type TurnClock, Turns } from './turns.ts';

export interface RoomsOptions {
  log: DocumentLog;
  now(): number;
  isQuestion(questionId: string): boolean;
  /** What a person may do now: asked again whenever rights changed. null: not a member any more. */
  membershipOf(proposalId: string, userId: string): Rights | null;
  onError(error: unknown, proposalId: string): void;
  meter?: RoomMeter;
  /** Of this process by default. */
  bus?: Bus;
  /** Milliseconds after which a room that nobody uses is dropped. */
  idleAfterMs?: number;
  /** When rooms store and send; the machine's own by default. */
  clock?: TurnClock;
  /** In a thread of its own by default. */
  fold?: FoldUpdates;
  /** Entries after which a snapshot is written. */
  snapshotEvery?: number;
  /** Those of `limits` by default. */
  sizes?: DocumentSizes;
  /** Repeats something without keeping the process alive. @returns what stops it */
  every?(ms: number, work: () => void): () => void;
}

export interface LiveRooms extends Rooms {
  /** null when there is no such document. */
  open(proposalId: string): Promise<Room | null>;
  onContentChanges(listener: (changes: ContentChanges) => void): void;
  isDraining(): boolean;
  readonly roomCount: number;
  /** Everybody is sent away to come back, and every document let go: memory is short. */
  shed(): Promise<void>;
  /**
   * Where a backup was put in place of what a room holds, or another process has opened its document since, everybody is sent to a
   * freshly loaded one, with 4500: what they are shown would be old, and what they bring refused as somebody else's.
   * @param ownerOf as it is stored now; null for a document that is gone
   */
  reload(ownerOf: (proposalId: string) => { generation: string; epoch: number } | null): Promise<void>;
  /** Signed out a moment ago: a socket that was on its way in meanwhile must not stay. */
  isSessionEnded(sessionId: string): boolean;
}

/** People come back within a minute after a lost network; loading is cheap, so that no more is kept. */
const IDLE_AFTER_MS = 60_000;

/** Entries after which a snapshot is written: loading as many takes about 10 ms. */
const SNAPSHOT_EVERY = 2000;

/** Milliseconds. No upgrade takes as long. */
const SESSION_END_KEPT_MS = 60_000;

/** Milliseconds that a stop may spend on snapshots: they make the next start quicker, and nothing depends on them. */
const DRAIN_SNAPSHOTS_MS = 3000;

/** Fixed: the same seed twice would be the same structs, not a second copy. */
const SEED_CLIENT_ID = 1;

function everyOfMachine(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms).unref();
  return () => clearInterval(timer);
}

/** Of a welcome, and of what a page lets its person do. */
const saysTheSame = (one: Rights, other: Rights): boolean =>
  one.canWrite === other.canWrite && one.suggestsOnly === other.suggestsOnly;

export function createRooms(options: RoomsOptions): LiveRooms {
  return new RoomRegistry(options);
}

class RoomRegistry implements LiveRooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Promise<Room | null>>();
  readonly #listeners: ((changes: ContentChanges) => void)[] = [];
  readonly #turns: Turns;
  readonly #bus: Bus;
  readonly #fold: FoldUpdates;
  readonly #reader = documentReader();
  readonly #stopSweeping: () => void;
  /** With when: an upgrade takes no longer than a minute. */
  readonly #endedSessions = new Map<string, number>();
  /** Rooms that the last sweep found idle: the next one drops them. */
  #idle = new Set<string>();
  #isDraining = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    const folder = snapshotFolder();
    this.#fold = options.fold ?? ((stored) => folder.fold(stored));
    this.#turns = new Turns(options.clock ?? systemTurnClock);
    this.#bus = options.bus ?? inProcessBus((error) => options.onError(error, ''));
    this.#bus.subscribe(this.#heard);
    const { every = everyOfMachine, idleAfterMs = IDLE_AFTER_MS } = options;
    this.#stopSweeping = every(idleAfterMs, () => void this.#dropIdle());
  }

  isSessionEnded(sessionId: string): boolean {
    return this.#endedSessions.has(sessionId);
  }

  get roomCount(): number {
    return this.#rooms.size;
  }

  isDraining(): boolean {
    return this.#isDraining;
  }

  onContentChanges(listener: (changes: ContentChanges) => void): void {
    this.#listeners.push(listener);
  }

  async #load(documentId: string): Promise<Room | null> {
    const { log, now, isQuestion, onError, meter, snapshotEvery = SNAPSHOT_EVERY } = this.#options;
    const { sizes } = this.#options;
    const opened = await log.open(documentId);
    if (!opened) return null;
    const room: Room = new Room({
      documentId,
      log,
      opened,
      turns: this.#turns,
      fold: this.#fold,
      reader: this.#reader,
      snapshotEvery,
      ...(sizes && { sizes }),
      now,
      isQuestion,
      onChanges: (changes) => this.#tell(changes),
      ...(meter && { meter }),
      onDifferent: (userId) => onError(new DifferenceError(userId), documentId),
      onBroken: (error) => {
        void this.#forget(documentId, room);
        onError(error, documentId);
      },
    });
    return room;
  }

  /** A room that broke late must not take its successor with it. */
  async #forget(documentId: string, room: Room): Promise<void> {
    const known = this.#rooms.get(documentId);
    if (known && (await known.catch(() => null)) === room && this.#rooms.get(documentId) === known) {
      this.#rooms.delete(documentId);
    }
  }

  #tell(changes: ContentChanges): void {
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        // The words are on disk already; a timeline that fails must not take the room with it.
        this.#options.onError(error, changes.proposalId);
      }
    }
  }

  open(documentId: string): Promise<Room | null> {
    const known = this.#rooms.get(documentId);
    if (known) return known;
    const loading = this.#load(documentId);
    this.#rooms.set(documentId, loading);
    loading.then(
      (room) => room === null && this.#rooms.delete(documentId),
      () => this.#rooms.delete(documentId),
    );
    return loading;
  }

  async #mustOpen(documentId: string): Promise<Room> {
    const room = await this.open(documentId);
    if (!room) throw new Error(`document ${documentId} does not exist`);
    return room;
  }

  async #openRooms(): Promise<[string, Room][]> {
    const found: [string, Room][] = [];
    for (const [documentId, loading] of this.#rooms) {
      // One that could not be loaded has told its own caller.
      const room = await loading.catch(() => null);
      if (room) found.push([documentId, room]);
    }
    return found;
  }

  async #dropIdle(): Promise<void> {
    const idle = new Set<string>();
    for (const [documentId, room] of await this.#openRooms()) {
      room.forgetContent();
      if (!room.isIdle) continue;
      if (this.#idle.has(documentId)) this.#rooms.delete(documentId);
      else {
        idle.add(documentId);
        void room.rest();
      }
    }
    this.#idle = idle;
    const longAgo = this.#options.now() - SESSION_END_KEPT_MS;
    for (const [sessionId, at] of this.#endedSessions) if (at < longAgo) this.#endedSessions.delete(sessionId);
  }

  async create(proposalId: ProposalId, seed: (doc: Y.Doc) => void): Promise<void> {
    const doc = new Y.Doc();
    doc.clientID = SEED_CLIENT_ID;
    doc.transact(() => seed(doc));
    const { log, now } = this.#options;
    const entry = { authorId: null, at: now(), bytes: Y.encodeStateAsUpdate(doc), newClientIds: [] };
    await log.create(proposalId, randomUUID(), entry);
  }

  async read<T>(proposalId: ProposalId, look: (doc: Y.Doc) => T): Promise<T> {
    return (await this.#mustOpen(proposalId)).read(look);
  }

  async readAside<Result>(proposalId: ProposalId, module: URL, argument: unknown): Promise<Result> {
    return (await this.#mustOpen(proposalId)).readAside<Result>(module, argument);
  }

  async edit<T>(proposalId: ProposalId, authorId: UserId | null, change: (doc: Y.Doc) => T): Promise<T> {
    return (await this.#mustOpen(proposalId)).edit(authorId, change);
  }

  hint(proposalId: ProposalId, topic: HintTopic): void {
    this.#bus.publish({ kind: 'hint', proposalId, topic });
  }

  /** From this process or another one. */
  readonly #heard = (message: BusMessage): void => {
    switch (message.kind) {
      case 'hint':
        return this.#hint(message.proposalId, message.topic);
      case 'rights':
        return void this.#refresh(message.proposalId);
      case 'session-ended':
        return this.#sessionEnded(message.sessionId);
      case 'session-replaced':
        return void this.#moveSockets(message.sessionId, message.by);
    }
  };

  #hint(proposalId: ProposalId, topic: HintTopic): void {
    this.#rooms.get(proposalId)?.then(
      (room) => room?.hint(topic),
      // Nobody is in a room that could not be loaded.
      () => undefined,
    );
  }

  async refreshRights(proposalId: ProposalId): Promise<void> {
    this.#bus.publish({ kind: 'rights', proposalId });
    // Here it has to be done when it is called done; twice does no harm.
    await this.#refresh(proposalId);
  }

  async #refresh(proposalId: ProposalId): Promise<void> {
    // Nobody is in a room that could not be loaded.
    const room = await this.#rooms.get(proposalId)?.catch(() => null);
    for (const peer of room?.peers ?? []) {
      const membership = this.#options.membershipOf(proposalId, peer.userId);
      const had = peer.rights;
      peer.rights = membership ?? { canWrite: false };
      // What a welcome said has changed: the client comes back and is told.
      if (!membership || !saysTheSame(membership, had)) peer.close(membership ? 'reload' : 'notAllowed');
    }
  }

  endSession(sessionId: string): void {
    this.#bus.publish({ kind: 'session-ended', sessionId });
  }

  replaceSession(sessionId: string, by: string): void {
    this.#bus.publish({ kind: 'session-replaced', sessionId, by });
  }

  async #moveSockets(sessionId: string, by: string): Promise<void> {
    // One that is being opened by the old cookie at this moment is closed, and no socket is left under a session that nobody can end.
    this.#endedSessions.set(sessionId, this.#options.now());
    for (const [, room] of await this.#openRooms()) {
      for (const peer of room.peers) if (peer.sessionId === sessionId) peer.sessionId = by;
    }
    // It may have ended while rooms were loaded.
    if (this.isSessionEnded(by)) await this.#closeSession(by);
  }

  #sessionEnded(sessionId: string): void {
    this.#endedSessions.set(sessionId, this.#options.now());
    void this.#closeSession(sessionId);
  }

  async #closeSession(sessionId: string): Promise<void> {
    for (const [, room] of await this.#openRooms()) {
      for (const peer of room.peers) if (peer.sessionId === sessionId) peer.close('sessionEnded');
    }
  }

  async peopleIn(proposalId: ProposalId): Promise<UserId[]> {
    // Nobody is in a room that could not be loaded.
    const room = await this.#rooms.get(proposalId)?.catch(() => null);
    return [...new Set([...(room?.peers ?? [])].map(({ userId }) => userId as UserId))];
  }

  async reload(ownerOf: Parameters<LiveRooms['reload']>[0]): Promise<void> {
    for (const [documentId, room] of await this.#openRooms()) {
      const owner = ownerOf(documentId);
      // Those who wrote were fenced at once, and may be in the restored one already.
      if (room.generation !== owner?.generation) room.break(new Error('a backup was restored'));
      else if (owner.epoch > room.epoch) room.break(new StaleEpochError(documentId));
    }
  }

  async drain(): Promise<void> {
    this.#isDraining = true;
    this.#stopSweeping();
    const rooms = (await this.#openRooms()).map(([, room]) => room);
    for (const room of rooms) await empty(room);
    await Promise.race([
      Promise.all(rooms.map((room) => room.rest())),
      setTimeout(DRAIN_SNAPSHOTS_MS, undefined, { ref: false }),
    ]);
  }

  async shed(): Promise<void> {
    for (const [documentId, room] of await this.#openRooms()) {
      await empty(room);
      await this.#forget(documentId, room);
    }
  }
}

/** Everybody is told to come back, after all that they sent is on disk. */
async function empty(room: Room): Promise<void> {
  await room.settled();
  for (const peer of room.peers) peer.close('draining');
  await room.settled();
}
