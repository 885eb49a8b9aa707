// Reads the fields of the map `plan` into a workplan: numbered, ordered, robust against any value that a field may hold.
// Numbers (WP2, A2.1) are derived from the order and never stored.
import { type Fields, type FieldValue, splitFieldKey } from '../document.ts';
import type { ActivityPart } from '../programme/schema.ts';
import { type ActivityType, activityTypes, MONTH_MAX, type PlanKind, planKinds } from './plan-fields.ts';

interface PlanObject {
  id: string;
  title: string;
  order: number;
  /** Months of the project, 1 to MONTH_MAX, both included; null when not set. */
  from: number | null;
  to: number | null;
  /** Organisation id, '' for none. */
  lead: string;
  /** Ids of what it begins after, in order; some may have gone (dependencies.ts). */
  after: string[];
}

/** A deliverable (D2.1: the result of work), or a milestone (MS3: a point that is reached). */
export interface PlanPoint {
  id: string;
  kind: 'deliverable' | 'milestone';
  number: string;
  title: string;
  order: number;
  /** null when not set. */
  month: number | null;
  /** Of a deliverable: who answers for it. */
  lead: string;
  workPackageId: string | null;
  /** Of a deliverable: the activity that brings it. */
  activityId: string | null;
  after: string[];
}

export interface PlanActivity extends PlanObject {
  /** A2.1; A1 in calls without work packages, where T1, O1 and E1 are meetings, outputs and events. */
  number: string;
  part: ActivityPart;
  /** null in calls without work packages, and when its work package is gone. */
  workPackageId: string | null;
  type: ActivityType;
  venue: string;
  /** Organisation ids, without the lead. */
  participants: string[];
}

export interface PlanWorkPackage extends PlanObject {
  number: string;
  isManagement: boolean;
  activities: PlanActivity[];
  deliverables: PlanPoint[];
  milestones: PlanPoint[];
}

export interface Workplan {
  /** The one of project management first. */
  workPackages: PlanWorkPackage[];
  /** All of them, in order, those without a work package last. */
  activities: PlanActivity[];
  /** In the order of their numbers, those without a work package last. */
  deliverables: PlanPoint[];
  milestones: PlanPoint[];
  /** Removed objects, that can come back with their texts and amounts. */
  removed: RemovedObject[];
}

export type PlanItem = PlanWorkPackage | PlanActivity | PlanPoint;

export function planKindOf(object: PlanItem): PlanKind {
  if ('month' in object) return object.kind;
  return 'isManagement' in object ? 'wp' : 'activity';
}

export function findPlanItem(plan: Workplan, id: string): PlanItem | undefined {
  const { workPackages, activities, deliverables, milestones } = plan;
  return [workPackages, activities, deliverables, milestones].flat().find((one) => one.id === id);
}

/** What belongs to a work package, in the order of the table. */
export const itemsOf = (host: PlanWorkPackage): (PlanActivity | PlanPoint)[] => [
  ...host.activities,
  ...host.deliverables,
  ...host.milestones,
];

/** Everything there is, in the order of the table and the picture. */
export function planItems(plan: Workplan): PlanItem[] {
  const loose = [...plan.activities, ...plan.deliverables, ...plan.milestones].filter(
    (one) => one.workPackageId === null,
  );
  return [...plan.workPackages.flatMap((one) => [one, ...itemsOf(one)]), ...loose];
}

export interface RemovedObject {
  id: string;
  kind: PlanKind;
  title: string;
  /** The work package that it had. */
  workPackageId: string | null;
}

type Raw = Map<string, FieldValue>;

function collect(fields: Fields): Map<string, Raw> {
  const objects = new Map<string, Raw>();
  for (const [key, value] of fields) {
    const [id, field] = splitFieldKey(key);
    if (!field) continue;
    const raw = objects.get(id) ?? new Map<string, FieldValue>();
    objects.set(id, raw.set(field, value));
  }
  return objects;
}

const textOf = (raw: Raw, field: string): string => {
  const value = raw.get(field);
  return typeof value === 'string' ? value : '';
};

function monthOf(raw: Raw, field: string): number | null {
  const value = raw.get(field);
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MONTH_MAX ? value : null;
}

function objectOf(id: string, raw: Raw): PlanObject {
  const order = raw.get('order');
  return {
    id,
    title: textOf(raw, 'title'),
    order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
    from: monthOf(raw, 'from'),
    to: monthOf(raw, 'to'),
    lead: textOf(raw, 'lead'),
    after: idsOf(raw, 'after:').filter((other) => other !== id),
  };
}

/** What the fields `<prefix><id>` that are true name, in order. */
function idsOf(raw: Raw, prefix: string): string[] {
  return [...raw]
    .filter(([field, value]) => field.startsWith(prefix) && value === true)
    .map(([field]) => field.slice(prefix.length))
    .sort();
}

const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);

/** How they are numbered, and in this order: meetings, outputs, events, everything else. */
const LETTERS: Readonly<Record<ActivityPart, string>> = { meeting: 'T', output: 'O', event: 'E', activity: 'A' };
const PARTS = Object.keys(LETTERS) as ActivityPart[];

