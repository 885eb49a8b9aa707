// Yjs looks at every struct between a new one and its neighbours, on every screen: an update in which thousands say that they
// stand at the same place takes seconds to apply. People never write that: their own next struct has their last one beside it.
import { limits } from '@adagia/shared/wire/limits';
import type { Part } from './document-index.ts';
import { KNOWN } from './place-structs.ts';
import { Refusal } from './refusal.ts';
import { NONE, type StructTable } from './struct-table.ts';

/** @throws Refusal when more new structs have the same left neighbour than can be applied within 50 ms. */
export function checkCrowding({ originClient, originClock }: StructTable, parts: readonly Part[]): void {
  if (parts.length <= limits.siblingsMax) return;
  const counts = new Map<string, number>();
  for (let row = 0; row < parts.length; row += 1) {
    const part = parts[row] ?? KNOWN;
    if (part === KNOWN) continue;
    const client = originClient[row] ?? NONE;
    const key = client === NONE ? `${part}` : `${client}/${originClock[row] ?? NONE}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (count > limits.siblingsMax) throw new Refusal('tooBig', 'too many structs at one place');
    counts.set(key, count);
  }
}
