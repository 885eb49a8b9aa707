// One open document: admits frames, stores them, and only then acknowledges and passes them on. Order of one connection is
// strictly first in, first out. Knows no socket, no HTTP and no SQL; rules R1 to R9 are in SYNC.md.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { type HintTopic, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as Y from 'yjs';
import { admit, Refusal } from './admission.ts';
import { watchChanges } from './content-changes.ts';
import { type DocumentLog, type LogEntry, type OpenedDocument, StaleEpochError } from './document-log.ts';
import * as frames from './frames.ts';
import { PresenceBoard } from './presence.ts';
import type { ContentChange, ContentChanges } from './rooms.ts';

/** The other end of a connection, as a room sees it. */
export interface Peer {
  readonly userId: string;
  readonly sessionId: string;
  canWrite: boolean;
  /** Stamped into its presence. */
  readonly user: Record<string, unknown>;
  /** Speaks our additions to the protocol. */
  readonly wireVersion: number | null;
  /** Document frames received, and of these on disk. */
  received: number;
  send(frame: Uint8Array): void;
  close(reason: CloseReasonName): void;
}

interface Batch {
  entries: LogEntry[];
  /** Who wrote what in it: an author is not sent their own words. */
  origins: (Peer | null)[];
  changes: ContentChanges[];
  /** Runs once the batch is on disk, in order. */
  afterCommit: (() => void)[];
  afterFailure: ((error: unknown) => void)[];
}

export interface RoomOptions {
  documentId: string;
  log: DocumentLog;
  opened: OpenedDocument;
  now(): number;
  isQuestion(questionId: string): boolean;
  onChanges(changes: ContentChanges): void;
  /** The room cannot go on: it is thrown away and loaded anew by whoever comes next. */
  onBroken(error: unknown): void;
}

/** Entries after which the next flush also writes a snapshot: loading them takes about 10 ms. */
const SNAPSHOT_EVERY = 2000;

/** The log's content as a document. @throws when it does not fit together: such a document is never written. */
export function loadDocument({ snapshot, updates }: Pick<OpenedDocument, 'snapshot' | 'updates'>): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the log has gaps');
  return doc;
}

const emptyBatch = (): Batch => ({ entries: [], origins: [], changes: [], afterCommit: [], afterFailure: [] });

