// What a session and the server say to each other over one socket after another: the handshake, what is typed, what is
// acknowledged. Puts what comes into the document. Knows no storage and shows nothing. Rules S1 and S3 are in SYNC.md.
import { contentHash } from '@adagia/shared/content-hash';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { type HintTopic, hintTopics, type Welcome, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as Y from 'yjs';
import type { SessionEnvironment } from './environment.ts';
import { IdleCheck } from './idle-check.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';
import type { SaveLedger } from './save-ledger.ts';
import { splitUpdate } from './split-update.ts';
import * as wire from './wire.ts';

/** Origin of what the server sent. */
export const FROM_SERVER = Symbol('server');

/** Milliseconds. Keys typed within it travel together; nobody sees the difference, and the server has half the work. */
const SEND_AFTER_MS = 25;
/** Bytes around an update: two types and a length. */
const FRAME_HEAD = 16;
const ceilings = { ...limits, sizeMax: limits.frameSizeMax - FRAME_HEAD };
/** Nothing inserted, nothing deleted. */
const NOTHING = Uint8Array.of(0, 0);

export interface ConversationListener<Kept> {
  onOpen(): void;
  /** @returns false when this document must not be merged with the server's */
  onWelcome(welcome: Welcome): boolean;
  /** The document holds what the server has. */
  onSynced(): void;
  onAcknowledged(saved: Kept[]): void;
  onPresence(payload: Uint8Array): void;
  onHint(topic: HintTopic): void;
  /** Something about saving may have to be shown differently. */
  onProgress(): void;
  onClosed(reason: CloseReasonName | null): void;
  /** An exception, or a gap that stays: the document cannot be trusted any more. */
  onBroken(error: unknown): void;
  /** It says something else than the server's although everything is acknowledged. */
  onDifferent(): void;
}

export interface ConversationOptions<Kept> {
  /** Of this document. */
  url: string;
  doc: Y.Doc;
  ledger: SaveLedger<Kept>;
  environment: SessionEnvironment;
  listener: ConversationListener<Kept>;
}

export class Conversation<Kept> {
  readonly #options: ConversationOptions<Kept>;
  readonly #socket: ReconnectingSocket;
  #welcome: Welcome | null = null;
  /** Asked while the document had gaps: answered when the server's step 2 has closed them. */
  #askedEarly: Uint8Array | null = null;
  #cancelSend: (() => void) | null = null;
  readonly #idleCheck: IdleCheck;
  #hash = '';

  constructor(options: ConversationOptions<Kept>) {
    this.#options = options;
    this.#idleCheck = new IdleCheck({
      nowMs: options.environment.nowMs,
      after: options.environment.after,
      isSettled: () => this.#socket.isOpen && options.ledger.isSettled,
      ask: (isChanged) => {
        if (isChanged) this.#hash = contentHash(options.doc);
        this.#socket.send(wire.compare(this.#hash));
      },
      onDifferent: () => options.listener.onDifferent(),
    });
    this.#socket = new ReconnectingSocket(`${options.url}?adagia=${WIRE_VERSION}`, options.environment, {
      onOpen: () => this.#opened(),
      onMessage: (bytes) => this.#received(bytes),
      onSilence: () => this.#socket.send(wire.queryAwareness),
      onClose: (reason) => this.#closed(reason),
    });
  }

  start(): void {
    this.#socket.start();
  }

  get isOpen(): boolean {
    return this.#socket.isOpen;
  }

  get failedAttempts(): number {
    return this.#socket.failedAttempts;
  }

  sendPresence(payload: Uint8Array): void {
    this.#socket.send(wire.awareness(payload));
  }

  /** Something new is in the ledger. */
  sendSoon(): void {
    this.#idleCheck.changed();
    this.#cancelSend ??= this.#options.environment.after(SEND_AFTER_MS, () => this.flush());
  }

  flush(): void {
    this.#cancelSend?.();
    this.#cancelSend = null;
    const typed = this.#options.ledger.takeTyped();
    if (typed) this.#options.ledger.sendTyped(splitUpdate(Y.mergeUpdates(typed), ceilings));
    this.#sendFrames();
  }

  #sendFrames(): void {
    const { ledger } = this.#options;
    for (let frame = ledger.next(); frame; frame = ledger.next()) {
      this.#socket.send(frame.kind === 'step2' ? wire.step2(frame.bytes) : wire.update(frame.bytes));
      this.#socket.expectAnswer();
    }
  }

  #opened(): void {
    this.#options.ledger.connected();
    this.#socket.send(wire.step1(Y.encodeStateVector(this.#options.doc)));
    this.#socket.expectAnswer();
    this.#options.listener.onOpen();
  }

  #received(bytes: Uint8Array): void {
    try {
      this.#read(wire.readIncoming(bytes));
    } catch (error) {
      // An exception in one of its listeners leaves a document mute for good: it is thrown away.
      return this.#options.listener.onBroken(error);
    }
    if (this.#options.ledger.isAwaitingAck) this.#socket.expectAnswer();
  }

  #read(message: wire.Incoming): void {
    const { doc, listener } = this.#options;
    switch (message.kind) {
      case 'welcome':
        return this.#welcomed(message.welcome);
      case 'step1':
        return this.#answerStep1(message.stateVector);
      case 'step2':
        Y.applyUpdate(doc, message.update, FROM_SERVER);
        return this.#synced();
      case 'update':
        this.#idleCheck.changed();
        return Y.applyUpdate(doc, message.update, FROM_SERVER);
      case 'awareness':
        return listener.onPresence(message.payload);
      case 'ack':
        return this.#acknowledged(message.count);
      case 'compared':
        return this.#idleCheck.answered(message.answer);
      case 'hint':
        return listener.onHint(message.topic);
      case 'other':
    }
  }

  #welcomed(welcome: Welcome): void {
    if (!this.#options.listener.onWelcome(welcome)) return;
    if (!this.#welcome) this.#socket.isLoading = true;
    this.#welcome = welcome;
    // What happened while this connection was away was hinted to nobody here.
    for (const topic of hintTopics) this.#options.listener.onHint(topic);
  }

  /** Everything that the server does not have: also what earlier connections could not bring. */
  #answerStep1(stateVector: Uint8Array): void {
    if (!this.#welcome) return;
    const { doc, ledger, listener } = this.#options;
    if (hasGaps(doc)) {
      this.#askedEarly = stateVector;
      return;
    }
    // Yjs tidies formats on every device: nobody typed that, and who only reads may not send it.
    const hasNothing = !this.#welcome.canWrite && ledger.pendingCount === 0;
    ledger.answer(hasNothing ? [NOTHING] : splitUpdate(Y.encodeStateAsUpdate(doc, stateVector), ceilings));
    this.#sendFrames();
    listener.onProgress();
  }

  #synced(): void {
    this.#socket.isLoading = false;
    if (hasGaps(this.#options.doc)) throw new Error('the document has gaps that the server cannot close');
    this.#options.listener.onSynced();
    this.#idleCheck.changed();
    const asked = this.#askedEarly;
    this.#askedEarly = null;
    if (asked) this.#answerStep1(asked);
    this.#options.listener.onProgress();
  }

  #acknowledged(count: number): void {
    const { ledger, listener } = this.#options;
    this.#socket.isGood();
    listener.onAcknowledged(ledger.acknowledged(count));
    this.flush();
    listener.onProgress();
  }

  #closed(reason: CloseReasonName | null): boolean {
    this.#options.ledger.lost();
    this.#welcome = null;
    this.#askedEarly = null;
    this.#idleCheck.end();
    this.#options.listener.onClosed(reason);
    return reason === null || closeReasons[reason].retry === 'back-off';
  }

  end(): void {
    this.#cancelSend?.();
    this.#idleCheck.end();
    this.#socket.end();
  }
}

export function hasGaps({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}
