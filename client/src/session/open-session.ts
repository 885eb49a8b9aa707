// A proposal's live document: between the Yjs document, its copy on this device and the server. Says "saved" only when the
// server has acknowledged everything that was typed here. Rules in SYNC.md, part S.
import { type AnswerKey, parseAnswerKey } from '@adagia/shared/answer-key';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { type HintTopic, hintTopics, type Welcome, WIRE_VERSION } from '@adagia/shared/wire/messages';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { LocalCopy, RefusedText } from './local-copy.ts';
import { observable } from './observable.ts';
import type { Place, ProposalSession, SaveState } from './proposal-session.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';
import * as wire from './wire.ts';

export interface SessionOptions {
  proposalId: ProposalId;
  userId: UserId;
  /** null where the browser has no storage (private windows): then a reload offline shows nothing. */
  copy: LocalCopy | null;
  /** ws: or wss: address of `/sync`. */
  socketUrl: string;
  /** The document must be thrown away and opened anew: something in it was refused, or a backup was restored. */
  onReplace(): void;
}

/** Milliseconds. Keys typed within it travel together; nobody sees the difference, and the server has half the work. */
const SEND_AFTER_MS = 25;
/** Milliseconds between two places told to the others. */
const PLACE_EVERY_MS = 200;
/** Records on this device before they are folded into one. */
const COMPACT_ABOVE = 300;

const FROM_SERVER = Symbol('server');
const FROM_COPY = Symbol('copy');

interface InFlight {
  frame: number;
  changes: number;
  recordIds: Promise<number>[];
}

export async function openSession(options: SessionOptions): Promise<ProposalSession> {
  const kept = await options.copy?.load();
  const refused = (await options.copy?.loadRefused()) ?? [];
  return new LiveSession(options, kept ?? { updates: [], pendingIds: [], generation: null }, refused);
}

class LiveSession implements ProposalSession {
  readonly proposalId: ProposalId;
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly isReady = observable(false);
  readonly saveState = observable<SaveState>({ kind: 'opening' });
  readonly canWrite = observable(false);
  readonly refused = observable<readonly RefusedText[]>([]);
  readonly isBlocked = observable(false);
  readonly #options: SessionOptions;
  readonly #socket: ReconnectingSocket;
  readonly #hintListeners = new Set<(topic: HintTopic) => void>();
  #generation: string | null;
  /** Typed and not yet sent on this connection. */
  #outbox: { bytes: Uint8Array; recordId: Promise<number> }[] = [];
  #inFlight: InFlight[] = [];
  /** Of earlier pages and lost connections: the next step 2 carries them. */
  #unsent: Promise<number>[];
  #framesSent = 0;
  #isInStep = false;
  #hasWelcome = false;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;
  #nextPlace: Place | undefined;
  #savingSinceMs = 0;
  #isClosed = false;
  /** Answers that this page has written in: where something is refused, they are kept as text. */
  readonly #touched = new Set<string>();

  constructor(
    options: SessionOptions,
    kept: { updates: Uint8Array[]; pendingIds: number[]; generation: string | null },
    refused: RefusedText[],
  ) {
    this.#options = options;
    this.proposalId = options.proposalId;
    this.#generation = kept.generation;
    this.#unsent = kept.pendingIds.map((id) => Promise.resolve(id));
    this.awareness = new Awareness(this.doc);
    this.refused.set(refused);
    this.doc.transact(() => {
      for (const bytes of kept.updates) Y.applyUpdate(this.doc, bytes, FROM_COPY);
    }, FROM_COPY);
    this.doc.on('update', this.#documentChanged);
    this.awareness.on('update', this.#awarenessChanged);
    if (kept.updates.length > 0) this.#showCopy(kept.updates.length);
    this.#socket = new ReconnectingSocket(`${options.socketUrl}/${options.proposalId}?adagia=${WIRE_VERSION}`, {
      onOpen: () => this.#opened(),
      onMessage: (bytes) => {
        this.#received(bytes);
        if (this.#inFlight.length > 0) this.#socket.expectAnswer();
      },
      onSilence: () => this.#socket.send(wire.queryAwareness),
      onClose: (reason) => this.#closed(reason),
    });
    globalThis.addEventListener('pagehide', this.#leave);
  }

  /** What this device has is shown at once, and may be edited: rights are checked by the server when it is back. */
  #showCopy(records: number): void {
    this.canWrite.set(globalThis.sessionStorage?.getItem(`canWrite/${this.proposalId}`) !== 'no');
    this.isReady.set(true);
    if (records > COMPACT_ABOVE && this.#unsent.length === 0) {
      void this.#options.copy?.compact(Y.encodeStateAsUpdate(this.doc), Number.MAX_SAFE_INTEGER);
    }
  }

  // ── Out ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #documentChanged = (bytes: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
    if (origin === FROM_COPY) return;
    const isMine = origin !== FROM_SERVER;
    const recordId = this.#options.copy?.append(bytes, isMine) ?? Promise.resolve(-1);
    // A full disk or a private window: the words are still in memory and on their way to the server.
    recordId.catch(() => undefined);
    if (!isMine) return;
    for (const type of transaction.changed.keys())
      if (type instanceof Y.Text) this.#touched.add(Y.findRootTypeKey(type));
    if (this.pendingChanges === 0) this.#savingSinceMs = Date.now();
    this.#outbox.push({ bytes, recordId });
    this.#sendTimer ??= setTimeout(() => this.#flush(), SEND_AFTER_MS);
    this.#tellState();
  };

