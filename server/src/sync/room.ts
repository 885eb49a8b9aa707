// One open document and the people in it: admits frames, stores them, and only then acknowledges and passes them on. Order of one
// connection is strictly first in, first out. Knows no socket, no HTTP and no SQL; rules R1 to R15 are in SYNC.md.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { type HintTopic, WIRE_VERSION } from '@adagia/shared/wire/messages';
import type { Doc } from 'yjs';
import { Refusal } from './admission/refusal.ts';
import { AnswerPackets } from './answer-packets.ts';
import { ContentComparison } from './content-comparison.ts';
import { type DocumentLog, type OpenedDocument, StaleEpochError } from './document-log.ts';
import { type DocumentReader, READ_HERE_MAX, type ReadingModule } from './document-reader.ts';
import type { FoldUpdates } from './fold-log.ts';
import * as frames from './frames.ts';
import { LiveDocument } from './live-document.ts';
import { Packet } from './packet.ts';
import type { Peer } from './peer.ts';
import { PresenceBoard } from './presence.ts';
import { read as contentHash } from './read-content-hash.ts';
import { RoomBatch } from './room-batch.ts';
import { RoomSnapshots } from './room-snapshots.ts';
import type { ContentChanges } from './rooms.ts';
import type { Flushable, Turns } from './turns.ts';

/** Told how long things took, in milliseconds. */
export interface RoomMeter {
  committed(ms: number): void;
  /** From the first update of a window until it was acknowledged. */
  acknowledged(ms: number): void;
  /** R13: somebody was seen to show something else than what is stored. */
  differed(): void;
}

export interface RoomOptions {
  documentId: string;
  log: DocumentLog;
  opened: OpenedDocument;
  turns: Turns;
  fold: FoldUpdates;
  reader: DocumentReader;
  /** Entries after which a snapshot is written. */
  snapshotEvery: number;
  /** Those of `limits` by default. */
  sizes?: DocumentSizes;
  now(): number;
  isQuestion(questionId: string): boolean;
  onChanges(changes: ContentChanges): void;
  meter?: RoomMeter;
  /** R13: somebody sees something else than what is stored. */
  onDifferent(userId: string): void;
  /** The room cannot go on: it is thrown away and loaded anew by whoever comes next. */
  onBroken(error: unknown): void;
}

/** Bytes of a document: people are warned above the first, and nothing more is taken in above the second (R14). */
export interface DocumentSizes {
  warning: number;
  max: number;
}

const SIZES: DocumentSizes = { warning: limits.documentSizeWarning, max: limits.documentSizeMax };

const speaksOurs = (peer: Peer): boolean => peer.wireVersion === WIRE_VERSION;

