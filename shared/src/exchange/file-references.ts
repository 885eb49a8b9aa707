// Live references in the exchange file: a run that says '<aspect>:<number>' beside its words, 'from:WP2', 'name:P3', 'total:project'.
// Numbers, because ids are of one proposal. Readers from before see the words.
import { referenceAspects } from '../references/reference-targets.ts';
import type { Block, Run } from '../text/blocks.ts';
import { PROJECT, type Reference, referenceWords, signAt } from '../text/references.ts';

const ASPECTS: ReadonlySet<string> = new Set(referenceAspects);

/** @param numbers id → number in the file. @returns null for what is not in the file: its words are left */
export function writtenReference({ target }: Reference, numbers: ReadonlyMap<string, string>): string | null {
  const [aspect = '', id = ''] = target.split(':');
  const number = id === PROJECT ? PROJECT : numbers.get(id);
  return number ? `${aspect}:${number}` : null;
}

/** @param ids number in the file → id. @returns the target, null where there is no such thing */
export function readTarget(written: string, ids: ReadonlyMap<string, string>): string | null {
  const [aspect = '', number = ''] = written.split(':');
  const id = number === PROJECT ? PROJECT : ids.get(number);
  return ASPECTS.has(aspect) && id ? `${aspect}:${id}` : null;
}

/** A run of a file that refers to something, on its way into an answer. */
export type PendingRun = Run & { target?: string };

/** Gives each reference a sign of its own in the answer: the same target and words share one. */
export function withSigns(blocks: readonly (Omit<Block, 'runs'> & { runs: PendingRun[] })[]): Block[] {
  const signs = new Map<string, string>();
  const signOf = (meaning: string): string => {
    const known = signs.get(meaning) ?? signAt(signs.size);
    signs.set(meaning, known);
    return known;
  };
  const asRun = ({ target, ...run }: PendingRun): Run => {
    if (!target) return run;
    const words = referenceWords(run.text);
    const sign = signOf(`${target} ${words}`);
    return { ...run, text: sign, ref: { sign, target, words } };
  };
  return blocks.map(({ runs, ...block }) => ({ ...block, runs: runs.map(asRun) }));
}
