// The workplan into another call's form. Where both have work packages, or neither, every field moves, removed ones included. From
// a form without work packages, activities get one to stand in; the other way round the work packages are kept as text.
import { splitFieldKey } from '../document.ts';
import type { Call } from '../programme/schema.ts';
import { type Cloning, keepLeftover, setFields } from './clone-content.ts';

export interface PlanMove {
  /** Old id → new id of every object that came along. */
  objects: ReadonlyMap<string, string>;
  /** The work package that activities without one were put into, null when there was no need. */
  collecting: string | null;
}

export function clonePlan(cloning: Cloning): PlanMove {
  const { from, to, choices } = cloning;
  if (!choices.plan) {
    seedManagement(cloning);
    return { objects: new Map(), collecting: null };
  }
  if (hasWorkPackages(from) === hasWorkPackages(to)) {
    const objects = moveObjects(cloning, () => true);
    if (objects.size === 0) seedManagement(cloning);
    return { objects, collecting: null };
  }
  const objects = moveObjects(cloning, (kind) => kind === 'activity');
  if (!hasWorkPackages(to)) {
    for (const { number, title, isManagement } of cloning.workplan.workPackages) {
      if (!isManagement) keepLeftover(cloning, 'plan', number, title || number);
    }
    for (const id of objects.values()) cloning.result.plan.delete(`${id}/wp`);
    return { objects, collecting: null };
  }
  return { objects, collecting: collect(cloning, objects) };
}

const hasWorkPackages = ({ budgetUnit }: Call): boolean => budgetUnit === 'work_package';

/** Every proposal of a call with work packages has the first of them. */
function seedManagement({ to, result, newId }: Cloning): void {
  if (!hasWorkPackages(to)) return;
  setFields(result.plan, newId(), { kind: 'wp', order: 0, title: 'Project management', management: true });
}

function moveObjects(cloning: Cloning, isWanted: (kind: unknown) => boolean): Map<string, string> {
  const { content, newId } = cloning;
  const objects = new Map<string, string>();
  keepParts(cloning);
  for (const [key, value] of content.plan) {
    const [id, field] = splitFieldKey(key);
    if (field === 'kind' && isWanted(value)) objects.set(id, newId());
  }
  for (const [key, value] of content.plan) {
    const [id, field] = splitFieldKey(key);
    const target = objects.get(id);
    if (target) setPlanField(cloning, objects, { target, field, value });
  }
  return objects;
}

/** Where the new form has one kind of activity, what each was is told. */
function keepParts(cloning: Cloning): void {
  const { from, to, workplan } = cloning;
  if (to.activityParts) return;
  for (const { part, number, title } of workplan.activities) {
    const label = from.activityParts?.find(({ id }) => id === part)?.label;
    if (label && part !== 'activity') keepLeftover(cloning, 'plan', `${number} ${title}`.trim(), label);
  }
}

type Field = { target: string; field: string; value: string | number | boolean };

/** Fields that name an object or an organisation name the new one; who does not come along is left out. */
function setPlanField(cloning: Cloning, objects: Map<string, string>, one: Field): void {
  const { result, organisations, to } = cloning;
  const { target, field, value } = one;
  const set = (name: string, to: string | number | boolean) => result.plan.set(`${target}/${name}`, to);
  if (field.startsWith('org:')) {
    const organisation = organisations.get(field.slice('org:'.length));
    if (organisation) set(`org:${organisation}`, value);
  } else if (field.startsWith('after:')) {
    const other = objects.get(field.slice('after:'.length));
    if (other) set(`after:${other}`, value);
  } else if (field === 'of') set(field, objects.get(String(value)) ?? '');
  // What was waived for one call is asked again in the next.
  else if (field.startsWith('waived:')) return;
  else if (field === 'lead') set(field, organisations.get(String(value)) ?? '');
  else if (field === 'part' && !to.activityParts) return;
  else if (field === 'wp') set(field, objects.get(String(value)) ?? '');
  else set(field, value);
}

/** Activities that stood alone get a work package, after the one of project management. */
function collect(cloning: Cloning, objects: ReadonlyMap<string, string>): string | null {
  const { result, newId } = cloning;
  seedManagement(cloning);
  if (objects.size === 0) return null;
  const id = newId();
  setFields(result.plan, id, { kind: 'wp', order: 1, title: 'Activities' });
  for (const activity of objects.values()) result.plan.set(`${activity}/wp`, id);
  return id;
}