  #flush(): void {
    clearTimeout(this.#sendTimer);
    this.#sendTimer = undefined;
    if (!this.#isInStep || this.#outbox.length === 0) return;
    const batch = this.#outbox;
    this.#outbox = [];
    this.#send(wire.update(Y.mergeUpdates(batch.map((one) => one.bytes))), batch);
  }

  #send(frame: Uint8Array<ArrayBuffer>, batch: { recordId: Promise<number> }[]): void {
    this.#framesSent += 1;
    const recordIds = batch.map((one) => one.recordId);
    this.#inFlight.push({ frame: this.#framesSent, changes: batch.length, recordIds });
    this.#socket.send(frame);
    this.#socket.expectAnswer();
  }

  get pendingChanges(): number {
    return this.#outbox.length + this.#unsent.length + this.#inFlight.reduce((sum, one) => sum + one.changes, 0);
  }

  // ── In ────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #opened(): void {
    this.#framesSent = 0;
    this.#socket.send(wire.step1(Y.encodeStateVector(this.doc)));
    this.#socket.expectAnswer();
    if (this.awareness.getLocalState()) this.#sendAwareness([this.doc.clientID]);
  }

  #received(bytes: Uint8Array): void {
    this.isBlocked.set(false);
    const message = wire.readIncoming(bytes);
    switch (message.kind) {
      case 'welcome':
        return this.#welcomed(message.welcome);
      case 'step1':
        return this.#answerStep1(message.stateVector);
      case 'step2':
        Y.applyUpdate(this.doc, message.update, FROM_SERVER);
        this.isReady.set(true);
        return this.#tellState();
      case 'update':
        return Y.applyUpdate(this.doc, message.update, FROM_SERVER);
      case 'awareness':
        return applyAwarenessUpdate(this.awareness, message.payload, FROM_SERVER);
      case 'ack':
        return this.#acknowledged(message.count);
      case 'hint':
        return this.#tellHint(message.topic);
      case 'other':
    }
  }

  #welcomed({ generation, canWrite }: Welcome): void {
    if (this.#generation !== null && this.#generation !== generation) {
      // A backup was restored: what is here belongs to another history and must not be merged into it.
      void this.#replace();
      return;
    }
    this.#generation = generation;
    this.#hasWelcome = true;
    void this.#options.copy?.setGeneration(generation);
    globalThis.sessionStorage?.setItem(`canWrite/${this.proposalId}`, canWrite ? 'yes' : 'no');
    this.canWrite.set(canWrite);
    // What happened while this connection was away was hinted to nobody here.
    for (const topic of hintTopics) this.#tellHint(topic);
  }

  /** Everything that the server does not have, in one frame: also what earlier connections could not bring. */
  #answerStep1(stateVector: Uint8Array): void {
    if (!this.#hasWelcome) return;
    const batch = [...this.#unsent.map((recordId) => ({ recordId })), ...this.#outbox];
    this.#unsent = [];
    this.#outbox = [];
    this.#isInStep = true;
    this.#send(wire.step2(Y.encodeStateAsUpdate(this.doc, stateVector)), batch);
    this.#tellState();
  }

  #acknowledged(count: number): void {
    const saved = this.#inFlight.filter((one) => one.frame <= count);
    this.#inFlight = this.#inFlight.filter((one) => one.frame > count);
    void this.#markSaved(saved.flatMap((one) => one.recordIds));
    this.#tellState();
  }

  async #markSaved(recordIds: Promise<number>[]): Promise<void> {
    const settled = await Promise.allSettled(recordIds);
    const ids = settled.flatMap((one) => (one.status === 'fulfilled' && one.value >= 0 ? [one.value] : []));
    // Marked too late or not at all is harmless: the server gets again what it has.
    await this.#options.copy?.markSaved(ids).catch(() => undefined);
  }

  #closed(reason: CloseReasonName | null): boolean {
    this.#unsent.push(...this.#inFlight.flatMap((one) => one.recordIds));
    this.#inFlight = [];
    this.#isInStep = false;
    this.#hasWelcome = false;
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, FROM_SERVER);
    this.isBlocked.set(this.#socket !== undefined && this.#socket.failedAttempts >= 3 && navigator.onLine);
    const retry = reason ? closeReasons[reason].retry : 'back-off';
    if (reason && retry !== 'back-off') {
      this.canWrite.set(false);
      this.saveState.set({ kind: 'failed', reason, changes: this.pendingChanges });
      if (retry === 'after-reload') void this.#replace();
      return false;
    }
    this.#tellState(reason === 'storage' ? 'storage' : undefined);
    return true;
  }

  // ── What people are told ──────────────────────────────────────────────────────────────────────────────────────────

  #tellState(trouble?: CloseReasonName): void {
    const changes = this.pendingChanges;
    if (trouble) this.saveState.set({ kind: 'failed', reason: trouble, changes });
    else if (!this.#socket?.isOpen)
      this.saveState.set(this.isReady.get() ? { kind: 'offline', changes } : { kind: 'opening' });
    else if (!this.isReady.get()) this.saveState.set({ kind: 'opening' });
    else if (this.#isInStep && changes === 0 && this.#inFlight.length === 0) this.saveState.set({ kind: 'saved' });
    else this.#tellSaving(changes);
  }

  /** The handshake of a connection also takes a moment: it is "saving" only when there is something to save. */
  #tellSaving(changes: number): void {
    if (changes === 0 && this.saveState.get().kind === 'saved') return;
    if (this.saveState.get().kind !== 'saving')
      this.saveState.set({ kind: 'saving', sinceMs: this.#savingSinceMs || Date.now() });
  }

  #tellHint(topic: HintTopic): void {
    for (const listener of this.#hintListeners) listener(topic);
  }

  onHint(listener: (topic: HintTopic) => void): () => void {
    this.#hintListeners.add(listener);
    return () => this.#hintListeners.delete(listener);
  }

  dismissRefused(): void {
    this.refused.set([]);
    void this.#options.copy?.keepRefused([]);
  }

  /** Keeps what the server does not have as text, forgets the copy, and asks for a new document. */
  async #replace(): Promise<void> {
    if (this.#isClosed) return;
    const texts = this.pendingChanges > 0 ? this.#unsavedTexts() : [];
    if (texts.length > 0) await this.#options.copy?.keepRefused([...this.refused.get(), ...texts]);
    await this.#options.copy?.clear();
    this.#options.onReplace();
  }

  /** The answers that this page has written in, whole, as the person sees them. */
  #unsavedTexts(): RefusedText[] {
    const keys = [...this.doc.share.keys()].filter((name): name is AnswerKey => parseAnswerKey(name) !== null);
    const mine = keys.filter((key) => this.#touched.has(key));
    return (mine.length > 0 ? mine : keys)
      .map((key) => {
        const text = this.doc.getText(key);
        return { key, text: portalText(deltaToBlocks(text.toDelta(), text.getAttributes())) };
      })
      .filter(({ text }) => text !== '');
  }

  // ── Presence ──────────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #awarenessChanged = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ) => {
    if (origin === FROM_SERVER) return;
    const mine = [...added, ...updated, ...removed].filter((id) => id === this.doc.clientID);
    if (mine.length > 0) this.#sendAwareness(mine);
  };

  #sendAwareness(ids: number[]): void {
    this.#socket.send(wire.awareness(encodeAwarenessUpdate(this.awareness, ids)));
  }

  setPlace(place: Place): void {
    this.#nextPlace = place;
    if (this.#placeTimer !== undefined) return;
    this.#tellPlace();
    this.#placeTimer = setTimeout(() => {
      this.#placeTimer = undefined;
      if (this.#nextPlace) this.setPlace(this.#nextPlace);
    }, PLACE_EVERY_MS);
  }

  #tellPlace(): void {
    const place = this.#nextPlace;
    this.#nextPlace = undefined;
    if (place) this.awareness.setLocalStateField('place', place);
  }

  readonly #leave = () => {
    this.#flush();
    removeAwarenessStates(this.awareness, [this.doc.clientID], 'leave');
  };

  close(): void {
    if (this.#isClosed) return;
    this.#flush();
    this.#isClosed = true;
    globalThis.removeEventListener('pagehide', this.#leave);
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#placeTimer);
    this.#socket.end();
    this.awareness.destroy();
    this.doc.destroy();
    this.#options.copy?.close();
  }
}