export class Room implements Flushable {
  readonly peers = new Set<Peer>();
  readonly #options: RoomOptions;
  readonly #sizes: DocumentSizes;
  readonly #document: LiveDocument;
  readonly #snapshots: RoomSnapshots;
  readonly #presence = new PresenceBoard((clientId) => this.#document.authorOf(clientId));
  #answers = new AnswerPackets();
  #batch = new RoomBatch<Peer>();
  #flushing: Promise<void> | null = null;
  #isBroken = false;
  /** As everybody here was told. */
  #isToldLarge: boolean;
  #committedMs = -Infinity;
  readonly #comparison = new ContentComparison({
    now: () => this.#options.now(),
    hash: () => this.#hash(),
    onDifferent: (userId) => {
      this.#options.meter?.differed();
      this.#options.onDifferent(userId);
    },
  });
  #seq: number;

  /** @throws when what the log has does not fit together. */
  constructor(options: RoomOptions) {
    const { opened, isQuestion, sizes = SIZES } = options;
    this.#sizes = sizes;
    this.#options = options;
    this.#document = new LiveDocument(opened, isQuestion, sizes.max, () => options.now());
    this.#isToldLarge = this.#isLarge;
    this.#seq = opened.seq;
    const { documentId, log, fold, now, snapshotEvery: every } = options;
    const onFailed = (error: unknown) => this.break(error, 'storage');
    this.#snapshots = new RoomSnapshots({
      documentId,
      document: this.#document,
      log,
      opened,
      fold,
      every,
      now,
      onFailed,
    });
  }

  get generation(): string {
    return this.#options.opened.generation;
  }

  get epoch(): number {
    return this.#options.opened.epoch;
  }

  join(peer: Peer): void {
    this.peers.add(peer);
    const greeting = [frames.step1Frame(this.#document.stateVector)];
    if (speaksOurs(peer)) greeting.unshift(this.#welcomeTo(peer));
    const present = this.#presence.present();
    if (present.length > 0) greeting.push(frames.awarenessFrame(present));
    peer.send(new Packet(greeting));
  }

  #welcomeTo({ rights: { canWrite } }: Peer): Uint8Array {
    return frames.welcomeFrame({ generation: this.generation, canWrite, isLarge: this.#isToldLarge });
  }

  get #isLarge(): boolean {
    return this.#document.sizeBytes > this.#sizes.warning;
  }

  leave(peer: Peer): void {
    if (!this.peers.delete(peer)) return;
    this.#presence.drop(peer);
    this.#mark();
  }

  /** @throws Refusal when the frame may not enter; the caller closes the connection with its reason. */
  receive(peer: Peer, frame: frames.Frame): void {
    if (this.#isBroken) throw new Refusal('reload', 'the room is being reloaded');
    switch (frame.kind) {
      case 'step1':
        return this.#answerStep1(peer, frame.stateVector);
      case 'document':
        return this.#receiveDocument(peer, frame.update);
      case 'awareness':
        this.#presence.take(peer, peer.userJson, parsePresence(frame.payload));
        return this.#mark();
      case 'query-awareness':
        return peer.send(new Packet([frames.awarenessFrame(this.#presence.present())]));
      case 'compare':
        this.#batch.afterCommit.push(() => this.#compare(peer, frame.hash));
        return this.#mark();
    }
  }

  #compare(peer: Peer, hash: string): void {
    const state = { seq: this.#seq, atMs: this.#committedMs };
    const answer = this.#batch.isEmpty ? this.#comparison.compare(peer, hash, state) : 'later';
    peer.send(new Packet([frames.comparedFrame(answer)]));
  }

  #mark(): void {
    this.#options.turns.mark(this);
  }

  #answerStep1(peer: Peer, stateVector: Uint8Array): void {
    const answer = this.#ask(stateVector);
    const send = () => {
      const { before, update } = answer();
      if (before) peer.send(this.#answers.packetOf(before, frames.updateFrame));
      peer.send(this.#answers.packetOf(update, frames.step2Frame));
    };
    if (this.#isAllStored) return send();
    this.#batch.afterCommit.push(send);
    this.#mark();
  }

  get #isAllStored(): boolean {
    return this.#batch.isEmpty && this.#flushing === null;
  }

  #ask(stateVector: Uint8Array): ReturnType<LiveDocument['ask']> {
    try {
      return this.#document.ask(stateVector);
    } catch {
      // Not a state vector.
      throw new Refusal('malformed', 'not a state vector');
    }
  }

  #receiveDocument(peer: Peer, update: Uint8Array): void {
    const admitted = this.#admit(peer, update);
    peer.received += 1;
    if (admitted) {
      const at = this.#options.now();
      const { newClientIds, changes, marks } = admitted;
      peer.clientIdsLeft -= newClientIds.length;
      this.#batch.add({ authorId: peer.userId, at, bytes: update, newClientIds }, peer);
      // In the same transaction, so that nobody ever has one without the other.
      if (marks) this.#batch.add({ authorId: null, at, bytes: marks, newClientIds: [] }, null);
      if (changes.length > 0) this.#note({ authorId: peer.userId as ContentChanges['authorId'], at, changes });
    }
    // Also for one that brought nothing new: the sender waits for the number, and it must not overtake.
    this.#batch.acknowledge(peer, this.#options.now());
    this.#mark();
  }

  #admit(peer: Peer, update: Uint8Array): ReturnType<LiveDocument['admit']> {
    try {
      return this.#document.admit(update, peer, (clientId) => this.#presence.speakerOf(clientId));
    } catch (error) {
      if (error instanceof Refusal) {
        // One that is full is folded, by which it may have room again.
        if (error.reason === 'documentFull') this.#mark();
        throw error;
      }
      this.break(error);
      throw new Refusal('reload', 'could not be applied');
    }
  }

  #note(changes: Omit<ContentChanges, 'proposalId'>): void {
    this.#batch.changes.push({ ...changes, proposalId: this.#options.documentId as ContentChanges['proposalId'] });
  }

  /** Stores and sends what has come in, then again while more came in meanwhile. */
  flush(): Promise<void> {
    return (this.#flushing ??= this.#flushAll().finally(() => {
      this.#flushing = null;
    }));
  }

  async #flushAll(): Promise<void> {
    do {
      const batch = this.#batch;
      this.#batch = new RoomBatch();
      if (!(await this.#store(batch))) return;
      this.#tell(batch);
    } while (!this.#batch.isEmpty);
    if (!this.#isBroken) this.#snapshots.takeIfDue(this.#seq);
  }

  /** @returns false when it failed. */
  async #store(batch: RoomBatch<Peer>): Promise<boolean> {
    if (batch.entries.length === 0) return true;
    const { documentId, log, opened, meter, now } = this.#options;
    const startedMs = now();
    try {
      this.#seq = await log.append(documentId, opened.epoch, batch.entries);
      this.#committedMs = now();
      meter?.committed(this.#committedMs - startedMs);
    } catch (error) {
      for (const fail of batch.afterFailure) fail(error);
      this.break(error, error instanceof StaleEpochError ? 'reload' : 'storage');
      return false;
    }
    if (this.#isBroken) return false;
    this.#document.committed(batch.entries.length);
    return true;
  }

  /** Everything in here is on disk. */
  #tell(batch: RoomBatch<Peer>): void {
    const packetFor = batch.packets();
    if (batch.entries.length > 0) {
      for (const peer of this.peers) {
        const packet = packetFor(peer);
        if (packet) peer.send(packet);
      }
    }
    this.#tellSize();
    this.#tellPresence();
    for (const work of batch.afterCommit) work();
    if (batch.acknowledged.size > 0) this.#options.meter?.acknowledged(this.#options.now() - batch.startedMs);
    for (const [peer, count] of batch.acknowledged) {
      if (speaksOurs(peer) && this.peers.has(peer)) peer.send(new Packet([frames.ackFrame(count)]));
    }
    for (const changes of batch.changes) this.#options.onChanges(changes);
  }

  /** R14: also those who are there while it grows past the size, or makes room again. */
  #tellSize(): void {
    if (this.#isLarge === this.#isToldLarge) return;
    this.#isToldLarge = this.#isLarge;
    for (const peer of this.peers) if (speaksOurs(peer)) peer.send(new Packet([this.#welcomeTo(peer)]));
  }

  #tellPresence(): void {
    if (!this.#presence.hasNews) return;
    const news = this.#presence.takeNews();
    const packet = new Packet([frames.awarenessFrame(news)]);
    const owners = new Set(news.map(({ owner }) => owner));
    for (const peer of this.peers) {
      if (!owners.has(peer)) peer.send(packet);
      else if (news.length > 1) {
        peer.send(new Packet([frames.awarenessFrame(news.filter(({ owner }) => owner !== peer))]));
      }
    }
  }

  /** A change by the server. Resolves when it is on disk; if `change` throws, nothing has changed. */
  edit<T>(authorId: string | null, change: (doc: Doc) => T): Promise<T> {
    if (this.#isBroken) return Promise.reject(new Refusal('reload', 'the room is being reloaded'));
    const { result, update } = this.#document.change(change);
    // The words stay the author's in the timeline by way of the command that asked for this; the log says who.
    if (update) this.#batch.add({ authorId, at: this.#options.now(), bytes: update, newClientIds: [] }, null);
    return new Promise((resolve, reject) => {
      this.#batch.afterCommit.push(() => resolve(result));
      this.#batch.afterFailure.push(reject);
      this.#mark();
    });
  }

  /** `look` must not change the document, nor keep it. */
  read<T>(look: (doc: Doc) => T): T {
    return this.#document.read(look);
  }

  /** As `read`, for a document of any size: a large one is read in a thread, as it is at this moment. */
  async readAside<Result>(module: URL, argument: unknown): Promise<Result> {
    if (this.#isSlowToRead) return this.#options.reader.read<Result>(module, this.#document.updates, argument);
    const { read } = (await import(module.href)) as ReadingModule<unknown, Result>;
    return this.read((doc) => read(doc, argument));
  }

  get #isSlowToRead(): boolean {
    return this.#document.sizeBytes > READ_HERE_MAX;
  }

  #hash(): string | Promise<string> {
    if (!this.#isSlowToRead) return this.read((doc) => contentHash(doc, null));
    return this.readAside<string>(new URL('read-content-hash.ts', import.meta.url), null);
  }

  hint(topic: HintTopic): void {
    const packet = new Packet([frames.hintFrame(topic)]);
    for (const peer of this.peers) if (speaksOurs(peer)) peer.send(packet);
  }

  /** Everyone is sent away; what they typed they still have, and they come back to a freshly loaded room. */
  break(error: unknown, reason: CloseReasonName = 'reload'): void {
    if (this.#isBroken) return;
    this.#isBroken = true;
    for (const fail of this.#batch.afterFailure) fail(error);
    this.#batch = new RoomBatch();
    for (const peer of this.peers) peer.close(reason);
    this.peers.clear();
    this.#options.onBroken(error);
  }

  /** Resolves when everything that came in is on disk. */
  async settled(): Promise<void> {
    while (!this.#batch.isEmpty || this.#flushing) await this.flush();
    await this.#snapshots.settled();
  }

  /** Nobody is there: the next one to come finds a snapshot. */
  async rest(): Promise<void> {
    await this.settled();
    if (!this.#isBroken) await this.#snapshots.rest(this.#seq);
  }

  get isIdle(): boolean {
    return this.peers.size === 0 && !this.#flushing && !this.#snapshots.isFolding && this.#batch.isEmpty;
  }

  /** Called now and then: what can be made again is given back. */
  forgetContent(): void {
    this.#answers = new AnswerPackets();
    this.#document.forgetContent();
  }
}

function parsePresence(payload: Uint8Array): frames.AwarenessEntry[] {
  try {
    return frames.parseAwareness(payload);
  } catch {
    throw new Refusal('malformed', 'not a presence message');
  }
}
