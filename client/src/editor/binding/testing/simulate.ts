// Several people in one answer, and a server that anchors comments, over a bad network. Throws an error that names seed and
// last operations when a view differs from its text, when texts differ at rest, or when the oracle finds a fault.

import { leaveFormats } from '@adagia/shared/leave-formats';
import { createRandom, type Random } from '@adagia/shared/random';
import * as Y from 'yjs';
import { readAttributedText } from '../attributed-text.ts';
import { fewCharacters, snap, uniqueCharacters } from './characters.ts';
import { decide, withdraw } from './decide.ts';
import { Network } from './network.ts';
import { composeEnd, composeOn, type Operation, type OperationName, operations, type Stage } from './operations.ts';
import { Oracle } from './oracle.ts';
import { assertReferences, referenceSigns } from './references.ts';
import { Replica, suggestionAuthor } from './replica.ts';

export interface Outcome {
  operations: number;
  typed: number;
}

/** A third of what people do is typing; the rest is anything. */
const TYPING = 0.35;
const COMMENT = 0.05;
/** Where some suggest: how often somebody decides about suggestions, or withdraws them. */
const DECISION = 0.08;
const THREADS = ['comment:1', 'comment:2', 'comment:3'];

class Simulation {
  readonly #random: Random;
  readonly #people: Replica[];
  /** Anchors comments for others, and has no editor. */
  readonly #server = new Y.Doc();
  readonly #network: Network;
  readonly #oracle: Oracle;
  readonly #fresh: (count: number) => string;
  readonly #freshReference = referenceSigns();
  readonly #names = Object.keys(operations) as OperationName[];
  readonly log: string[] = [];

  constructor(seed: number) {
    this.#random = createRandom(seed);
    this.#network = new Network(this.#random);
    const areUnique = seed % 4 !== 0;
    this.#oracle = new Oracle(areUnique);
    const characters = areUnique
      ? uniqueCharacters(seed % 4 === 1)
      : fewCharacters((items) => this.#random.pick(items));
    this.#fresh = (count) => characters.next(count);
    const count = 2 + this.#random.below(3);
    this.#people = Array.from(
      { length: count },
      (_, index) => new Replica(index + 1, (update) => this.#network.post(index, count + 1, update)),
    );
    // In each third run somebody suggests, in some of them nobody else may write.
    if (seed % 3 === 0) this.#appointSuggesters();
    this.#server.clientID = 900;
    leaveFormats(this.#server);
    this.#server.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'anchor') this.#network.post(count, count + 1, update);
    });
  }

  #appointSuggesters(): void {
    for (const [index, replica] of this.#people.entries()) {
      if (index === 0 || this.#random.chance(0.4)) replica.author = suggestionAuthor(`user${index}`);
    }
  }

  run(steps: number): Outcome {
    for (let step = 0; step < steps; step += 1) {
      if (this.#random.chance(COMMENT)) this.#anchorComment();
      this.#act(this.#random.below(this.#people.length));
      if (this.#random.chance(0.5)) this.#network.deliver(4, (to, update) => this.#receive(to, update));
    }
    this.#comeToRest();
    return { operations: steps, typed: this.#oracle.typed };
  }

  #act(person: number): void {
    const replica = this.#people[person];
    if (!replica) return;
    this.#settle(replica);
    const [name, operation] = this.#choose(replica);
    this.log.push(`${person} ${name}`);
    const stage = this.#stageOf(replica);
    this.#oracle.follow(person, replica, () => operation(stage));
    this.#check(replica);
  }

  #stageOf(replica: Replica): Stage {
    return { replica, random: this.#random, fresh: this.#fresh, freshReference: this.#freshReference };
  }

  #choose(replica: Replica): [string, Operation] {
    if (replica.isComposing) return this.#random.chance(0.7) ? ['composeOn', composeOn] : ['composeEnd', composeEnd];
    if (this.#people[0]?.author && this.#random.chance(DECISION)) {
      return replica.author ? ['withdraw', withdraw] : ['decide', decide];
    }
    const name = this.#random.chance(TYPING) ? 'type' : this.#random.pick(this.#names);
    return [name, operations[name]];
  }

  /** What Lexical would commit by itself a moment later. */
  #settle(replica: Replica): void {
    if (!replica.isPending) return;
    replica.editor.read(() => {});
    replica.isPending = false;
    this.#check(replica);
  }

  #check(replica: Replica): void {
    if (!replica.isComposing && !replica.isPending) replica.binding.check();
  }

  #anchorComment(): void {
    const text = this.#server.getText('answer:test');
    if (text.length === 0) return;
    const whole = text.toJSON();
    const from = snap(whole, this.#random.below(text.length));
    const length = snap(whole, Math.min(text.length, from + 1 + this.#random.below(8))) - from;
    if (length === 0) return;
    const name = this.#random.pick(THREADS);
    this.#server.transact(() => text.format(from, length, { [name]: true }), 'anchor');
  }

  #receive(to: number, update: Uint8Array): void {
    const replica = this.#people[to];
    if (!replica) {
      Y.applyUpdate(this.#server, update);
      return;
    }
    const { edits } = replica;
    const hadNothingToSay = !replica.isPending && !replica.isComposing;
    replica.receive(update);
    if (hadNothingToSay && replica.edits !== edits) throw new Error('what was received was written again');
    this.#check(replica);
  }

  #comeToRest(): void {
    for (const replica of this.#people) {
      this.#settle(replica);
      if (replica.isComposing) composeEnd(this.#stageOf(replica));
      this.#check(replica);
    }
    const docs = [...this.#people.map(({ doc }) => doc), this.#server];
    // Twice: Yjs tidies formats up when it receives, and what it removed must reach everybody, too.
    for (let round = 0; round < 3; round += 1) {
      for (const doc of docs) {
        const update = Y.encodeStateAsUpdate(doc);
        for (const to of docs.keys()) if (docs[to] !== doc) this.#receive(to, update);
      }
    }
    this.#checkEqual();
    const text = this.#people[0]?.ytext;
    if (!text) return;
    assertReferences(text);
    this.#oracle.checkAtRest(readAttributedText(text));
  }

  #checkEqual(): void {
    const texts = [...this.#people.map(({ ytext }) => ytext), this.#server.getText('answer:test')];
    const [first, ...others] = texts.map(contentOf);
    if (others.some((other) => other !== first)) throw new Error(`the texts differ: ${[first, ...others].join('\n')}`);
    const fresh = new Replica(99);
    fresh.receive(Y.encodeStateAsUpdate(this.#server));
    fresh.binding.check();
    if (contentOf(fresh.ytext) !== first) throw new Error('a fresh load differs');
  }
}

/** Everything that a text holds; attributes have no order. */
function contentOf(text: Y.Text): string {
  const sorted = (_key: string, value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify([text.toDelta(), text.getAttributes()], sorted);
}

/** @throws with the seed and the last operations when something does not hold. */
export function simulate(seed: number, steps: number): Outcome {
  const simulation = new Simulation(seed);
  try {
    return simulation.run(steps);
  } catch (error) {
    const last = simulation.log.slice(-12).join(', ');
    throw new Error(`seed ${seed}: ${(error as Error).message}; last: ${last}`, { cause: error });
  }
}
