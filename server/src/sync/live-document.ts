// One document as the server holds it while people are in it: its index, to admit updates by, and its bytes, to answer clients
// from. A Y.Doc exists only while something needs to read or change the content. Knows no peers and no log.
import { applyUpdate, type Doc } from 'yjs';
import { type AdmittedUpdate, admitUpdate, enter } from './admission/admit-update.ts';
import { countChanges, presentChanges } from './admission/count-changes.ts';
import { DocumentIndex, placeIdOf } from './admission/document-index.ts';
import { readIndexImage } from './admission/index-image.ts';
import { isGrowth } from './admission/is-growth.ts';
import { learnSnapshot, learnUpdate } from './admission/learn-update.ts';
import { markAsSuggested, renameSuggestions } from './admission/mend-suggestions.ts';
import { KNOWN } from './admission/place-structs.ts';
import { Refusal } from './admission/refusal.ts';
import type { Rights } from './admission/rights.ts';
import type { StructTable } from './admission/struct-table.ts';
import { SuggestionGuard, type Unmarked } from './admission/suggestion-guard.ts';
import { learnSuggestions } from './admission/suggestion-names.ts';
import { type Answer, DocumentBytes, readStateQuestion } from './document-bytes.ts';
import type { OpenedDocument } from './document-log.ts';
import type { FoldUpdates } from './fold-log.ts';
import { deletionsOf, statesOf, stateVectorOf } from './index-bytes.ts';
import { assertComplete, loadDocument } from './load-document.ts';
import type { ContentChange } from './rooms.ts';

/** Whoever writes on the server's behalf: no person has this id. */
const SERVER = 'server';

export interface Writer {
  userId: string;
  rights: Rights;
  /** How many client ids the connection may still use for the first time. */
  clientIdsLeft: number;
}

export interface Admitted {
  /** Client ids that this person uses here for the first time. */
  newClientIds: number[];
  changes: ContentChange[];
  /** An update of the server's own that belongs to it: marks of a suggestion that were lost on the way (A13). */
  marks: Uint8Array | null;
}

/** From its image, where that can be used. */
function indexOf({ snapshot, snapshotImage }: OpenedDocument): DocumentIndex {
  const known = snapshot && snapshotImage ? readIndexImage(snapshotImage, snapshot) : null;
  return known ?? (snapshot ? learnSnapshot(snapshot) : new DocumentIndex());
}

export class LiveDocument {
  readonly #index: DocumentIndex;
  readonly #bytes: DocumentBytes;
  readonly #owners: Map<number, string>;
  /** Client ids of which words may be lost: whoever has a copy may bring them (L5). */
  readonly #refillable: ReadonlySet<number>;
  readonly #isQuestion: (questionId: string) => boolean;
  readonly #sizeMax: number;
  readonly #now: () => number;
  /** Admitted and not on disk yet, in order. */
  #queued: StructTable[] = [];
  #queuedBytes = 0;
  #wantsRoom = false;
  #doc: Doc | null = null;
  /** Of when nothing was queued; each new deletion makes it anew. */
  #deletions: Uint8Array | null = null;

