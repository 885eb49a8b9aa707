// Where a dragged row would go, from the row under the pointer. Pure: knows no elements.
import type { Workplan } from '@adagia/shared/plan/workplan';

export interface DropTarget {
  kind: 'wp' | 'activity';
  /** Of an activity: null where activities have no work package. */
  workPackageId: string | null;
  /** Among its siblings without itself. */
  index: number;
  /** The row beside which a line is drawn, and on which side. */
  rowId: string;
  side: 'before' | 'after';
}

/** @param isUpperHalf the pointer is in the upper half of the row `overId`. @returns null where it cannot be dropped */
export function dropTarget(plan: Workplan, draggedId: string, overId: string, isUpperHalf: boolean): DropTarget | null {
  const isActivity = plan.activities.some((one) => one.id === draggedId);
  return isActivity ? activityTarget(plan, draggedId, overId, isUpperHalf) : workPackageTarget(plan, draggedId, overId);
}

function activityTarget(plan: Workplan, draggedId: string, overId: string, isUpperHalf: boolean): DropTarget | null {
  const host = plan.workPackages.find((one) => one.id === overId);
  if (host) {
    const isPossible = !host.isManagement;
    return isPossible ? { kind: 'activity', workPackageId: host.id, index: 0, rowId: overId, side: 'after' } : null;
  }
  const over = plan.activities.find((one) => one.id === overId);
  if (!over || overId === draggedId) return null;
  const siblings = plan.activities.filter((one) => one.workPackageId === over.workPackageId && one.id !== draggedId);
  const index = siblings.indexOf(over) + (isUpperHalf ? 0 : 1);
  return {
    kind: 'activity',
    workPackageId: over.workPackageId,
    index,
    rowId: overId,
    side: isUpperHalf ? 'before' : 'after',
  };
}

/** A work package goes before or after another one, wherever within that one the pointer is. */
function workPackageTarget(plan: Workplan, draggedId: string, overId: string): DropTarget | null {
  const hostId = plan.activities.find((one) => one.id === overId)?.workPackageId ?? overId;
  const movable = plan.workPackages.filter((one) => !one.isManagement);
  const from = movable.findIndex((one) => one.id === draggedId);
  const to = movable.findIndex((one) => one.id === hostId);
  if (from < 0 || to < 0 || from === to) return null;
  const last = movable[to]?.activities.at(-1)?.id ?? hostId;
  const isDown = to > from;
  return {
    kind: 'wp',
    workPackageId: null,
    index: to,
    rowId: isDown ? last : hostId,
    side: isDown ? 'after' : 'before',
  };
}
