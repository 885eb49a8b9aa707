// Deliverables, milestones, dependencies and kinds of activities in the exchange file: members of their own, so that files from before
// stay readable, and readers from before leave them out. Waivers are no part of a file: they were given in one proposal.
import { z } from 'zod';
import { activityTypes, MONTH_MAX, PLAN_OBJECTS_MAX, PLAN_TITLE_MAX } from '../plan/plan-fields.ts';
import { type PlanPoint, planItems, type Workplan } from '../plan/workplan.ts';
import type { NewContent } from './proposal-content.ts';

const numberOf = (letters: string) => z.string().regex(new RegExp(`^(?:${letters})[0-9]{1,3}(?:\\.[0-9]{1,3})?$`));
const anything = numberOf('P|WP|A|T|O|E|D|MS');
/** Each may begin after a few others; more is a file made to be large. */
const DEPENDENCIES_MAX = 10 * PLAN_OBJECTS_MAX;

const point = z.object({
  id: numberOf('D|MS'),
  title: z
    .string()
    .max(PLAN_TITLE_MAX)
    .refine((text) => !text.includes('\u0000'), 'has the character U+0000'),
  month: z.number().int().min(1).max(MONTH_MAX).optional(),
  lead: anything.optional(),
  work_package: anything.optional(),
  /** The activity that brings it. */
  activity: anything.optional(),
});

export const planPartsShape = {
  deliverables: z.array(point).max(PLAN_OBJECTS_MAX).default([]),
  milestones: z.array(point).max(PLAN_OBJECTS_MAX).default([]),
  /** What begins after what has ended: ['A2.2', 'A2.1']. */
  dependencies: z
    .array(z.tuple([anything, anything]))
    .max(DEPENDENCIES_MAX)
    .default([]),
  activity_types: z.record(anything, z.enum(activityTypes)).default({}),
};
const planPartsSchema = z.object(planPartsShape);
type PlanParts = z.infer<typeof planPartsSchema>;
type PointFile = PlanParts['deliverables'][number];

/** @param organisations id → P2. @returns only what there is */
export function writePlanParts(
  workplan: Workplan,
  organisations: ReadonlyMap<string, string>,
): Partial<z.input<typeof planPartsSchema>> {
  const items = planItems(workplan);
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const write = (one: PlanPoint): PointFile => {
    const { id, title } = { id: one.number, title: one.title };
    const lead = organisations.get(one.lead);
    const host = numbers.get(one.workPackageId ?? '');
    const activity = numbers.get(one.activityId ?? '');
    return {
      id,
      title,
      ...(one.month !== null && { month: one.month }),
      ...(lead && { lead }),
      ...(host && { work_package: host }),
      ...(activity && { activity }),
    };
  };
  const dependencies = items.flatMap(({ number, after }) =>
    after.flatMap((id): [string, string][] => {
      const other = numbers.get(id);
      return other ? [[number, other]] : [];
    }),
  );
  const types = workplan.activities.flatMap(({ number, type }) => (type ? [[number, type] as const] : []));
  return {
    ...(workplan.deliverables.length > 0 && { deliverables: workplan.deliverables.map(write) }),
    ...(workplan.milestones.length > 0 && { milestones: workplan.milestones.map(write) }),
    ...(dependencies.length > 0 && { dependencies }),
    ...(types.length > 0 && { activity_types: Object.fromEntries(types) }),
  };
}

interface Reading {
  file: PlanParts;
  content: Pick<NewContent, 'plan'>;
  /** Number in the file → id; work packages and activities are there already. */
  ids: Map<string, string>;
  newId(): string;
  issues: { path: string; message: string }[];
}

export function readPlanParts(reading: Reading): void {
  const { file, content, ids, issues } = reading;
  const idOf = (number: string, path: string): string => {
    const id = ids.get(number);
    if (!id) issues.push({ path, message: `there is no ${number}` });
    return id ?? '';
  };
  for (const kind of ['deliverable', 'milestone'] as const) {
    for (const [order, one] of file[`${kind}s`].entries()) {
      const path = `${kind}s.${order}`;
      if (ids.has(one.id)) issues.push({ path: `${path}.id`, message: `${one.id} is there twice` });
      const id = reading.newId();
      ids.set(one.id, id);
      const fields = {
        kind,
        order,
        title: one.title,
        month: one.month,
        lead: one.lead && idOf(one.lead, `${path}.lead`),
        wp: one.work_package && idOf(one.work_package, `${path}.work_package`),
        of: one.activity && idOf(one.activity, `${path}.activity`),
      };
      for (const [field, value] of Object.entries(fields))
        if (value !== undefined) content.plan.set(`${id}/${field}`, value);
    }
  }
  for (const [index, [after, before]] of file.dependencies.entries()) {
    const path = `dependencies.${index}`;
    content.plan.set(`${idOf(after, path)}/after:${idOf(before, path)}`, true);
  }
  for (const [number, type] of Object.entries(file.activity_types)) {
    content.plan.set(`${idOf(number, `activity_types.${number}`)}/type`, type);
  }
}
