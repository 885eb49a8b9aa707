// Several people in one answer over a bad network: what they make arrives late, in any order, twice, or again after it was
// lost. Follows every character from birth to death; throws an error that names what broke.

import { deltaToBlocks } from '@adagia/shared/text/blocks';
import * as Y from 'yjs';
import { characterSource, type OperationName, operations } from './operations.ts';
import { createRandom, type Random } from './random.ts';
import { createReplica, type Replica, receive } from './replica.ts';

export interface Outcome {
  operations: number;
  typed: number;
}

interface Message {
  to: number;
  update: Uint8Array;
}

class Simulation {
  readonly #random: Random;
  readonly #people: Replica[];
  readonly #network: Message[] = [];
  readonly #characters = characterSource();
  readonly #typedBy = new Map<string, number>();
  /** Somebody took it away on purpose (by a key or by undo). */
  readonly #removed = new Set<string>();
  /** `<person> <character>` */
  readonly #removedBy = new Set<string>();
  /** Undo or redo brought it back: it may be there although somebody had removed it. */
  readonly #restored = new Set<string>();
  /** Who brought it back. */
  readonly #restoredBy = new Map<string, Set<number>>();
  #log: string[] = [];

  constructor(seed: number) {
    this.#random = createRandom(seed);
    const count = 2 + this.#random.below(3);
    this.#people = Array.from({ length: count }, (_, index) =>
      createReplica(index + 1, (update) => this.#post(index, update)),
    );
  }

  #post(from: number, update: Uint8Array): void {
    for (let to = 0; to < this.#people.length; to += 1) {
      if (to === from) continue;
      this.#network.push({ to, update });
      if (this.#random.chance(0.05)) this.#network.push({ to, update });
    }
  }

  run(steps: number): Outcome {
    const names = Object.keys(operations) as OperationName[];
    for (let step = 0; step < steps; step += 1) {
      this.#act(this.#random.below(this.#people.length), this.#random.chance(0.45) ? 'type' : this.#random.pick(names));
      if (this.#random.chance(0.5)) this.#deliverSome();
    }
    this.#comeToRest();
    return { operations: steps, typed: this.#typedBy.size };
  }

  #act(index: number, name: OperationName): void {
    const person = this.#people[index] as Replica;
    const before = countCharacters(person.ytext.toJSON());
    this.#log.push(`${index} ${name}`);
    operations[name](person, this.#random, this.#characters);
    person.binding.check();
    this.#follow(index, name, before, countCharacters(person.ytext.toJSON()));
  }

  #follow(index: number, name: OperationName, before: Map<string, number>, after: Map<string, number>): void {
    const isUndo = name === 'undo' || name === 'redo';
    for (const [character, count] of after) {
      const had = before.get(character) ?? 0;
      if (had >= count) continue;
      if (isUndo) {
        this.#restored.add(character);
        this.#restoredBy.set(character, (this.#restoredBy.get(character) ?? new Set()).add(index));
      } else if (this.#typedBy.has(character)) throw new Error(`${character} came back by ${name}`);
      else this.#typedBy.set(character, index);
    }
    for (const character of before.keys()) {
      if (after.has(character)) continue;
      const isMine = this.#typedBy.get(character) === index;
      // A redo deletes once more what this person had deleted before.
      const isRepeated = name === 'redo' && this.#removedBy.has(`${index} ${character}`);
      if (isUndo && !isMine && !isRepeated) throw new Error(`${name} took ${character} of somebody else`);
      this.#removedBy.add(`${index} ${character}`);
      this.#removed.add(character);
    }
  }

  /** Any waiting message may be next: late, reordered, twice. Yjs keeps what came too early. */
  #deliverSome(): void {
    for (let count = this.#random.below(4); count > 0 && this.#network.length > 0; count -= 1) {
      const [message] = this.#network.splice(this.#random.below(this.#network.length), 1);
      // Lost: the full exchange at the end brings it.
      if (!message || this.#random.chance(0.05)) continue;
      this.#receive(message);
    }
  }

  #receive({ to, update }: Message): void {
    const person = this.#people[to] as Replica;
    receive(person, update);
    person.binding.check();
  }

  #comeToRest(): void {
    for (const message of this.#network.splice(0)) this.#receive(message);
    for (let round = 0; round < 2; round += 1) {
      for (const from of this.#people) {
        for (const [to, person] of this.#people.entries()) {
          if (person !== from) this.#receive({ to, update: Y.encodeStateAsUpdate(from.doc) });
        }
      }
    }
    this.#checkEqual();
    this.#checkCharacters();
  }

  #checkEqual(): void {
    const [first, ...others] = this.#people.map((person) =>
      JSON.stringify([person.ytext.toDelta(), person.ytext.getAttributes()]),
    );
    if (others.some((other) => other !== first)) throw new Error('the texts differ');
    const fresh = createReplica(99);
    receive(fresh, Y.encodeStateAsUpdate((this.#people[0] as Replica).doc));
    fresh.binding.check();
    const delta = deltaToBlocks(fresh.ytext.toDelta(), fresh.ytext.getAttributes());
    if (delta.length === 0) throw new Error('no block');
  }

  #checkCharacters(): void {
    const counts = countCharacters((this.#people[0] as Replica).ytext.toJSON());
    for (const character of this.#typedBy.keys()) {
      const count = counts.get(character) ?? 0;
      if (count === 0 && !this.#removed.has(character)) throw new Error(`${character} is lost, nobody deleted it`);
      // Two people brought back the same words, each by their own undo: Yjs keeps both copies (BINDING.md, known limit).
      const copiesMax = Math.max(1, this.#restoredBy.get(character)?.size ?? 0);
      if (count > copiesMax) throw new Error(`${character} is there ${count} times`);
      if (count === 1 && this.#removed.has(character) && !this.#restored.has(character)) {
        throw new Error(`${character} is back although it was deleted`);
      }
    }
  }

  story(): string {
    return this.#log.slice(-20).join(', ');
  }
}

/** Line ends and soft breaks aside: they have no identity. */
function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (character !== '\n' && character !== '\u2028') counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** @throws with seed and the last operations when an invariant does not hold. */
export function simulate(seed: number, steps: number): Outcome {
  const simulation = new Simulation(seed);
  try {
    return simulation.run(steps);
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}; last: ${simulation.story()}`, { cause: error });
  }
}
