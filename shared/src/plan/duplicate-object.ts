// A copy of an object of the plan, right behind it: a work package with all that belongs to it. Amounts are not copied, because
// then the budget would hold figures that nobody typed; waivers neither, because they were given to another.
import { type Fields, splitFieldKey } from '../document.ts';
import { type FieldChanges, placeAt, planKey } from './plan-edits.ts';
import { PLAN_TITLE_MAX } from './plan-fields.ts';
import { findPlanItem, itemsOf, planKindOf, type Workplan } from './workplan.ts';

export interface Duplicate {
  changes: FieldChanges;
  /** Old id → new id, the object itself first. */
  copies: Map<string, string>;
}

interface Copying {
  fields: Fields;
  plan: Workplan;
  /** Makes a UUIDv7. */
  newId(): string;
  /** Title of the copy. */
  titleOf(title: string): string;
}

const LEFT_OUT = /^(?:deleted|management$|waived:)/;

/** @returns null when there is no such object, or it is project management, of which there is one */
export function duplicateObject(id: string, { fields, plan, newId, titleOf }: Copying): Duplicate | null {
  const item = findPlanItem(plan, id);
  if (!item || ('isManagement' in item && item.isManagement)) return null;
  const inside = 'isManagement' in item ? itemsOf(item) : [];
  const copies = new Map([item, ...inside].map((one) => [one.id, newId()]));
  const changes: FieldChanges = {};
  for (const [key, value] of fields) {
    const [from, field] = splitFieldKey(key);
    const to = copies.get(from);
    if (!to || LEFT_OUT.test(field)) continue;
    if (field.startsWith('after:')) {
      const other = field.slice('after:'.length);
      changes[planKey(to, `after:${copies.get(other) ?? other}`)] = value;
    } else if (field === 'wp' || field === 'of') changes[planKey(to, field)] = copies.get(String(value)) ?? value;
    else changes[`${to}/${field}`] = value;
  }
  const copy = copies.get(id) ?? '';
  changes[planKey(copy, 'title')] = titleOf(item.title).slice(0, PLAN_TITLE_MAX);
  return { changes: { ...changes, ...behind(plan, id, copy) }, copies };
}

function behind(plan: Workplan, id: string, copy: string): FieldChanges {
  const item = findPlanItem(plan, id);
  if (!item) return {};
  const all = [...plan.activities, ...plan.deliverables, ...plan.milestones];
  const siblings =
    'workPackageId' in item
      ? all.filter((one) => planKindOf(one) === planKindOf(item) && one.workPackageId === item.workPackageId)
      : plan.workPackages.filter((one) => !one.isManagement);
  return placeAt(siblings, copy, siblings.findIndex((one) => one.id === id) + 1);
}
