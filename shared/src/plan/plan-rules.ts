// The rules of the workplan: months, work packages, and what the form asks of each of them. Figures come from the call.
import { must } from '../assert.ts';
import { DESIGN, FORM, type Rule, type RuleContext, type RulePlace, type Violation } from '../budget/rule.ts';
import type { PlanActivity, PlanWorkPackage } from './workplan.ts';

type Found = Omit<Violation, 'rule'>;
type PlanObject = PlanActivity | PlanWorkPackage;
type PlanPlaceField = Extract<RulePlace, { page: 'plan' }>['field'];

const named = ({ number, title }: PlanObject) => ({ number, title });

function at(object: PlanObject, field: NonNullable<PlanPlaceField>): RulePlace {
  return { page: 'plan', objectId: object.id, field };
}

/** In the order of the plan: each work package, then its activities. */
function objects({ workplan }: RuleContext): PlanObject[] {
  const loose = workplan.activities.filter((one) => one.workPackageId === null);
  return [...workplan.workPackages.flatMap((one) => [one, ...one.activities]), ...loose];
}

function periodSet(context: RuleContext): Found[] {
  return objects(context)
    .filter(({ from, to }) => from === null || to === null || from > to)
    .map((one) => ({ message: 'period-set', place: at(one, one.from === null ? 'from' : 'to'), data: named(one) }));
}

function monthsInProject(context: RuleContext): Found[] {
  const duration = must(context.project.duration);
  return objects(context)
    .filter(({ from, to }) => Math.max(from ?? 0, to ?? 0) > duration)
    .map((one) => ({
      message: 'months-in-project',
      place: at(one, (one.from ?? 0) > duration ? 'from' : 'to'),
      data: { ...named(one), month: Math.max(one.from ?? 0, one.to ?? 0), duration },
    }));
}

function activityInWorkPackage({ workplan }: RuleContext): Found[] {
  return workplan.workPackages.flatMap((host) =>
    host.activities.flatMap((one) => {
      if (host.from === null || host.to === null || one.from === null || one.to === null) return [];
      if (one.from >= host.from && one.to <= host.to) return [];
      const data = {
        ...named(one),
        from: one.from,
        to: one.to,
        host: host.number,
        hostFrom: host.from,
        hostTo: host.to,
      };
      return [{ message: 'activity-in-work-package', place: at(one, one.from < host.from ? 'from' : 'to'), data }];
    }),
  );
}

function managementWorkPackage({ workplan, planFields }: RuleContext): Found[] {
  const [first, ...others] = workplan.workPackages.filter((one) => one.isManagement);
  if (!first) return [{ message: 'management-work-package-missing', place: { page: 'plan' }, data: {} }];
  const several = others.map(
    (one): Found => ({ message: 'management-work-package-several', place: at(one, 'title'), data: named(one) }),
  );
  const inside = workplan.activities
    .filter((one) => planFields.get(`${one.id}/wp`) === first.id)
    .map(
      (one): Found => ({ message: 'management-work-package-activities', place: at(one, 'title'), data: named(one) }),
    );
  return [...several, ...inside];
}

function workPackageCount({ call, workplan }: RuleContext): Found[] {
  const { min, max } = must(call.workPackages);
  const count = workplan.workPackages.filter((one) => !one.isManagement).length;
  if (count >= min.value && count <= max.value) return [];
  return [
    { message: 'work-package-count', place: { page: 'plan' }, data: { number: count, min: min.value, max: max.value } },
  ];
}

/** A rule that wants something of each work package, or of each activity. */
function each(
  kind: 'workPackages' | 'activities',
  rule: Pick<Rule, 'id' | 'severity'> & { message: Found['message']; field: NonNullable<PlanPlaceField> },
  holds: (object: PlanObject, context: RuleContext) => boolean,
): Rule {
  return {
    id: rule.id,
    severity: rule.severity,
    basis: (call) => (kind === 'workPackages' && !call.workPackages ? null : rule.severity === 'must' ? FORM : DESIGN),
    check: (context) =>
      context.workplan[kind]
        .filter((one) => !holds(one, context))
        .map((one) => ({ message: rule.message, place: at(one, rule.field), data: named(one) })),
  };
}

/** An organisation that has left the proposal leads nothing. */
const hasLead = (one: PlanObject, { organisations }: RuleContext): boolean =>
  organisations.some(({ id }) => id === one.lead);
const hasTitle = (one: PlanObject): boolean => one.title.trim() !== '';

export const planRules: readonly Rule[] = [
  { id: 'period-set', severity: 'must', basis: () => FORM, check: periodSet },
  {
    id: 'months-in-project',
    severity: 'must',
    basis: (call) => call.durationMonths.max,
    needs: 'duration',
    check: monthsInProject,
  },
  {
    id: 'activity-in-work-package',
    severity: 'should',
    basis: (call) => (call.workPackages ? DESIGN : null),
    check: activityInWorkPackage,
  },
  {
    id: 'management-work-package',
    severity: 'must',
    basis: (call) => call.managementHasActivities,
    check: managementWorkPackage,
  },
  {
    id: 'activity-has-work-package',
    severity: 'must',
    basis: (call) => call.activitiesPerWorkPackageMin,
    check: ({ workplan }) =>
      workplan.activities
        .filter((one) => one.workPackageId === null)
        .map((one) => ({ message: 'activity-has-work-package', place: at(one, 'title'), data: named(one) })),
  },
  {
    id: 'work-package-activities',
    severity: 'must',
    basis: (call) => call.activitiesPerWorkPackageMin,
    check: ({ call, workplan }) => {
      const min = must(call.activitiesPerWorkPackageMin).value;
      return workplan.workPackages
        .filter((one) => !one.isManagement && one.activities.length < min)
        .map((one) => ({ message: 'work-package-activities', place: at(one, 'title'), data: { ...named(one), min } }));
    },
  },
  {
    id: 'work-package-count',
    severity: 'must',
    basis: (call) => call.workPackages?.max ?? null,
    check: workPackageCount,
  },
  {
    id: 'work-packages-recommended',
    severity: 'should',
    basis: (call) => call.workPackages?.recommendedTotalMax ?? null,
    check: ({ call, workplan }) => {
      const max = must(call.workPackages).recommendedTotalMax.value;
      const count = workplan.workPackages.length;
      return count <= max
        ? []
        : [{ message: 'work-packages-recommended', place: { page: 'plan' }, data: { number: count, max } }];
    },
  },
  each(
    'workPackages',
    { id: 'work-package-title', message: 'work-package-title', severity: 'must', field: 'title' },
    hasTitle,
  ),
  each(
    'workPackages',
    { id: 'work-package-lead', message: 'work-package-lead', severity: 'should', field: 'lead' },
    hasLead,
  ),
  each('activities', { id: 'activity-title', message: 'activity-title', severity: 'must', field: 'title' }, hasTitle),
  each(
    'activities',
    { id: 'activity-venue', message: 'activity-venue', severity: 'must', field: 'venue' },
    (one) => 'venue' in one && one.venue.trim() !== '',
  ),
  each('activities', { id: 'activity-lead', message: 'activity-lead', severity: 'must', field: 'lead' }, hasLead),
  each(
    'activities',
    { id: 'activity-participants', message: 'activity-participants', severity: 'should', field: 'participants' },
    (one, { organisations }) => 'participants' in one && organisations.some(({ id }) => one.participants.includes(id)),
  ),
];