export class Room {
  readonly doc: Y.Doc;
  readonly peers = new Set<Peer>();
  readonly #options: RoomOptions;
  readonly #presence = new PresenceBoard();
  #batch = emptyBatch();
  #flushing: Promise<void> | null = null;
  #isBroken = false;
  #snapshotSeq: number;
  #seq: number;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.doc = loadDocument(options.opened);
    this.#seq = options.opened.seq;
    this.#snapshotSeq = options.opened.snapshotSeq;
  }

  join(peer: Peer): void {
    this.peers.add(peer);
    if (peer.wireVersion === WIRE_VERSION) {
      peer.send(frames.welcomeFrame({ generation: this.#options.opened.generation, canWrite: peer.canWrite }));
    }
    peer.send(frames.step1Frame(Y.encodeStateVector(this.doc)));
    const present = this.#presence.present();
    if (present.length > 0) peer.send(frames.awarenessFrame(present));
  }

  leave(peer: Peer): void {
    if (!this.peers.delete(peer)) return;
    this.#tellPresence(this.#presence.drop(peer), peer);
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
        return this.#tellPresence(this.#presence.take(peer, peer.user, parsePresence(frame.payload)), peer);
      case 'query-awareness':
        return peer.send(frames.awarenessFrame(this.#presence.present()));
    }
  }

  /** The difference is taken now and sent when everything in it is on disk. */
  #answerStep1(peer: Peer, stateVector: Uint8Array): void {
    let update: Uint8Array;
    try {
      update = Y.encodeStateAsUpdate(this.doc, stateVector);
    } catch {
      // Not a state vector.
      throw new Refusal('malformed', 'not a state vector');
    }
    this.#afterCommit(() => peer.send(frames.step2Frame(update)));
  }

  #receiveDocument(peer: Peer, update: Uint8Array): void {
    const { clientOwners, damage } = this.#options.opened;
    const admission = admit(update, {
      doc: this.doc,
      userId: peer.userId,
      canWrite: peer.canWrite,
      // Whoever has a copy of what a damaged row held may bring it (L5).
      ownerOf: (clientId) => (damage?.refillable.has(clientId) ? peer.userId : clientOwners.get(clientId)),
      isQuestion: this.#options.isQuestion,
    });
    peer.received += 1;
    const count = peer.received;
    if (admission.isNews) {
      for (const clientId of admission.newClientIds) clientOwners.set(clientId, peer.userId);
      const changesOf = watchChanges(this.doc, admission.decoded, admission.tracer);
      this.#apply(update, peer);
      this.#enqueue(update, peer, peer.userId, changesOf(), admission.newClientIds);
    }
    // Also for one that brought nothing new: the sender waits for the number, and it must not overtake.
    this.#afterCommit(() => {
      if (peer.wireVersion === WIRE_VERSION) peer.send(frames.ackFrame(count));
    });
  }

  #apply(update: Uint8Array, origin: unknown): void {
    try {
      Y.applyUpdate(this.doc, update, origin);
    } catch (error) {
      this.break(error);
      throw new Refusal('reload', 'could not be applied');
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) {
      this.break(new Error('an admitted update left something pending'));
      throw new Refusal('reload', 'could not be applied');
    }
  }

  #enqueue(
    bytes: Uint8Array,
    origin: Peer | null,
    authorId: string | null,
    changes: ContentChange[],
    newClientIds: readonly number[] = [],
  ): void {
    const at = this.#options.now();
    this.#batch.entries.push({ authorId, at, bytes, newClientIds });
    this.#batch.origins.push(origin);
    const proposalId = this.#options.documentId as ContentChanges['proposalId'];
    if (changes.length > 0) {
      this.#batch.changes.push({ proposalId, authorId: authorId as ContentChanges['authorId'], at, changes });
    }
  }

  #afterCommit(work: () => void, failed?: (error: unknown) => void): void {
    this.#batch.afterCommit.push(work);
    if (failed) this.#batch.afterFailure.push(failed);
    this.#flushing ??= this.#flushSoon();
  }

  /** Takes what has come in by the next turn of the event loop, then again while more came in meanwhile. */
  async #flushSoon(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#batch.afterCommit.length > 0) {
      const batch = this.#batch;
      this.#batch = emptyBatch();
      try {
        if (batch.entries.length > 0) {
          const { documentId, log, opened } = this.#options;
          this.#seq = await log.append(documentId, opened.epoch, batch.entries);
        }
      } catch (error) {
        this.#flushing = null;
        for (const fail of batch.afterFailure) fail(error);
        return this.break(error, error instanceof StaleEpochError ? 'reload' : 'storage');
      }
      this.#broadcast(batch);
      for (const work of batch.afterCommit) work();
      for (const changes of batch.changes) this.#options.onChanges(changes);
    }
    this.#flushing = null;
    await this.#snapshotIfDue();
  }

  /** One frame for the whole batch. In a batch of several authors everybody gets all of it: applying twice is harmless. */
  #broadcast({ entries, origins }: Batch): void {
    if (entries.length === 0) return;
    const bytes = entries.map((entry) => entry.bytes);
    const frame = frames.updateFrame(bytes.length === 1 && bytes[0] ? bytes[0] : Y.mergeUpdates(bytes));
    const only = new Set(origins).size === 1 ? origins[0] : null;
    for (const peer of this.peers) if (peer !== only) peer.send(frame);
  }

  async #snapshotIfDue(): Promise<void> {
    if (this.#seq - this.#snapshotSeq < SNAPSHOT_EVERY || this.#isBroken || this.#batch.entries.length > 0) return;
    const seq = this.#seq;
    this.#snapshotSeq = seq;
    const { documentId, log, opened } = this.#options;
    try {
      await log.saveSnapshot(documentId, opened.epoch, seq, Y.encodeStateAsUpdate(this.doc));
    } catch (error) {
      this.break(error, 'storage');
    }
  }

  #tellPresence(entries: frames.AwarenessEntry[], except: Peer): void {
    if (entries.length === 0) return;
    const frame = frames.awarenessFrame(entries);
    for (const peer of this.peers) if (peer !== except) peer.send(frame);
  }

  /** A change by the server. Resolves when it is on disk; if `change` throws, nothing has changed. */
  edit<T>(authorId: string | null, change: (doc: Y.Doc) => T): Promise<T> {
    const draft = new Y.Doc();
    Y.applyUpdate(draft, Y.encodeStateAsUpdate(this.doc));
    const before = Y.encodeStateVector(draft);
    const deletedBefore = Y.createDeleteSetFromStructStore(draft.store);
    const result = draft.transact(() => change(draft));
    const update = Y.encodeStateAsUpdate(draft, before);
    const decoded = Y.decodeUpdate(update);
    const isNews = decoded.structs.length > 0 || !Y.equalDeleteSets(decoded.ds, deletedBefore);
    if (isNews) {
      this.#apply(update, 'server');
      // The words stay the author's in the timeline by way of the command that asked for this; the log says who.
      this.#enqueue(update, null, authorId, []);
    }
    return new Promise((resolve, reject) => this.#afterCommit(() => resolve(result), reject));
  }

  hint(topic: HintTopic): void {
    const frame = frames.hintFrame(topic);
    for (const peer of this.peers) if (peer.wireVersion === WIRE_VERSION) peer.send(frame);
  }

  /** Everyone is sent away; what they typed they still have, and they come back to a freshly loaded room. */
  break(error: unknown, reason: CloseReasonName = 'reload'): void {
    if (this.#isBroken) return;
    this.#isBroken = true;
    for (const fail of this.#batch.afterFailure) fail(error);
    this.#batch = emptyBatch();
    for (const peer of this.peers) peer.close(reason);
    this.peers.clear();
    this.#options.onBroken(error);
  }

  /** Resolves when everything that came in is on disk. */
  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  get isIdle(): boolean {
    return this.peers.size === 0 && this.#flushing === null && this.#batch.afterCommit.length === 0;
  }
}

function parsePresence(payload: Uint8Array): frames.AwarenessEntry[] {
  try {
    return frames.parseAwareness(payload);
  } catch {
    throw new Refusal('malformed', 'not a presence message');
  }
}
