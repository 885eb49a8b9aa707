// One tab of one person: the production session on a virtual clock, line and device. It can be closed properly, or killed so
// that nothing of it runs any more; what its device has written stays.

import type { PageEvent, SessionEnvironment } from '@adagia/client/session/environment';
import type { LocalCopy } from '@adagia/client/session/local-copy';
import { type Carried, openSession } from '@adagia/client/session/open-session';
import { EDITOR_ORIGIN, type ProposalSession } from '@adagia/client/session/proposal-session';
import { openMemoryCopy } from '@adagia/client/session/testing/memory-copy';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';
import * as Y from 'yjs';
import { charactersOf, isContained, without } from './contained.ts';
import type { Person, Simulation } from './simulation.ts';
import { Line } from './virtual-network.ts';
import { PROPOSAL_ID } from './virtual-server.ts';

interface TypedUpdate {
  bytes: Uint8Array;
  /** A backup was restored since: it may be on the disk or not. */
  isTakenBack: boolean;
}

export class VirtualPage {
  readonly person: Person;
  readonly #simulation: Simulation;
  readonly #tabValues = new Map<string, string>();
  readonly #listeners = new Map<PageEvent, Set<() => void>>();
  session: ProposalSession | null = null;
  line: Line | null = null;
  /** Typed here by the session that is open, and not yet seen on the disk of the server while it said "saved". */
  #unverified: TypedUpdate[] = [];
  /** What it knows of what is kept in SQL, by topic. */
  readonly known = new Map<string, number>();
  isGone = false;

  constructor(simulation: Simulation, person: Person) {
    this.#simulation = simulation;
    this.person = person;
  }

  async open(carried: Carried | null = null): Promise<void> {
    const session = await openSession({
      proposalId: PROPOSAL_ID as ProposalId,
      userId: this.person.userId as UserId,
      copy: this.#openCopy(),
      socketUrl: 'ws://server/sync',
      onReplace: (next) => this.#replace(next),
      carried,
      environment: this.#environment(),
      ...(this.#simulation.faults.createLedger && { createLedger: this.#simulation.faults.createLedger }),
    });
    // It renews presence on the machine's clock, which has no place here.
    clearInterval((session.awareness as unknown as { _checkInterval: NodeJS.Timeout })._checkInterval);
    if (this.isGone) return;
    this.session = session;
    this.#unverified = [];
    this.#simulation.books.showRefused(this.person.index, session.refused.get());
    session.refused.subscribe(() => this.#simulation.books.showRefused(this.person.index, session.refused.get()));
    session.saveState.subscribe(() => this.#stateChanged(session));
    session.onHint((topic) => this.#reread(topic));
    session.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== EDITOR_ORIGIN) return;
      this.#unverified.push({ bytes, isTakenBack: false });
    });
  }

  #openCopy(): LocalCopy | null {
    const { device } = this.person;
    const { clock, random } = this.#simulation;
    if (!device) return null;
    const turn = () =>
      new Promise<boolean>((resolve) => clock.after(random.between(0, 4), () => resolve(!this.isGone)));
    return openMemoryCopy(device, turn);
  }

  #environment(): SessionEnvironment {
    const { clock, random } = this.#simulation;
    const unlessGone = (work: () => void) => () => {
      if (!this.isGone) work();
    };
    return {
      nowMs: () => clock.nowMs,
      random: () => random.next(),
      after: (delayMs, work) => clock.after(delayMs, unlessGone(work)),
      connect: (_, events) => {
        const line = new Line(clock, random, {
          onOpen: unlessGone(events.onOpen),
          onMessage: (bytes) => {
            if (!this.isGone) events.onMessage(bytes);
          },
          onClose: (code) => {
            if (!this.isGone) events.onClose(code);
          },
        });
        this.line = line;
        this.#simulation.connect(line, this.person);
        return this.#simulation.faults.wrapSocket?.(line.clientEnd, events) ?? line.clientEnd;
      },
      createDocument: () => Object.assign(new Y.Doc(), { clientID: this.#simulation.newClientId() }),
      isOnline: () => true,
      answersHttp: () => Promise.resolve(false),
      onPage: (event, listener) => {
        const listeners = this.#listeners.get(event) ?? new Set();
        this.#listeners.set(event, listeners.add(listener));
        return () => listeners.delete(listener);
      },
      readTabValue: (key) => this.#tabValues.get(key) ?? null,
      writeTabValue: (key, value) => void this.#tabValues.set(key, value),
    };
  }

  #replace(carried: Carried): void {
    if (this.isGone) return;
    this.#simulation.trace(`${this.name}: document replaced`);
    this.#simulation.count('documents replaced on a page');
    this.#simulation.books.showRefused(this.person.index, carried.refused);
    this.session?.close();
    this.session = null;
    void this.open(carried);
  }

  get name(): string {
    return this.person.userId;
  }

  /** What it says is saved must be on the disk of the server in this instant. */
  #stateChanged(session: ProposalSession): void {
    const state = session.saveState.get();
    this.#simulation.trace(`${this.name}: ${state.kind}`);
    this.#simulation.count(`"${state.kind}" shown`);
    if (state.kind === 'saved' && session === this.session) this.verify();
  }

  verify(): void {
    const { durable } = this.#simulation.disk;
    const missing = this.#unverified.find(({ bytes, isTakenBack }) => !isTakenBack && !isContained(bytes, durable));
    if (missing)
      this.#simulation.fail(`${this.name} was told "saved" of ${charactersOf(missing.bytes) || 'a deletion'}`);
    this.#unverified = [];
  }

  #reread(topic: HintTopic): void {
    const { clock, random, sql } = this.#simulation;
    clock.after(random.between(1, 50), () => this.known.set(topic, sql.get(topic) ?? 0));
  }

  /** Of a person whose fingers are on the page. Nothing happens where the page is read-only. */
  change(work: (doc: Y.Doc) => void): void {
    const { session } = this;
    if (!session?.isReady.get() || !session.canWrite.get()) return;
    session.doc.transact(() => work(session.doc), EDITOR_ORIGIN);
  }

  /** A restored backup takes back what was durable: by decision of an administrator. */
  takeBack(): void {
    for (const update of this.#unverified) update.isTakenBack = true;
  }

  close(): void {
    if (this.isGone) return;
    this.#simulation.trace(`${this.name}: tab closed`);
    this.#excuse('closed although it said that it keeps no copy', this.session?.keepsCopy.get() === false);
    this.session?.close();
    this.line?.clientLeaves();
    // The device finishes what it was asked to write: only then nothing of it runs any more.
    const { session } = this;
    this.session = null;
    if (session) this.#simulation.clock.after(1000, () => (this.isGone = true));
    else this.isGone = true;
  }

  kill(): void {
    if (this.isGone) return;
    this.#simulation.trace(`${this.name}: tab killed`);
    this.#excuse('killed before the device had written it', true);
    this.isGone = true;
    this.line?.clientLeaves();
    this.session?.doc.destroy();
    this.session = null;
  }

  /** What neither the device nor the server has: a browser warns before this, and cannot do more. */
  #excuse(why: string, isExcused: boolean): void {
    if (!isExcused) return;
    const onDevice = new Set(this.person.device?.records.map(({ bytes }) => charactersOf(bytes)).join(''));
    for (const { bytes } of this.#unverified)
      this.#simulation.books.excuse(without(charactersOf(bytes), onDevice), why);
  }
}
