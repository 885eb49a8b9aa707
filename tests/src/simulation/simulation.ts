// One run: four people, one server, a virtual network, disks and a clock, all from one seed. Holds the parts together and
// keeps what must be true; operations.ts and trouble.ts say what happens, at-rest.ts what must hold at the end.
import type { ClientSocket, SocketEvents } from '@adagia/client/session/environment';
import type { SessionOptions } from '@adagia/client/session/open-session';
import { MemoryDevice } from '@adagia/client/session/testing/memory-copy';
import type { Rights } from '@adagia/server/sync/admission/rights';
import type { DocumentLog } from '@adagia/server/sync/document-log';
import type { Peer } from '@adagia/server/sync/peer';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { hintTopics, messageType, syncType } from '@adagia/shared/wire/messages';
import * as Y from 'yjs';
import { Books } from './books.ts';
import { contentOf, isContained, without, wordsOf } from './contained.ts';
import { simulatedRights } from './rights.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { suggestsInSeed } from './suggest-operations.ts';
import { VirtualClock } from './virtual-clock.ts';
import { type Backup, VirtualDisk } from './virtual-disk.ts';
import type { Line } from './virtual-network.ts';
import { VirtualPage } from './virtual-page.ts';
import { PROPOSAL_ID, VirtualServer } from './virtual-server.ts';

export interface Person {
  index: number;
  userId: string;
  /** Of their sign-in, another one after each sign-out. */
  sessionId: string;
  role: 'writer' | 'suggester' | 'reviewer' | 'outsider';
  /** Whenever they may write at all, they may only suggest. */
  isSuggester: boolean;
  /** They did something that the server may refuse from who suggests, or their rights were changed. */
  mayBeRefused: boolean;
  /** null: a browser without storage. */
  device: MemoryDevice | null;
  pages: VirtualPage[];
}

/** A faulty variant of one small part: each must be caught. See mutants.ts. */
export interface Faults {
  isLazyDisk?: boolean;
  wrapLog?(log: DocumentLog, peers: () => Peer[]): DocumentLog;
  /** Then differences are to be expected, and must be mended by the comparison. */
  losesUpdates?: boolean;
  /** @returns whether a frame of the server may leave */
  mayPass?(frame: Uint8Array): boolean;
  afterReceive?(peer: Peer, frame: Uint8Array): void;
  /** A faulty variant: who may only suggest is taken for an editor. */
  takesSuggestersForEditors?: boolean;
  wrapSocket?(socket: ClientSocket, events: SocketEvents): ClientSocket;
  createLedger?: NonNullable<SessionOptions['createLedger']>;
}

interface Freeze {
  durable: Y.Doc;
  /** As it was when everything that was let in before had come through; null until then. */
  content: string | null;
}

interface Lock {
  /** Another one after a backup was restored. */
  durable: Y.Doc;
  /** What it said once everything was stored that was let in before. */
  delta: string | null;
}

export class SimulationFailure extends Error {}

const PEOPLE = 4;
/** Milliseconds: two commits of the slowest disk, as one waits for the other. */
const COMMIT_MAX_MS = 7000;

export class Simulation {
  readonly clock = new VirtualClock();
  readonly random: SeededRandom;
  readonly disk: VirtualDisk;
  readonly books = new Books();
  readonly faults: Faults;
  /** Some suggest, and others decide. */
  readonly hasSuggestions: boolean;
  readonly people: Person[];
  /** Versions of what is kept in SQL, by topic. */
  readonly sql = new Map<string, number>(hintTopics.map((topic) => [topic, 0]));
  /** Answers that nobody may change. */
  readonly locked = new Map<string, Lock>();
  #freeze: Freeze | null = null;
  /** Until when everybody who was ever allowed to write was so, in milliseconds. */
  readonly #writersUntilMs = new Map<string, number>();
  server: VirtualServer | null = null;
  /** All that were ever started: two may run for a while. */
  readonly servers: VirtualServer[] = [];
  readonly counts = new Map<string, number>();
  /** How often the comparison of an idle page found one. */
  differences = 0;
  readonly traces: string[] = [];
  #failure: SimulationFailure | null = null;
  #clientIds = 100;
  #lastSent: Uint8Array | null = null;

