// The rules of budgets of unit costs: ceilings of headings and of the grant, and quantities that the call pays nothing for.
import { must } from '../assert.ts';
import { DESIGN, fullPartners, type Rule, type RuleContext, type Violation } from '../budget/rule.ts';
import type { PlanActivity } from '../plan/workplan.ts';
import type { Call } from '../programme/schema.ts';
import type { UnitCosts } from '../programme/unit-costs-schema.ts';
import { bandOf, type CostLine, type HeadingId, staffRates } from './cost-lines.ts';
import { type QuantityName, quantityField, quantityIn } from './quantities.ts';

type Found = Omit<Violation, 'rule'>;

const costsOf = ({ call }: RuleContext): UnitCosts => must(call.unitCosts, 'rule needs unit costs');
const sumOf = (lines: readonly CostLine[]): number => lines.reduce((sum, { cents }) => sum + cents, 0);
const isSchoolExchange = ({ unitCosts }: Call, sector: string): boolean =>
  unitCosts?.schoolExchange.sectors.includes(sector) ?? false;
/** Without a sector, in all of them. */
const isFor = (call: Call, sector: string | undefined, isExchange: boolean): boolean =>
  sector === undefined || isSchoolExchange(call, sector) === isExchange;

type CeilingMessage = 'unit-events-max' | 'unit-exceptional-max' | 'unit-grant-max' | 'unit-school-max';

function over(message: CeilingMessage, rowId: HeadingId | 'total', amountCents: number, limitCents: number): Found[] {
  const data = { amountCents, limitCents, differenceCents: amountCents - limitCents };
  return amountCents > limitCents ? [{ message, place: { page: 'budget', rowId, columnId: 'total' }, data }] : [];
}

function eventsMax(context: RuleContext): Found[] {
  const lines = context.lines.filter(({ heading }) => heading === 'events');
  return over('unit-events-max', 'events', sumOf(lines), costsOf(context).events.projectMax.value);
}

/** The financial guarantee is not counted. */
function exceptionalMax(context: RuleContext): Found[] {
  const lines = context.lines.filter(({ heading, rowId }) => heading === 'exceptional' && rowId !== 'guarantee');
  return over('unit-exceptional-max', 'exceptional', sumOf(lines), costsOf(context).exceptional.projectMax.value);
}

/** By month, by year and in all: the lowest of the three, for a project of so many months. */
export function grantCeiling({ grant }: UnitCosts, months: number): number {
  const byYear = Math.floor((grant.perYearMax.value * months) / 12);
  return Math.min(grant.perMonthMax.value * months, byYear, grant.projectMax.value);
}

function grantMax(context: RuleContext): Found[] {
  const limit = grantCeiling(costsOf(context), must(context.project.duration));
  return over('unit-grant-max', 'total', context.budget.total, limit);
}

/** Begun years count by their months, special needs and exceptional costs beside them are counted with the rest. */
function schoolMax(context: RuleContext): Found[] {
  const { perSchoolAndYearMax, projectMax } = costsOf(context).schoolExchange;
  const schools = fullPartners(context.organisations).length;
  const bySchool = Math.floor((perSchoolAndYearMax.value * schools * must(context.project.duration)) / 12);
  return over('unit-school-max', 'total', context.budget.total, Math.min(bySchool, projectMax.value));
}

interface Cell {
  activity: PlanActivity;
  organisationId: string;
  organisation: string;
  of(name: QuantityName): number;
}

function cellsOf({ workplan, organisations, budgetFields }: RuleContext, part: PlanActivity['part']): Cell[] {
  return workplan.activities
    .filter((one) => one.part === part)
    .flatMap((activity) =>
      fullPartners(organisations).map(({ id, legalName }) => ({
        activity,
        organisationId: id,
        organisation: legalName,
        of: (name: QuantityName) => quantityIn(budgetFields, activity.id, id, name),
      })),
    );
}

type CellMessage = 'unit-distance' | 'unit-stay' | 'unit-linguistic' | 'unit-staff-reason' | 'unit-rates';

function inCell(
  message: CellMessage,
  { activity, organisationId, organisation }: Cell,
  name: QuantityName,
  data: Found['data'] = {},
): Found {
  const place = { page: 'budget', rowId: activity.id, columnId: quantityField(organisationId, name) } as const;
  return { message, place, data: { number: activity.number, title: activity.title, organisation, ...data } };
}

