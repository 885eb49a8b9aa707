// What a row, or a bar, is drawn from: kept as it was while nothing that it shows has changed. A bar that is dragged through a plan of
// hundreds, or a colleague who types in one row, would draw all of them anew otherwise.
import { useState } from 'react';
import type { PlanObject } from './plan-cells.tsx';
import { type PlanContextValue, usePlan } from './plan-context.ts';

/** All that a row shows of the project, as text: equal when nothing of it has changed. */
function signatureOf(object: PlanObject, { project, baseline }: PlanContextValue): string {
  const { spans, critical, violationsOf, axisMonths, canWrite, workplan, rowTotals } = project;
  const own = 'isManagement' in object ? { ...object, activities: 0, deliverables: 0, milestones: 0 } : object;
  const before = object.after.map((id) => spans.get(id)?.number);
  const { from, to } = 'month' in object ? { from: object.month, to: object.month } : object;
  const hosts = from === null || to === null ? workplan.workPackages.map((one) => [one.id, one.from, one.to]) : 0;
  const violations = violationsOf.get(object.id) ?? [];
  const { startDate, duration } = project.project;
  return JSON.stringify([
    own,
    before,
    hosts,
    violations,
    critical.has(object.id),
    axisMonths,
    canWrite,
    startDate,
    duration,
    rowTotals.get(object.id),
    baseline?.name,
    baseline?.slips.get(object.id),
  ]);
}

interface Kept<T> {
  object: T;
  /** To be provided to what is drawn: what only opens on demand asks for the newest (`useLivePlan`). */
  value: PlanContextValue;
}

export function useKeptPlan<T extends PlanObject>(object: T): Kept<T> {
  const now = usePlan();
  const signature = signatureOf(object, now);
  const [kept, setKept] = useState({ signature, object, value: now });
  const { value } = kept;
  const isSame =
    kept.signature === signature &&
    value.actions === now.actions &&
    value.project.organisations === now.project.organisations;
  if (!isSame) setKept({ signature, object, value: now });
  return isSame ? kept : { object, value: now };
}