  constructor(seed: number, faults: Faults = {}) {
    this.random = seededRandom(seed);
    this.faults = faults;
    this.hasSuggestions = suggestsInSeed(seed);
    this.disk = new VirtualDisk({
      clock: this.clock,
      random: this.random,
      isLazy: faults.isLazyDisk ?? false,
      onEntry: ({ authorId }) => this.#checkAuthor(authorId),
      count: (what) => this.count(what),
    });
    this.people = Array.from({ length: PEOPLE }, (_, index) => this.#person(index));
  }

  #person(index: number): Person {
    const isReviewer = index === PEOPLE - 1 && this.random.chance(0.5);
    const isSuggester = this.hasSuggestions && !isReviewer && index >= PEOPLE - 2;
    const person: Person = {
      index,
      userId: `person-${index}`,
      sessionId: `session 0 of ${index}`,
      role: isReviewer ? 'reviewer' : isSuggester ? 'suggester' : 'writer',
      isSuggester,
      mayBeRefused: false,
      device: this.random.chance(0.15) ? null : new MemoryDevice(),
      pages: [],
    };
    if (!isReviewer) this.#writersUntilMs.set(person.userId, Infinity);
    return person;
  }

  async start(): Promise<void> {
    const seed = new Y.Doc();
    seed.clientID = 1;
    seed.getMap('facts').set('title', 'Next Door Online');
    const bytes = Y.encodeStateAsUpdate(seed);
    await this.disk.open(() => false).create(PROPOSAL_ID, 'g1', { authorId: null, at: 0, bytes, newClientIds: [] });
    this.startServer();
    for (const person of this.people) this.openPage(person);
  }

  startServer(): void {
    this.trace('server: started');
    this.server = new VirtualServer(this);
    this.servers.push(this.server);
  }

  openPage(person: Person): VirtualPage {
    this.trace(`${person.userId}: tab opened`);
    const page = new VirtualPage(this, person);
    person.pages.push(page);
    void page.open();
    return page;
  }

  get pages(): VirtualPage[] {
    return this.people.flatMap(({ pages }) => pages.filter((page) => page.session !== null && !page.isGone));
  }

  connect(line: Line, person: Person): void {
    this.clock.after(this.random.between(1, 30), () => {
      if (!this.server || this.server.isGone) line.closeByServer(1006);
      else void this.server.accept(line, person);
    });
  }

  rightsOf(userId: string): Rights | null {
    const role = this.people.find((person) => person.userId === userId)?.role;
    if (role === undefined || role === 'outsider') return null;
    const isForgotten = role === 'suggester' && this.faults.takesSuggestersForEditors;
    return simulatedRights(userId, isForgotten ? 'writer' : role, this.locked.keys(), this.isFrozen);
  }

  /** For everybody. What was let in before may still be on its way through a slow disk; after that nothing of it may change. */
  lock(answer: string): void {
    if (this.locked.has(answer)) return;
    this.trace(`${answer} is locked`);
    const lock: Lock = { durable: this.disk.durable, delta: null };
    this.locked.set(answer, lock);
    for (const person of this.people) person.mayBeRefused = true;
    this.server?.refreshRights();
    this.clock.after(COMMIT_MAX_MS, () => {
      lock.delta = deltaOf(this.disk.durable, answer);
    });
  }

  unlock(answer: string): void {
    const lock = this.locked.get(answer);
    if (!lock) return;
    this.trace(`${answer} is unlocked`);
    this.locked.delete(answer);
    this.server?.refreshRights();
    const isSameHistory = lock.durable === this.disk.durable;
    if (lock.delta !== null && isSameHistory && lock.delta !== deltaOf(this.disk.durable, answer))
      this.fail(`${answer} was changed while it was locked`);
  }

  get isFrozen(): boolean {
    return this.#freeze !== null;
  }

