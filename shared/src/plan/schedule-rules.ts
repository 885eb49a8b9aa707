// The rules of the timetable: what activities bring and where they are, deliverables and milestones, the load of each
// organisation, dependencies. None of them is asked for by the form; each may be waived with a reason (waivers.ts).
import { must } from '../assert.ts';
import { DESIGN, type Rule, type RuleContext, type RulePlace, type Violation } from '../budget/rule.ts';
import { countries } from '../programme/countries.ts';
import type { Sourced } from '../programme/schema.ts';
import { planSpans, readDependencies } from './dependencies.ts';
import type { PlanActivity, PlanPoint, Workplan } from './workplan.ts';

/** The text of an activity in which it says what it is expected to bring. */
export const RESULTS_QUESTION = 'act_results';

type Found = Omit<Violation, 'rule'>;
type PlanPlace = Extract<RulePlace, { page: 'plan' }>;

/** Led in the same month. A rule of thumb: more is what evaluators doubt. */
export const LED_AT_ONCE_MAX = 3;

const THUMB: Sourced<number> = {
  value: LED_AT_ONCE_MAX,
  confidence: 'unconfirmed',
  sources: ['a rule of thumb: no call gives a figure'],
};

const at = (objectId: string, field: NonNullable<PlanPlace['field']>): PlanPlace => ({ page: 'plan', objectId, field });
const named = ({ number, title }: { number: string; title: string }) => ({ number, title });
const pointsOf = ({ deliverables, milestones }: Workplan): PlanPoint[] => [...deliverables, ...milestones];

/** Forms of other years ask for other texts of an activity. */
const asksForResults: Rule['basis'] = ({ sections }) =>
  sections.some(({ groups }) => groups.some(({ questions }) => questions.some(({ id }) => id === RESULTS_QUESTION)))
    ? DESIGN
    : null;

function activityResult({ workplan, written }: RuleContext): Found[] {
  if (!written) return [];
  const brought = new Set(workplan.deliverables.map((one) => one.activityId));
  return workplan.activities
    .filter(({ id }) => !written.has(id) && !brought.has(id))
    .map((one) => ({ message: 'activity-result', place: at(one.id, 'results'), data: named(one) }));
}

const codeOf = new Map(countries.map(({ code, name }) => [name.toLowerCase(), code]));
/** All of them at once, longer names first: a plan of hundreds of venues is read at each change. */
const namesOfCountries = new RegExp(
  `(?<!\\p{L})(?:${countries
    .map(({ name }) => name.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\p{L})`,
  'giu',
);

/** EU codes of the countries that are named in the words of a venue. */
function venueCountries({ venue }: PlanActivity): string[] {
  return (venue.match(namesOfCountries) ?? []).flatMap((name) => codeOf.get(name.toLowerCase()) ?? []);
}

function venueCountry({ workplan, organisations }: RuleContext): Found[] {
  const participating = new Set(organisations.map(({ country }) => country));
  return workplan.activities.flatMap((one) => {
    const outside = venueCountries(one).find((code) => !participating.has(code));
    if (!outside) return [];
    return [{ message: 'venue-country', place: at(one.id, 'venue'), data: { ...named(one), country: outside } }];
  });
}

function deliverableMonth({ workplan }: RuleContext): Found[] {
  return pointsOf(workplan)
    .filter(({ month }) => month === null)
    .map((one) => ({ message: 'deliverable-month', place: at(one.id, 'month'), data: named(one) }));
}

function pointsInProject({ workplan, project }: RuleContext): Found[] {
  const duration = must(project.duration);
  return pointsOf(workplan)
    .filter(({ month }) => (month ?? 0) > duration)
    .map((one) => ({
      message: 'points-in-project',
      place: at(one.id, 'month'),
      data: { ...named(one), month: one.month ?? 0, duration },
    }));
}

function deliverableInWorkPackage({ workplan }: RuleContext): Found[] {
  return workplan.workPackages.flatMap((host) =>
    [...host.deliverables, ...host.milestones].flatMap((one) => {
      if (host.from === null || host.to === null || one.month === null) return [];
      if (one.month >= host.from && one.month <= host.to) return [];
      const data = { ...named(one), month: one.month, host: host.number, hostFrom: host.from, hostTo: host.to };
      return [{ message: 'deliverable-in-work-package', place: at(one.id, 'month'), data }];
    }),
  );
}

/** The month in which an organisation leads most, the first of them. */
function busiest(led: readonly PlanActivity[]): { month: number; activities: PlanActivity[] } | null {
  const running = (month: number) => led.filter((one) => (one.from ?? 0) <= month && month <= (one.to ?? 0));
  const starts = [...new Set(led.flatMap(({ from, to }) => (from === null || to === null ? [] : [from])))];
  const months = starts
    .sort((a, b) => a - b)
    .map((month) => ({ month, activities: running(month).filter(({ from }) => from !== null) }));
  return months.toSorted((a, b) => b.activities.length - a.activities.length)[0] ?? null;
}

function organisationLoad({ workplan, organisations }: RuleContext): Found[] {
  return organisations.flatMap(({ id, legalName }) => {
    const most = busiest(workplan.activities.filter(({ lead }) => lead === id));
    const last = most?.activities.at(-1);
    if (!most || !last || most.activities.length <= LED_AT_ONCE_MAX) return [];
    const data = {
      organisation: legalName,
      month: most.month,
      count: most.activities.length,
      numbers: most.activities.map(({ number }) => number).join(', '),
    };
    return [{ message: 'organisation-load', place: at(last.id, 'lead'), subjectId: id, data }];
  });
}

function dependencyViolations({ workplan }: RuleContext, state: 'late' | 'cycle'): Found[] {
  const spans = planSpans(workplan);
  return readDependencies(spans)
    .filter((one) => one.state === state)
    .map(({ before, after }) => {
      const [first, second] = [must(spans.get(before)), must(spans.get(after))];
      const data = { ...named(second), other: first.number, from: second.from ?? 0, otherTo: first.to ?? 0 };
      const message = state === 'late' ? 'dependency-order' : 'dependency-cycle';
      return { message, place: at(after, 'after'), data };
    });
}

const should = (id: Rule['id'], check: Rule['check'], basis: Rule['basis'] = () => DESIGN): Rule => ({
  id,
  severity: 'should',
  basis,
  check,
});

export const scheduleRules: readonly Rule[] = [
  should('activity-result', activityResult, asksForResults),
  should('venue-country', venueCountry),
  should('deliverable-month', deliverableMonth),
  {
    id: 'points-in-project',
    severity: 'should',
    basis: (call) => call.durationMonths.max,
    needs: 'duration',
    check: pointsInProject,
  },
  should('deliverable-in-work-package', deliverableInWorkPackage, (call) => (call.workPackages ? DESIGN : null)),
  should('organisation-load', organisationLoad, () => THUMB),
  should('dependency-order', (context) => dependencyViolations(context, 'late')),
  should('dependency-cycle', (context) => dependencyViolations(context, 'cycle')),
];
