// A proposal's live document: between the Yjs document, its copy on this device and the server. Puts the parts together and
// decides when the document must be thrown away. Says "saved" only as the ledger does. Rules in SYNC.md, part S.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { leaveFormats } from '@adagia/shared/leave-formats';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import type { HintTopic, Welcome } from '@adagia/shared/wire/messages';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { closeWords } from './close-words.ts';
import { Conversation, FROM_SERVER, hasGaps } from './conversation.ts';
import { CopyWriter, type KeptChange } from './copy-writer.ts';
import { browserEnvironment, type SessionEnvironment } from './environment.ts';
import { FROM_COPY, fillFromCopy, foldUpdates } from './fill-from-copy.ts';
import { explained, type KeptCopy, type LocalCopy, type RefusalReason, type RefusedText } from './local-copy.ts';
import { observable } from './observable-value.ts';
import { Presence } from './presence.ts';
import type { Place, ProposalSession, SaveState } from './proposal-session.ts';
import { mayReplace } from './replace-brake.ts';
import { SaveLedger } from './save-ledger.ts';
import { isSameState, saveStateOf } from './save-state.ts';
import { homelessText, type StructId, TouchedPlaces, textsOf, textsOfUpdates } from './unsaved-texts.ts';

/** What the next session of this page has to know of the one that was thrown away. */
export interface Carried {
  /** Text that could not be kept on this device, to be shown all the same. */
  refused: RefusedText[];
  /** False: the copy holds what was refused and could not be emptied. */
  mayUseCopy: boolean;
  /** What to say about it; null where nobody lost anything by it. */
  why: RefusalReason | null;
}

export interface SessionOptions {
  proposalId: ProposalId;
  userId: UserId;
  /** null where the browser has no storage (private windows): then a reload offline shows nothing. */
  copy: LocalCopy | null;
  /** ws: or wss: address of `/sync`. */
  socketUrl: string;
  /** The document must be thrown away and opened anew: something in it was refused, or a backup was restored. */
  onReplace(carried: Carried): void;
  /**
   * Sockets do not open although the network is there: perhaps this person may not enter any more. Seldom, not each time.
   * @returns whether they are signed in no more, where it was found out
   */
  onShutOut?(): Promise<{ isSignedOut: boolean }> | void;
  /** Of the session before, see `onReplace`. */
  carried?: Carried | null;
  environment?: SessionEnvironment;
  /** For the simulator's faulty variants; see SYNC.md. */
  createLedger?(unsent: readonly KeptChange[]): SaveLedger<KeptChange>;
}

/** Records on this device before they are folded into one: reading 300 takes a few milliseconds. */
const COMPACT_ABOVE = 300;

/** Sockets in a row that did not open, after which it is asked why. Not at the first: a server that restarts has other worries. */
const ASK_WHY_AFTER = 2;
/** With a back-off of eight seconds about once a minute. */
const ASK_WHY_EVERY = 8;
/** Sockets in a row that did not open: one is bad luck, two may be a restart. */
const BLOCKED_AFTER = 3;

export async function openSession(options: SessionOptions): Promise<ProposalSession> {
  const usable = options.carried?.mayUseCopy === false ? null : options.copy;
  // A copy that cannot be read is as none: the server has the document, and people are told that nothing is kept here.
  const kept = (await usable?.load().catch(() => null)) ?? null;
  const copy = kept ? usable : null;
  if (!copy) options.copy?.close();
  return new LiveSession({ ...options, copy }, kept ?? { records: [], generation: null, refused: [] });
}

class LiveSession implements ProposalSession {
  readonly proposalId: ProposalId;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly isReady = observable(false);
  readonly saveState = observable<SaveState>({ kind: 'opening' });
  readonly canWrite = observable(false);
  readonly refused = observable<readonly RefusedText[]>([]);
  readonly reloadedFor = observable<RefusalReason | null>(null);
  readonly isBlocked = observable(false);
  readonly isLarge = observable(false);
  readonly keepsCopy = observable(true);
  readonly #options: SessionOptions;
  readonly #environment: SessionEnvironment;
  readonly #writer: CopyWriter;
  readonly #ledger: SaveLedger<KeptChange>;
  readonly #conversation: Conversation<KeptChange>;
  readonly #presence: Presence;
  readonly #hintListeners = new Set<(topic: HintTopic) => void>();
  readonly #stopListening: () => void;
  /** Places that this person has unsaved changes in, of this page and of earlier ones. */
  readonly #touched = new TouchedPlaces();
  /** Unsaved, and from before this page: not placed when it was opened. */
  readonly #waiting: readonly StructId[];
  #generation: string | null;
  #trouble: CloseReasonName | null = null;
  #isReplacing = false;
  #isClosed = false;

