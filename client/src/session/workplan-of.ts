// The workplan of a state of the plan, worked out once for all who show something of it.
import type { Fields } from '@adagia/shared/document';
import { readWorkplan, type Workplan } from '@adagia/shared/plan/workplan';

const known = new WeakMap<Fields, Workplan>();

/** @param plan as `useFields` gives it: it is never changed */
export function workplanOf(plan: Fields): Workplan {
  const workplan = known.get(plan) ?? readWorkplan(plan);
  known.set(plan, workplan);
  return workplan;
}
