// What a person does to the workplan, as the fields that change: written in one transaction, so one undo step and one update.
// Knows no Yjs. Nothing is ever deleted: a removed object keeps its fields, texts and amounts so that it can come back.
import type { FieldValue } from '../document.ts';
import type { Period } from './period.ts';
import type { PlanField } from './plan-fields.ts';
import type { PlanActivity, PlanWorkPackage, Workplan } from './workplan.ts';

/** undefined removes a field. */
export type FieldChanges = Record<string, FieldValue | undefined>;

export const planKey = (objectId: string, field: PlanField): string => `${objectId}/${field}`;

/** Between neighbours' orders the next step; whole numbers leave room for 40 insertions at the same place. */
const nextOrder = (siblings: readonly { order: number }[]): number => (siblings.at(-1)?.order ?? 0) + 1;

export interface NewObject {
  /** A fresh UUIDv7 of the caller: shared has no randomness. */
  id: string;
  title?: string;
  period?: Period | null;
}

function newFields({ id, title, period }: NewObject, order: number): FieldChanges {
  return {
    [planKey(id, 'order')]: order,
    [planKey(id, 'title')]: title ?? '',
    ...(period && { [planKey(id, 'from')]: period.from, [planKey(id, 'to')]: period.to }),
  };
}

export function addWorkPackage(plan: Workplan, object: NewObject, isManagement = false): FieldChanges {
  return {
    [planKey(object.id, 'kind')]: 'wp',
    ...newFields(object, nextOrder(plan.workPackages)),
    ...(isManagement && { [planKey(object.id, 'management')]: true }),
  };
}

/** @param workPackageId null in calls without work packages */
export function addActivity(plan: Workplan, object: NewObject, workPackageId: string | null): FieldChanges {
  return {
    [planKey(object.id, 'kind')]: 'activity',
    ...newFields(object, nextOrder(siblingsOf(plan, workPackageId))),
    ...(workPackageId && { [planKey(object.id, 'wp')]: workPackageId }),
  };
}

/** A work package takes its activities with it. @returns also the ids, for `restoreObjects`. */
export function removeObject(plan: Workplan, id: string): { changes: FieldChanges; ids: string[] } {
  const workPackage = plan.workPackages.find((one) => one.id === id);
  const ids = [id, ...(workPackage?.activities ?? []).map((activity) => activity.id)];
  return { changes: Object.fromEntries(ids.map((one) => [planKey(one, 'deleted'), true])), ids };
}

export function restoreObjects(ids: readonly string[]): FieldChanges {
  return Object.fromEntries(ids.map((id) => [planKey(id, 'deleted'), undefined]));
}

/** What comes back with a removed object: a work package brings its removed activities. */
export function restoredWith(plan: Workplan, id: string): string[] {
  return [id, ...plan.removed.filter((one) => one.workPackageId === id).map((one) => one.id)];
}

export function setPeriod(id: string, { from, to }: Period): FieldChanges {
  return { [planKey(id, 'from')]: from, [planKey(id, 'to')]: to };
}

function siblingsOf(plan: Workplan, workPackageId: string | null): PlanActivity[] {
  return plan.activities.filter((activity) => activity.workPackageId === workPackageId);
}

/**
 * Places an object before the sibling at `index` (as they stand without it); past the end means last. Orders are changed
 * for this object alone where there is room between the neighbours, so that two people who move two objects both succeed.
 */
function placeAt(siblings: readonly { id: string; order: number }[], id: string, index: number): FieldChanges {
  const others = siblings.filter((one) => one.id !== id);
  const at = Math.min(Math.max(index, 0), others.length);
  const before = others[at - 1]?.order;
  const after = others[at]?.order;
  const order =
    before === undefined
      ? (after ?? 1) - (after === undefined ? 0 : 1)
      : after === undefined
        ? before + 1
        : (before + after) / 2;
  const hasRoom = (before === undefined || order > before) && (after === undefined || order < after);
  if (hasRoom) return { [planKey(id, 'order')]: order };
  const ordered = [...others.slice(0, at).map((one) => one.id), id, ...others.slice(at).map((one) => one.id)];
  return Object.fromEntries(ordered.map((one, position) => [planKey(one, 'order'), position + 1]));
}

/** Work package 1 (management) stays the first: nothing moves before it. */
export function moveWorkPackage(plan: Workplan, id: string, index: number): FieldChanges {
  const movable = plan.workPackages.filter((one) => !one.isManagement);
  return movable.some((one) => one.id === id) ? placeAt(movable, id, index) : {};
}

export function moveActivity(
  plan: Workplan,
  id: string,
  to: { workPackageId: string | null; index: number },
): FieldChanges {
  const activity = plan.activities.find((one) => one.id === id);
  if (!activity) return {};
  const changes = placeAt(siblingsOf(plan, to.workPackageId), id, to.index);
  if (activity.workPackageId === to.workPackageId) return changes;
  return { ...changes, [planKey(id, 'wp')]: to.workPackageId ?? '' };
}

/** One place up or down; an activity goes on into the neighbouring work package. @returns {} at the end of the plan */
export function stepObject(plan: Workplan, id: string, step: 1 | -1): FieldChanges {
  const activity = plan.activities.find((one) => one.id === id);
  if (activity) return stepActivity(plan, activity, step);
  const movable = plan.workPackages.filter((one) => !one.isManagement);
  const index = movable.findIndex((one) => one.id === id);
  const target = index + step;
  return index < 0 || target < 0 || target >= movable.length ? {} : moveWorkPackage(plan, id, target);
}

function stepActivity(plan: Workplan, activity: PlanActivity, step: 1 | -1): FieldChanges {
  const siblings = siblingsOf(plan, activity.workPackageId);
  const target = siblings.findIndex((one) => one.id === activity.id) + step;
  if (target >= 0 && target < siblings.length) {
    return moveActivity(plan, activity.id, { workPackageId: activity.workPackageId, index: target });
  }
  const hosts: PlanWorkPackage[] = plan.workPackages.filter((one) => !one.isManagement);
  const host = hosts.findIndex((one) => one.id === activity.workPackageId);
  const next = host < 0 ? hosts.at(-1) : hosts[host + step];
  if (!next || (host < 0 && step > 0)) return {};
  return moveActivity(plan, activity.id, { workPackageId: next.id, index: step > 0 ? 0 : next.activities.length });
}