  /**
   * @param sizeMax bytes above which nothing more is taken in
   * @param now for the ids of suggestions that the server marks
   * @throws when the log has gaps.
   */
  constructor(
    opened: OpenedDocument,
    isQuestion: (questionId: string) => boolean,
    sizeMax: number,
    now: () => number = Date.now,
  ) {
    this.#now = now;
    this.#sizeMax = sizeMax;
    this.#owners = opened.clientOwners;
    this.#refillable = opened.damage?.refillable ?? new Set();
    this.#isQuestion = isQuestion;
    this.#index = indexOf(opened);
    this.#bytes = new DocumentBytes(opened.snapshot, statesOf(this.#index));
    const tail = opened.updates.map((update) => learnUpdate(update, this.#index));
    for (const table of tail) this.#bytes.append(table);
    learnSuggestions(tail, this.#index, (clientId) => this.#owners.get(clientId));
  }

  get stateVector(): Uint8Array {
    return stateVectorOf(this.#index);
  }

  get sizeBytes(): number {
    return this.#bytes.sizeBytes + this.#queuedBytes;
  }

  /** It is full: folded, it may be so no more. Ten keystrokes are one struct then, and what was deleted is gone. */
  get wantsRoom(): boolean {
    return this.#wantsRoom;
  }

  /**
   * @param speakerOf whom a client id belongs to under which nobody has written yet
   * @returns null when all of it is there already.
   * @throws Refusal, and nothing is changed; any other error: the document cannot be used any more.
   */
  admit(
    update: Uint8Array,
    { userId, rights, clientIdsLeft }: Writer,
    speakerOf?: (clientId: number) => string | undefined,
  ): Admitted | null {
    const admitted = admitUpdate(update, {
      index: this.#index,
      rights,
      userId,
      clientIdsLeft,
      ownerOf: (clientId) => (this.#refillable.has(clientId) ? userId : this.#owners.get(clientId)),
      bringsWordsOfOthers: this.#refillable.size > 0,
      isWriter: (person) => new Set(this.#owners.values()).has(person),
      isQuestion: this.#isQuestion,
      ...(speakerOf && { speakerOf }),
    });
    if (!admitted) return null;
    this.#checkSize(admitted.table);
    const unmarked = rights.suggestsOnly ? this.#applyGuarded(update, admitted, userId) : this.#apply(update);
    for (const clientId of admitted.newClientIds) this.#owners.set(clientId, userId);
    const changes = this.#learn(admitted);
    return { newClientIds: admitted.newClientIds, changes, marks: this.#mend(unmarked, admitted, userId) };
  }

  #apply(update: Uint8Array): [] {
    if (this.#doc) {
      applyUpdate(this.#doc, update);
      assertComplete(this.#doc);
    }
    return [];
  }

  /** @throws Refusal, and the document is forgotten, because what was refused is in it. */
  #applyGuarded(update: Uint8Array, admitted: AdmittedUpdate, userId: string): Unmarked[] {
    const doc = this.#held();
    this.#doc = null;
    const guard = new SuggestionGuard(doc, admitted, this.#index, userId);
    applyUpdate(doc, update);
    assertComplete(doc);
    const unmarked = guard.check();
    this.#doc = doc;
    return unmarked;
  }

  /** What was sent is taken, and said in the name of who has sent it (A13). */
  #mend(unmarked: readonly Unmarked[], { madeUp, parts }: AdmittedUpdate, author: string): Uint8Array | null {
    if (unmarked.length + madeUp.length === 0) return null;
    const atMs = this.#now();
    const roots = new Set(parts.flatMap((part) => (part === KNOWN ? [] : [this.#index.place(placeIdOf(part)).root])));
    return this.#changeAfter((doc) => {
      for (const [root, those] of Map.groupBy(unmarked, (one) => one.root))
        markAsSuggested(doc.getText(root), those, { author, atMs });
      if (madeUp.length === 0) return;
      for (const root of roots) renameSuggestions(doc.getText(root), madeUp, { author, atMs });
    });
  }

  /** What was sent is learnt by now: what goes wrong here is no refusal of it, and the room has to be loaded anew. */
  #changeAfter(change: (doc: Doc) => void): Uint8Array | null {
    try {
      return this.change(change).update;
    } catch (cause) {
      throw new Error('suggestions could not be mended', { cause });
    }
  }

  /** R14. @throws Refusal */
  #checkSize(table: StructTable): void {
    if (this.sizeBytes + table.bytes.length <= this.#sizeMax) return;
    this.#wantsRoom = true;
    if (isGrowth(table, this.#index)) throw new Refusal('documentFull', 'the document is full');
  }

  /** Whose words are under this client id (L6). */
  authorOf(clientId: number): string | undefined {
    return this.#owners.get(clientId);
  }

  #learn(admitted: AdmittedUpdate): ContentChange[] {
    const count = countChanges(admitted, this.#index);
    enter(admitted, this.#index);
    this.#deletions = null;
    this.#queued.push(admitted.table);
    this.#queuedBytes += admitted.table.bytes.length;
    return presentChanges(count, this.#index);
  }

  /** The first `count` admitted updates are on disk. */
  committed(count: number): void {
    for (const update of this.#queued.slice(0, count)) {
      this.#bytes.append(update);
      this.#queuedBytes -= update.bytes.length;
    }
    this.#queued = this.#queued.slice(count);
  }

  /**
   * What somebody lacks, of what is there now.
   * @returns what to call once all that is on disk.
   * @throws when it is not a state vector.
   */
  ask(stateVector: Uint8Array): () => Answer {
    const question = readStateQuestion(stateVector);
    // Taken now: what is deleted afterwards may still fail to get on disk.
    const deletions = (this.#deletions ??= deletionsOf(this.#index));
    return () => this.#bytes.lacking(question, statesOf(this.#index), deletions);
  }

  /** All of it as it is now, in order, also what is not on disk yet. */
  get updates(): Uint8Array[] {
    return [...this.#bytes.updates, ...this.#queued.map(({ bytes }) => bytes)];
  }

  /** `look` must not change the document, nor keep it. */
  read<T>(look: (doc: Doc) => T): T {
    return look(this.#held());
  }

  #held(): Doc {
    return (this.#doc ??= loadDocument(this.updates));
  }

  /** A change by the server. @returns its update, null when it changed nothing. If `change` throws, nothing has changed. */
  change<T>(change: (doc: Doc) => T): { result: T; update: Uint8Array | null } {
    const doc = this.#held();
    // While it is changed it is nobody's: if anything throws, it is loaded anew.
    this.#doc = null;
    let update: Uint8Array | null = null;
    const keep = (bytes: Uint8Array) => {
      update = bytes;
    };
    doc.once('update', keep);
    const result = doc.transact(() => change(doc));
    doc.off('update', keep);
    if (update) this.#enterOwn(update);
    this.#doc = doc;
    return { result, update };
  }

  #enterOwn(update: Uint8Array): void {
    const admitted = admitUpdate(update, {
      index: this.#index,
      rights: { canWrite: true },
      userId: SERVER,
      bringsWordsOfOthers: true,
      clientIdsLeft: 1,
      ownerOf: () => SERVER,
      isQuestion: this.#isQuestion,
    });
    if (admitted) this.#learn(admitted);
  }

  /** Called now and then: nothing needs the content at this moment. */
  forgetContent(): void {
    this.#doc?.destroy();
    this.#doc = null;
  }

  /**
   * What is stored, as one update. Call when nothing is on its way to disk.
   * @param fold off the main thread @returns what to do when it is stored, too
   */
  async fold(fold: FoldUpdates): Promise<{ bytes: Uint8Array; use(): void }> {
    const states = statesOf(this.#index);
    this.#wantsRoom = false;
    try {
      const bytes = await fold(this.#bytes.beginFold());
      return { bytes, use: () => this.#bytes.endFold(bytes, states) };
    } catch (error) {
      this.#bytes.endFold(null, states);
      throw error;
    }
  }
}
