// What a person does to the workplan, as the fields that change: written in one transaction, so one undo step and one update.
// Knows no Yjs. Nothing is ever deleted: a removed object keeps its fields, texts and amounts so that it can come back.
import type { FieldValue } from '../document.ts';
import type { ActivityPart } from '../programme/schema.ts';
import type { Period } from './period.ts';
import type { PlanField } from './plan-fields.ts';
import { findPlanItem, itemsOf, type PlanItem, type PlanPoint, planKindOf, type Workplan } from './workplan.ts';

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
  /** Of an activity. */
  part?: ActivityPart;
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
  const part = object.part ?? 'activity';
  return {
    [planKey(object.id, 'kind')]: 'activity',
    ...newFields(object, nextOrder(siblingsOf(plan, 'activity', workPackageId, part))),
    ...(part !== 'activity' && { [planKey(object.id, 'part')]: part }),
    ...(workPackageId && { [planKey(object.id, 'wp')]: workPackageId }),
  };
}

/** Comes with the last month of its work package, nearer to what will be typed than nothing. */
export function addPoint(plan: Workplan, object: Pick<PlanPoint, 'id' | 'kind' | 'workPackageId'>): FieldChanges {
  const { id, kind, workPackageId } = object;
  const month = plan.workPackages.find((one) => one.id === workPackageId)?.to;
  return {
    [planKey(id, 'kind')]: kind,
    ...newFields({ id }, nextOrder(siblingsOf(plan, kind, workPackageId))),
    ...(month && { [planKey(id, 'month')]: month }),
    ...(workPackageId && { [planKey(id, 'wp')]: workPackageId }),
  };
}

/** A work package takes with it what belongs to it. @returns also the ids, for `restoreObjects`. */
export function removeObject(plan: Workplan, id: string): { changes: FieldChanges; ids: string[] } {
  const workPackage = plan.workPackages.find((one) => one.id === id);
  const ids = [id, ...(workPackage ? itemsOf(workPackage) : []).map((item) => item.id)];
  return { changes: Object.fromEntries(ids.map((one) => [planKey(one, 'deleted'), true])), ids };
}

export function restoreObjects(ids: readonly string[]): FieldChanges {
  return Object.fromEntries(ids.map((id) => [planKey(id, 'deleted'), undefined]));
}

/** What comes back with a removed object: a work package brings what was removed from it. */
export function restoredWith(plan: Workplan, id: string): string[] {
  return [id, ...plan.removed.filter((one) => one.workPackageId === id).map((one) => one.id)];
}

export function setPeriod(id: string, { from, to }: Period): FieldChanges {
  return { [planKey(id, 'from')]: from, [planKey(id, 'to')]: to };
}

/** Of whatever it is: a deliverable or milestone has the last month of the period. */
export function placeItem(item: PlanItem, period: Period): FieldChanges {
  return 'month' in item ? { [planKey(item.id, 'month')]: period.to } : setPeriod(item.id, period);
}

/** Only activities have parts of the form of their own. */
const partOf = (item: PlanItem): ActivityPart => ('part' in item ? item.part : 'activity');

type Sibling = Pick<PlanItem, 'id' | 'order'>;

/** In a work package all activities stand together; alone, those of one part of the form. */
function siblingsOf(
  plan: Workplan,
  kind: ReturnType<typeof planKindOf>,
  workPackageId: string | null,
  part: ActivityPart = 'activity',
): Sibling[] {
  const all = [...plan.activities, ...plan.deliverables, ...plan.milestones];
  return all.filter(
    (one) =>
      planKindOf(one) === kind &&
      one.workPackageId === workPackageId &&
      (workPackageId !== null || partOf(one) === part),
  );
}

/**
 * Places an object before the sibling at `index` (as they stand without it); past the end means last. Orders are changed
 * for this object alone where there is room between the neighbours, so that two people who move two objects both succeed.
 */
export function placeAt(siblings: readonly Sibling[], id: string, index: number): FieldChanges {
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

/** An activity, deliverable or milestone, to a place among those of its kind; its texts and amounts are kept by its id. */
export function moveItem(
  plan: Workplan,
  id: string,
  to: { workPackageId: string | null; index: number },
): FieldChanges {
  const item = findPlanItem(plan, id);
  if (!item || !('workPackageId' in item)) return {};
  const changes = placeAt(siblingsOf(plan, planKindOf(item), to.workPackageId, partOf(item)), id, to.index);
  if (item.workPackageId === to.workPackageId) return changes;
  return { ...changes, [planKey(id, 'wp')]: to.workPackageId ?? '' };
}

/** One place up or down; what belongs to a work package goes on into the neighbouring one. @returns {} at the end of the plan */
export function stepObject(plan: Workplan, id: string, step: 1 | -1): FieldChanges {
  const item = findPlanItem(plan, id);
  if (item && 'workPackageId' in item) return stepItem(plan, item, step);
  const movable = plan.workPackages.filter((one) => !one.isManagement);
  const index = movable.findIndex((one) => one.id === id);
  const target = index + step;
  return index < 0 || target < 0 || target >= movable.length ? {} : moveWorkPackage(plan, id, target);
}

function stepItem(plan: Workplan, item: Exclude<PlanItem, { isManagement: boolean }>, step: 1 | -1): FieldChanges {
  const kind = planKindOf(item);
  const siblings = siblingsOf(plan, kind, item.workPackageId, partOf(item));
  const target = siblings.findIndex((one) => one.id === item.id) + step;
  if (target >= 0 && target < siblings.length) {
    return moveItem(plan, item.id, { workPackageId: item.workPackageId, index: target });
  }
  const hosts = plan.workPackages.filter((one) => kind !== 'activity' || !one.isManagement);
  const host = hosts.findIndex((one) => one.id === item.workPackageId);
  const next = host < 0 ? hosts.at(-1) : hosts[host + step];
  if (!next || (host < 0 && step > 0)) return {};
  const index = step > 0 ? 0 : siblingsOf(plan, kind, next.id).length;
  return moveItem(plan, item.id, { workPackageId: next.id, index });
}
