// Carries an offset in a text over changes that others made to it meanwhile.

export interface DeltaStep {
  retain?: number;
  insert?: unknown;
  delete?: number;
}
export type Delta = readonly DeltaStep[];

/** @param stick where a position goes when somebody inserts exactly there: before or after what is new */
export function mapOffset(offset: number, delta: Delta, stick: 'before' | 'after'): number {
  let mapped = offset;
  let at = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (step.insert !== undefined) {
      const length = typeof step.insert === 'string' ? step.insert.length : 1;
      if (at < mapped || (at === mapped && stick === 'after')) mapped += length;
      at += length;
    } else if (step.delete !== undefined && at < mapped) mapped -= Math.min(step.delete, mapped - at);
    if (at > mapped) break;
  }
  return mapped;
}

export function mapThrough(offset: number, deltas: readonly Delta[], stick: 'before' | 'after'): number {
  return deltas.reduce((mapped, delta) => mapOffset(mapped, delta, stick), offset);
}

/** Where the last change of a delta ends: where the caret goes after an undo. */
export function endOfChange(delta: Delta): number | null {
  let at = 0;
  let end: number | null = null;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (step.insert !== undefined) end = at += typeof step.insert === 'string' ? step.insert.length : 1;
    else end = at;
  }
  return end;
}
