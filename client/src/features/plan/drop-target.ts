// Where a dragged row would go, from the row under the pointer. Pure: knows no elements.
import { findPlanItem, itemsOf, type PlanItem, planKindOf, type Workplan } from '@adagia/shared/plan/workplan';

export interface DropTarget {
  kind: 'wp' | 'item';
  /** Of what belongs to work packages: null where there are none. */
  workPackageId: string | null;
  /** Among its siblings without itself. */
  index: number;
  /** The row beside which a line is drawn, and on which side. */
  rowId: string;
  side: 'before' | 'after';
}

type Inner = Exclude<PlanItem, { isManagement: boolean }>;

/** @param isUpperHalf the pointer is in the upper half of the row `overId`. @returns null where it cannot be dropped */
export function dropTarget(plan: Workplan, draggedId: string, overId: string, isUpperHalf: boolean): DropTarget | null {
  const item = findPlanItem(plan, draggedId);
  if (!item) return null;
  return 'workPackageId' in item
    ? itemTarget(plan, item, overId, isUpperHalf)
    : workPackageTarget(plan, draggedId, overId);
}

function itemTarget(plan: Workplan, item: Inner, overId: string, isUpperHalf: boolean): DropTarget | null {
  const kind = planKindOf(item);
  const over = findPlanItem(plan, overId);
  if (!over || overId === item.id) return null;
  if (!('workPackageId' in over)) {
    const isPossible = kind !== 'activity' || !over.isManagement;
    return isPossible ? { kind: 'item', workPackageId: over.id, index: 0, rowId: overId, side: 'after' } : null;
  }
  if (planKindOf(over) !== kind) return null;
  const all: Inner[] = [...plan.activities, ...plan.deliverables, ...plan.milestones];
  const siblings = all.filter(
    (one) => planKindOf(one) === kind && one.workPackageId === over.workPackageId && one.id !== item.id,
  );
  const index = siblings.indexOf(over) + (isUpperHalf ? 0 : 1);
  const side = isUpperHalf ? 'before' : 'after';
  return { kind: 'item', workPackageId: over.workPackageId, index, rowId: overId, side };
}

/** A work package goes before or after another one, wherever within that one the pointer is. */
function workPackageTarget(plan: Workplan, draggedId: string, overId: string): DropTarget | null {
  const over = findPlanItem(plan, overId);
  const hostId = over && 'workPackageId' in over ? over.workPackageId : overId;
  const movable = plan.workPackages.filter((one) => !one.isManagement);
  const from = movable.findIndex((one) => one.id === draggedId);
  const to = movable.findIndex((one) => one.id === hostId);
  const host = movable[to];
  if (from < 0 || !host || from === to) return null;
  const isDown = to > from;
  const last = itemsOf(host).at(-1)?.id ?? host.id;
  const rowId = isDown ? last : host.id;
  return { kind: 'wp', workPackageId: null, index: to, rowId, side: isDown ? 'after' : 'before' };
}
