// Reads the fields of the map `plan` into a workplan: numbered, ordered, robust against any value that a field may hold.
// Numbers (WP2, A2.1) are derived from the order and never stored.
import { type Fields, type FieldValue, splitFieldKey } from '../document.ts';
import { MONTH_MAX } from './plan-fields.ts';

interface PlanObject {
  id: string;
  title: string;
  order: number;
  /** Months of the project, 1 to MONTH_MAX, both included; null when not set. */
  from: number | null;
  to: number | null;
  /** Organisation id, '' for none. */
  lead: string;
}

export interface PlanActivity extends PlanObject {
  /** A2.1; A1 in calls without work packages. */
  number: string;
  /** null in calls without work packages, and when its work package is gone. */
  workPackageId: string | null;
  venue: string;
  /** Organisation ids, without the lead. */
  participants: string[];
}

export interface PlanWorkPackage extends PlanObject {
  number: string;
  isManagement: boolean;
  activities: PlanActivity[];
}

export interface Workplan {
  /** The one of project management first. */
  workPackages: PlanWorkPackage[];
  /** All of them, in order, those without a work package last. */
  activities: PlanActivity[];
  /** Removed objects, that can come back with their texts and amounts. */
  removed: RemovedObject[];
}

export interface RemovedObject {
  id: string;
  kind: 'wp' | 'activity';
  title: string;
  /** Of an activity: the work package that it had. */
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
  };
}

const byOrder = (a: PlanObject, b: PlanObject): number => a.order - b.order || (a.id < b.id ? -1 : 1);

function activityOf(id: string, raw: Raw): PlanActivity {
  const lead = textOf(raw, 'lead');
  const participants = [...raw]
    .filter(([field, value]) => field.startsWith('org:') && value === true)
    .map(([field]) => field.slice('org:'.length))
    .filter((organisationId) => organisationId !== lead)
    .sort();
  return {
    ...objectOf(id, raw),
    number: '',
    workPackageId: textOf(raw, 'wp') || null,
    venue: textOf(raw, 'venue'),
    participants,
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
    }))
    .sort((a, b) => Number(b.isManagement) - Number(a.isManagement) || byOrder(a, b));
  for (const [index, workPackage] of found.entries()) workPackage.number = `WP${index + 1}`;
  return found;
}

export function readWorkplan(fields: Fields): Workplan {
  const objects = [...collect(fields)];
  const alive = objects.filter(([, raw]) => raw.get('deleted') !== true);
  const workPackages = readWorkPackages(alive);
  const activities = alive
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
  for (const [index, activity] of loose.entries()) activity.number = `A${index + 1}`;
  return {
    workPackages,
    activities: [...workPackages.flatMap((one) => one.activities), ...loose],
    removed: objects
      .filter(([, raw]) => raw.get('deleted') === true && (raw.get('kind') === 'wp' || raw.get('kind') === 'activity'))
      .map(([id, raw]) => ({
        id,
        kind: raw.get('kind') === 'wp' ? 'wp' : 'activity',
        title: textOf(raw, 'title'),
        workPackageId: textOf(raw, 'wp') || null,
      })),
  };
}