  constructor(options: SessionOptions, kept: KeptCopy) {
    const environment = options.environment ?? browserEnvironment;
    this.#options = options;
    this.#environment = environment;
    this.proposalId = options.proposalId;
    this.doc = environment.createDocument();
    leaveFormats(this.doc);
    this.awareness = new Awareness(this.doc);
    this.refused.set([...(options.carried?.refused ?? []), ...kept.refused]);
    this.reloadedFor.set(options.carried?.why ?? null);
    this.keepsCopy.set(options.copy !== null);
    this.#writer = new CopyWriter({
      copy: options.copy,
      after: environment.after,
      onKeeping: (isKeeping) => this.keepsCopy.set(isKeeping),
    });
    const filled = fillFromCopy(this.doc, kept, this.#touched);
    this.#generation = filled.generation;
    this.#waiting = filled.waiting;
    const unsent = filled.pendingIds.map((id): KeptChange => ({ id, isSaved: false }));
    this.#ledger = options.createLedger?.(unsent) ?? new SaveLedger(unsent);
    this.doc.on('update', this.#documentChanged);
    this.#conversation = this.#converse();
    this.#presence = new Presence(this.awareness, environment, (payload) => this.#conversation.sendPresence(payload));
    this.#stopListening = environment.onPage('pagehide', () => this.#leave());
    if (filled.stale.length > 0) void this.#keepStale(filled.stale);
    if (kept.records.length > 0 && !hasGaps(this.doc)) this.#showCopy(kept.records.length);
    this.#conversation.start();
  }

  #converse(): Conversation<KeptChange> {
    return new Conversation<KeptChange>({
      url: `${this.#options.socketUrl}/${this.proposalId}`,
      doc: this.doc,
      ledger: this.#ledger,
      environment: this.#environment,
      listener: {
        onOpen: () => this.#presence.connected(),
        onWelcome: (welcome) => this.#welcomed(welcome),
        onSynced: () => this.isReady.set(true),
        onAcknowledged: (saved) => this.#acknowledged(saved),
        onPresence: (payload) => this.#presence.received(payload),
        onHint: (topic) => this.#tellHint(topic),
        onProgress: () => this.#tellState(),
        onClosed: (reason) => this.#disconnected(reason),
        onBroken: () => this.#distrust(),
        onDifferent: () => this.#distrust({ isDoubtful: true }),
      },
    });
  }

  /** What this device has is shown at once, and may be edited: rights are checked by the server when it is back. */
  #showCopy(records: number): void {
    this.canWrite.set(this.#environment.readTabValue(`canWrite/${this.proposalId}`) !== 'no');
    this.isReady.set(true);
    // Folding saves time at the next start; if it fails, nothing has changed.
    if (records > COMPACT_ABOVE) this.#options.copy?.compact(foldUpdates).catch(() => undefined);
  }

  /** S5: of a generation that is gone. It can only be shown as text. */
  async #keepStale(stale: KeptCopy['records']): Promise<void> {
    const texts = explained(textsOfUpdates(stale.map((record) => record.bytes)), 'restored');
    this.refused.set([...this.refused.get(), ...texts]);
    // Where it fails, they are still there the next time.
    await this.#options.copy
      ?.keepAsTexts(
        texts,
        stale.map((record) => record.id),
      )
      .catch(() => undefined);
  }

  readonly #documentChanged = (bytes: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
    if (origin === FROM_COPY || this.#isClosed) return;
    // Yjs tidies formats after what came from others, under the origin null: for a reader that is nothing to send.
    const isMine = origin !== FROM_SERVER && (this.canWrite.get() || origin !== null);
    const kept = this.#writer.append({ bytes, isPending: isMine, generation: this.#generation });
    if (!isMine) return;
    this.#touched.note(transaction);
    this.#ledger.typed({ bytes, kept }, this.#environment.nowMs());
    this.#conversation.sendSoon();
    this.#tellState();
  };

  #welcomed({ generation, canWrite, isLarge }: Welcome): boolean {
    this.isBlocked.set(false);
    if (this.#generation !== null && this.#generation !== generation) {
      // A backup was restored: what is here belongs to another history and must not be merged into it.
      void this.#replace('restored', { isDoubtful: true });
      return false;
    }
    if (this.#generation === null) this.#options.copy?.setGeneration(generation).catch(() => undefined);
    this.#generation = generation;
    this.#environment.writeTabValue(`canWrite/${this.proposalId}`, canWrite ? 'yes' : 'no');
    this.canWrite.set(canWrite);
    this.isLarge.set(isLarge);
    return true;
  }

  #acknowledged(saved: KeptChange[]): void {
    this.#trouble = null;
    this.#writer.markSaved(saved);
  }

  #disconnected(reason: CloseReasonName | null): void {
    this.#presence.lost();
    const { failedAttempts } = this.#conversation;
    const isOnline = this.#environment.isOnline();
    if (isOnline && failedAttempts >= BLOCKED_AFTER && reason === null) void this.#askWhetherBlocked();
    else this.isBlocked.set(false);
    if (isOnline && failedAttempts % ASK_WHY_EVERY === ASK_WHY_AFTER && reason === null) void this.#askWhyShutOut();
    const retry = reason === null ? 'back-off' : closeReasons[reason].retry;
    if (retry !== 'back-off') this.canWrite.set(false);
    this.#trouble = reason && closeWords[reason] ? reason : null;
    this.#tellState();
    if (reason && retry === 'after-reload') void this.#replace(reason);
  }

  /** Signed out while there was no line to say so on: from here on as if it had been said. */
  async #askWhyShutOut(): Promise<void> {
    const answer = await this.#options.onShutOut?.();
    if (!answer?.isSignedOut || this.#isClosed) return;
    this.#conversation.end();
    this.#disconnected('sessionEnded');
  }

  /** A network that lets HTTP through and sockets not is another thing than a server that is down. */
  async #askWhetherBlocked(): Promise<void> {
    const answersHttp = await this.#environment.answersHttp();
    if (!this.#isClosed && !this.#trouble)
      this.isBlocked.set(answersHttp && this.#conversation.failedAttempts >= BLOCKED_AFTER);
  }

  #tellState(): void {
    const shown = this.saveState.get();
    const state = saveStateOf(
      {
        isOpen: this.#conversation.isOpen,
        isReady: this.isReady.get(),
        isSettled: this.#ledger.isSettled,
        changes: this.#ledger.pendingCount,
        sinceMs: this.#ledger.pendingSinceMs ?? this.#environment.nowMs(),
        trouble: this.#trouble,
      },
      shown,
    );
    if (!isSameState(state, shown)) this.saveState.set(state);
  }

  /** Where loading it anew has not helped, a page that may be wrong is still better than one that comes and goes. */
  #distrust(how: { isDoubtful?: boolean } = {}): void {
    if (mayReplace(this.#environment, `replaced/${this.proposalId}`)) void this.#replace('different', how);
  }

  /**
   * S4: keeps what the server does not have as text, forgets the copy, and asks for a new document. In this order. Where
   * the server may not have what it has acknowledged (S5 another history, S7 a difference) all that was written here is kept.
   */
  async #replace(why: RefusalReason, { isDoubtful = false } = {}): Promise<void> {
    if (this.#isClosed || this.#isReplacing) return;
    this.#isReplacing = true;
    this.canWrite.set(false);
    this.#conversation.end();
    await this.#writer.stop();
    this.#touched.noteStructs(this.doc, this.#waiting);
    let carried: Carried;
    let keptCount: number;
    do {
      keptCount = this.#ledger.pendingCount;
      const isOffered = keptCount > 0 || (isDoubtful && !this.#touched.isEmpty);
      const texts = isOffered ? textsOf(this.doc, this.#touched) : [];
      const all = explained([...texts, ...homelessText(this.doc)], why);
      carried = { ...(await this.#empty(all)), why: isDoubtful || keptCount > 0 ? why : null };
      // A key pressed before the editor knew that it may not write any more.
    } while (this.#ledger.pendingCount > keptCount);
    if (!this.#isClosed) this.#options.onReplace(carried);
  }

  async #empty(texts: RefusedText[]): Promise<Omit<Carried, 'why'>> {
    const { copy, carried } = this.#options;
    const shownOnly = carried?.refused ?? [];
    if (!copy) return { refused: [...shownOnly, ...texts], mayUseCopy: carried?.mayUseCopy ?? true };
    try {
      const pendingIds = this.#ledger.pending.flatMap(({ id }) => (id === null ? [] : [id]));
      await copy.replaceByTexts(texts, pendingIds);
      return { refused: shownOnly, mayUseCopy: true };
    } catch {
      // A full disk. The copy stays as it is, and is left alone until the page is loaded the next time.
      return { refused: [...shownOnly, ...texts], mayUseCopy: false };
    }
  }

  #tellHint(topic: HintTopic): void {
    for (const listener of this.#hintListeners) listener(topic);
  }

  onHint(listener: (topic: HintTopic) => void): () => void {
    this.#hintListeners.add(listener);
    return () => this.#hintListeners.delete(listener);
  }

  /** Out of sight when they are gone from the device: what a reload at once would bring back is still there to be seen. */
  dismissRefused(): void {
    const dismissed = new Set(this.refused.get());
    const hide = () => {
      this.refused.set(this.refused.get().filter((text) => !dismissed.has(text)));
      this.reloadedFor.set(null);
    };
    void (this.#options.copy?.dismissRefused() ?? Promise.resolve()).then(hide, hide);
  }

  setPlace(place: Place): void {
    this.#presence.setPlace(place);
  }

  #leave(): void {
    this.#conversation.flush();
    this.#writer.handOver();
    this.#presence.leave();
  }

  close(): void {
    if (this.#isClosed) return;
    if (!this.#isReplacing) this.#conversation.flush();
    this.#isClosed = true;
    this.#stopListening();
    this.#presence.close();
    this.#conversation.end();
    this.doc.destroy();
    this.#writer.close();
  }
}