const travellers = ({ of }: Cell): number => of('staff') + of('learners') + of('accompanying');

/** Somebody travels, and not far enough to be paid for: most often the distance is missing. */
function distance(context: RuleContext): Found[] {
  const { meetings, trainings } = costsOf(context);
  const far = [
    ...cellsOf(context, 'meeting').filter((one) => one.of('participants') > 0 && !bandOf(meetings, one.of('km'))),
    ...cellsOf(context, 'activity').filter((one) => travellers(one) > 0 && !bandOf(trainings.travel, one.of('km'))),
  ];
  return far.map((one) => inCell('unit-distance', one, 'km', { km: one.of('km') }));
}

function stay(context: RuleContext): Found[] {
  const max = costsOf(context).trainings.daysMax.value;
  return cellsOf(context, 'activity')
    .filter((one) => travellers(one) > 0 && (one.of('days') === 0 || one.of('days') > max))
    .map((one) => inCell('unit-stay', one, 'days', { days: one.of('days'), max }));
}

/** Days of two months: linguistic support is for longer stays. */
const LINGUISTIC_DAYS_MIN = 60;

function linguistic(context: RuleContext): Found[] {
  return cellsOf(context, 'activity')
    .filter((one) => one.of('linguistic') > 0)
    .filter(
      (one) => one.of('days') < LINGUISTIC_DAYS_MIN || one.of('linguistic') > one.of('staff') + one.of('learners'),
    )
    .map((one) => inCell('unit-linguistic', one, 'linguistic', { days: one.of('days'), min: LINGUISTIC_DAYS_MIN }));
}

const outputDays = ['days-manager', 'days-teacher', 'days-technician', 'days-administrative'] as const;

function rates(context: RuleContext): Found[] {
  const countryOf = (id: string) => context.organisations.find((one) => one.id === id)?.country ?? '';
  return cellsOf(context, 'output').flatMap((one) => {
    const name = outputDays.find((days) => one.of(days) > 0);
    const country = countryOf(one.organisationId);
    return name && !staffRates(costsOf(context), country) ? [inCell('unit-rates', one, name, { country })] : [];
  });
}

function staffReason(context: RuleContext): Found[] {
  return cellsOf(context, 'output').flatMap((one) => {
    const name = (['days-manager', 'days-administrative'] as const).find((days) => one.of(days) > 0);
    return name ? [inCell('unit-staff-reason', one, name)] : [];
  });
}

function eventsNeedOutputs({ workplan }: RuleContext): Found[] {
  if (workplan.activities.some(({ part }) => part === 'output')) return [];
  return workplan.activities
    .filter(({ part }) => part === 'event')
    .map(({ id, number, title }) => ({
      message: 'unit-events-outputs',
      place: { page: 'plan', objectId: id, field: 'title' },
      data: { number, title },
    }));
}

export const unitCostRules: readonly Rule[] = [
  {
    id: 'unit-grant-max',
    severity: 'must',
    basis: (call, sector) => (isFor(call, sector, false) && call.unitCosts?.grant.perMonthMax) || null,
    needs: 'duration',
    check: grantMax,
  },
  {
    id: 'unit-school-max',
    severity: 'must',
    basis: (call, sector) => (isFor(call, sector, true) && call.unitCosts?.schoolExchange.perSchoolAndYearMax) || null,
    needs: 'duration',
    check: schoolMax,
  },
  {
    id: 'unit-events-max',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.events.projectMax ?? null,
    check: eventsMax,
  },
  {
    id: 'unit-events-outputs',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.events.projectMax ?? null,
    check: eventsNeedOutputs,
  },
  {
    id: 'unit-exceptional-max',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.exceptional.projectMax ?? null,
    check: exceptionalMax,
  },
  {
    id: 'unit-distance',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.meetings[0]?.rate ?? null,
    check: distance,
  },
  { id: 'unit-stay', severity: 'must', basis: ({ unitCosts }) => unitCosts?.trainings.daysMax ?? null, check: stay },
  {
    id: 'unit-linguistic',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.trainings.linguisticSupport ?? null,
    check: linguistic,
  },
  {
    id: 'unit-rates',
    severity: 'must',
    basis: ({ unitCosts }) => unitCosts?.outputs.groups[0]?.countries ?? null,
    check: rates,
  },
  {
    id: 'unit-staff-reason',
    severity: 'should',
    basis: ({ unitCosts }) => (unitCosts ? DESIGN : null),
    check: staffReason,
  },
];