  /** All of it, for everybody, as an answer is locked. */
  freeze(): void {
    if (this.#freeze) return;
    this.trace('the proposal is frozen');
    const freeze: Freeze = { durable: this.disk.durable, content: null };
    this.#freeze = freeze;
    for (const person of this.people) person.mayBeRefused = true;
    this.server?.refreshRights();
    this.clock.after(COMMIT_MAX_MS, () => {
      freeze.content = contentOf(this.disk.durable);
    });
  }

  unfreeze(): void {
    const freeze = this.#freeze;
    if (!freeze) return;
    this.trace('the proposal is unlocked');
    this.#freeze = null;
    this.server?.refreshRights();
    const isSameHistory = freeze.durable === this.disk.durable;
    if (freeze.content !== null && isSameHistory && freeze.content !== contentOf(this.disk.durable))
      this.fail('the proposal was changed while it was frozen');
  }

  setRole(person: Person, role: Person['role']): void {
    this.trace(`${person.userId}: is ${role} now`);
    const couldWrite = mayWrite(person.role);
    person.role = role;
    person.mayBeRefused = true;
    if (mayWrite(role)) this.#writersUntilMs.set(person.userId, Infinity);
    else if (couldWrite) this.#writersUntilMs.set(person.userId, this.clock.nowMs);
    this.server?.refreshRights();
  }

  /** Somebody with an empty device, who may read: sees what all see. */
  addNewcomer(): void {
    const person: Person = {
      index: this.people.length,
      userId: 'newcomer',
      sessionId: 'session of the newcomer',
      role: 'reviewer',
      isSuggester: false,
      mayBeRefused: false,
      device: new MemoryDevice(),
      pages: [],
    };
    this.people.push(person);
    this.openPage(person);
  }

  restore(backup: Backup): void {
    this.server?.crash();
    this.trace('the backup is restored');
    const gone = wordsOf(this.disk.durable);
    this.disk.restore(backup, `g${this.random.between(2, 1e6)}`);
    const kept = new Set(wordsOf(this.disk.durable));
    this.books.excuse(without(gone, kept), 'a backup was restored');
    for (const page of this.pages) page.takeBack();
    this.startServer();
  }

  /** R9: what was let in before a right was taken away may still be on its way through a slow disk. */
  #checkAuthor(authorId: string | null): void {
    if (authorId === null) return;
    const untilMs = this.#writersUntilMs.get(authorId) ?? -Infinity;
    if (untilMs < this.clock.nowMs - COMMIT_MAX_MS) this.fail(`R9: ${authorId} may only read, and wrote`);
  }

  /** Everywhere, as when somebody changes their password; they sign in again later. */
  signOut(person: Person): void {
    this.trace(`${person.userId}: is signed out`);
    this.server?.endSession(person.sessionId);
    person.sessionId = `session ${this.random.between(1, 1e6)} of ${person.index}`;
  }

  newClientId(): number {
    this.#clientIds += 1 + this.random.between(0, 3);
    return this.#clientIds;
  }

  /** R1: whatever is sent is on disk. */
  checkSent(frame: Uint8Array): void {
    if (frame === this.#lastSent || frame[0] !== messageType.sync || frame[1] === syncType.step1) return;
    this.#lastSent = frame;
    if (!isContained(updateOf(frame), this.disk.durable)) this.fail('R1: something was sent that is not on disk');
  }

  /** Where nothing is lost on purpose, nobody may ever see something else, and there may be no false alarm. */
  differs(error: Error): void {
    this.differences += 1;
    if (!this.faults.losesUpdates) this.fail(error.message);
  }

  /** What happened how often, to see that runs meet what they are there for. */
  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  trace(line: string): void {
    this.traces.push(`${this.clock.nowMs % 1e9} ${line}`);
  }

  /** A13: what the product itself sends of who may only suggest is let in. */
  refused({ userId, isSuggester, mayBeRefused }: Person, code: number): void {
    const isRefusal = code === closeReasons.notAllowed.code || code === closeReasons.contentNotAllowed.code;
    if (isRefusal && isSuggester && !mayBeRefused) this.fail(`A13: a suggestion of ${userId} was refused`);
  }

  /** The first one counts. Thrown between two events, as nobody may throw inside of what is tried. */
  fail(what: string): void {
    this.trace(`FAILED ${what}`);
    this.#failure ??= new SimulationFailure(what);
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  get hasFailed(): boolean {
    return this.#failure !== null;
  }
}

const mayWrite = (role: Person['role']): boolean => role === 'writer' || role === 'suggester';

const deltaOf = (doc: Y.Doc, answer: string): string => JSON.stringify(doc.getText(answer).toDelta());

/** Behind type, step and length. */
function updateOf(frame: Uint8Array): Uint8Array {
  let at = 2;
  while ((frame[at] ?? 0) >= 0x80) at += 1;
  return frame.subarray(at + 1);
}