function partOf(raw: Raw): ActivityPart {
  return PARTS.find((one) => one === raw.get('part')) ?? 'activity';
}

function activityOf(id: string, raw: Raw): PlanActivity {
  const lead = textOf(raw, 'lead');
  return {
    ...objectOf(id, raw),
    number: '',
    part: partOf(raw),
    workPackageId: textOf(raw, 'wp') || null,
    type: activityTypes.find((one) => one === raw.get('type')) ?? '',
    venue: textOf(raw, 'venue'),
    participants: idsOf(raw, 'org:').filter((organisationId) => organisationId !== lead),
  };
}

function pointOf(id: string, kind: PlanPoint['kind'], raw: Raw): PlanPoint {
  const { title, order, lead, after } = objectOf(id, raw);
  const month = monthOf(raw, 'month');
  const workPackageId = textOf(raw, 'wp') || null;
  return {
    id,
    kind,
    number: '',
    title,
    order,
    month,
    lead,
    workPackageId,
    activityId: textOf(raw, 'of') || null,
    after,
  };
}

function readWorkPackages(objects: [string, Raw][]): PlanWorkPackage[] {
  const found = objects
    .filter(([, raw]) => raw.get('kind') === 'wp')
    .map(([id, raw]) => ({
      ...objectOf(id, raw),
      number: '',
      isManagement: raw.get('management') === true,
      activities: [] as PlanActivity[],
      deliverables: [] as PlanPoint[],
      milestones: [] as PlanPoint[],
    }))
    .sort((a, b) => Number(b.isManagement) - Number(a.isManagement) || byOrder(a, b));
  for (const [index, workPackage] of found.entries()) workPackage.number = `WP${index + 1}`;
  return found;
}

/** Deliverables are numbered in their work package, milestones through the whole plan. */
function readPoints(objects: [string, Raw][], kind: PlanPoint['kind'], hosts: PlanWorkPackage[]): PlanPoint[] {
  const points = objects
    .filter(([, raw]) => raw.get('kind') === kind)
    .map(([id, raw]) => pointOf(id, kind, raw))
    .sort(byOrder);
  const loose: PlanPoint[] = [];
  for (const point of points) {
    const host = hosts.find((one) => one.id === point.workPackageId);
    if (!host) point.workPackageId = null;
    (host ? (kind === 'deliverable' ? host.deliverables : host.milestones) : loose).push(point);
  }
  const all = [...hosts.flatMap((one) => (kind === 'deliverable' ? one.deliverables : one.milestones)), ...loose];
  if (kind === 'milestone') for (const [index, point] of all.entries()) point.number = `MS${index + 1}`;
  else {
    for (const host of hosts) {
      for (const [index, one] of host.deliverables.entries()) one.number = `D${host.number.slice(2)}.${index + 1}`;
    }
    for (const [index, point] of loose.entries()) point.number = `D${index + 1}`;
  }
  return all;
}

/** In the order of their ids: in which order fields came in is another on each device. */
function readRemoved(objects: [string, Raw][]): RemovedObject[] {
  const removed = objects.flatMap(([id, raw]) => {
    const kind = planKinds.find((one) => one === raw.get('kind'));
    if (!kind || raw.get('deleted') !== true) return [];
    return [{ id, kind, title: textOf(raw, 'title'), workPackageId: textOf(raw, 'wp') || null }];
  });
  return removed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readActivities(objects: [string, Raw][], workPackages: PlanWorkPackage[]): PlanActivity[] {
  const activities = objects
    .filter(([, raw]) => raw.get('kind') === 'activity')
    .map(([id, raw]) => activityOf(id, raw))
    .sort(byOrder);
  const loose: PlanActivity[] = [];
  for (const activity of activities) {
    const workPackage = workPackages.find((one) => one.id === activity.workPackageId && !one.isManagement);
    // A colleague removed the work package while this activity was being added: it must stay visible.
    if (!workPackage) activity.workPackageId = null;
    (workPackage?.activities ?? loose).push(activity);
  }
  for (const workPackage of workPackages) {
    for (const [index, activity] of workPackage.activities.entries()) {
      activity.number = `A${workPackage.number.slice(2)}.${index + 1}`;
    }
  }
  const grouped = PARTS.flatMap((part) => loose.filter((one) => one.part === part));
  const counts = new Map<ActivityPart, number>();
  for (const activity of grouped) {
    const count = (counts.get(activity.part) ?? 0) + 1;
    counts.set(activity.part, count);
    activity.number = `${LETTERS[activity.part]}${count}`;
  }
  return [...workPackages.flatMap((one) => one.activities), ...grouped];
}

export function readWorkplan(fields: Fields): Workplan {
  const objects = [...collect(fields)];
  const alive = objects.filter(([, raw]) => raw.get('deleted') !== true);
  const workPackages = readWorkPackages(alive);
  return {
    workPackages,
    activities: readActivities(alive, workPackages),
    deliverables: readPoints(alive, 'deliverable', workPackages),
    milestones: readPoints(alive, 'milestone', workPackages),
    removed: readRemoved(objects),
  };
}
