// From quantities to the lines of a budget of unit costs: each line is a quantity times a rate, of one organisation, in whole cents.
// Pure; rates and bands come from the call. Ceilings of the project are not applied here but told by rules, so that no amount
// shrinks without anybody seeing why; only project management is cut where the programme itself cuts it.
import type { ActivityPart } from '../programme/schema.ts';
import type { DistanceBand, StaffCategoryId, UnitCosts } from '../programme/unit-costs-schema.ts';
import { COST, type CostRow, costRows, type QuantityName, quantitiesOf } from './quantities.ts';

export const headings = [
  'management',
  'meetings',
  'outputs',
  'events',
  'trainings',
  'exceptional',
  'special_needs',
] as const;
export type HeadingId = (typeof headings)[number];

export interface CostLine {
  heading: HeadingId;
  /** The activity, or the row of real costs; the heading itself in project management. */
  rowId: string;
  organisationId: string;
  /** What is counted: a quantity, or 'months', 'travel', 'support', 'support-15'. */
  item: QuantityName | 'months' | 'travel' | 'support-staff' | 'support-learner';
  quantity: number;
  /** For one of them; null where days are paid at two rates. */
  rateCents: number | null;
  cents: number;
}

export interface CostInput {
  costs: UnitCosts;
  /** Months; null while not set: project management costs nothing yet. */
  duration: number | null;
  /** In their order, without associated partners. */
  organisations: readonly { id: string; role: string; country: string }[];
  activities: readonly { id: string; part: ActivityPart }[];
  /** 0 where nothing was entered. */
  quantity(row: string, organisationId: string, name: QuantityName): number;
}

/** null below the first band. */
export function bandOf(bands: readonly DistanceBand[], km: number): DistanceBand | null {
  return bands.find(({ fromKm, toKm }) => km >= fromKm && (toKm === null || km <= toKm)) ?? null;
}

/** A part of real costs, down to the cent. Rates are of four decimals at most, so that the product is of whole numbers. */
export function partOf(cents: number, rate: number): number {
  return Math.floor((cents * Math.round(rate * 10_000)) / 10_000);
}

/** The rates of a country; null where no group has it. */
export function staffRates({ outputs }: UnitCosts, country: string): Record<StaffCategoryId, number> | null {
  const group = outputs.groups.find(({ countries }) => countries.value.includes(country));
  if (!group) return null;
  const { manager, teacher, technician, administrative } = group.perDay;
  return {
    manager: manager.value,
    teacher: teacher.value,
    technician: technician.value,
    administrative: administrative.value,
  };
}

/** Cents for the whole stay of one person. */
export function supportFor(days: number, rates: UnitCosts['trainings']['staff']): number {
  const first = Math.min(days, 14);
  return first * rates.untilDay14.value + (days - first) * rates.fromDay15.value;
}

function managementLines({ costs: { management }, duration, organisations }: CostInput): CostLine[] {
  if (!duration) return [];
  const counted = [...organisations]
    .sort((a, b) => Number(b.role === 'applicant') - Number(a.role === 'applicant'))
    .slice(0, management.organisationsCountedMax.value);
  let left = management.perMonthMax.value;
  return counted.map(({ id, role }) => {
    const full = (role === 'applicant' ? management.coordinatorPerMonth : management.partnerPerMonth).value;
    const rateCents = Math.min(full, left);
    left -= rateCents;
    const line = { heading: 'management', rowId: 'management', organisationId: id, item: 'months' } as const;
    return { ...line, quantity: duration, rateCents, cents: duration * rateCents };
  });
}

type Place = Pick<CostLine, 'heading' | 'rowId' | 'organisationId'>;

const line = (place: Place, item: CostLine['item'], quantity: number, rateCents: number): CostLine => ({
  ...place,
  item,
  quantity,
  rateCents,
  cents: quantity * rateCents,
});

function meetingLines(input: CostInput, place: Place): CostLine[] {
  const of = (name: QuantityName) => input.quantity(place.rowId, place.organisationId, name);
  const band = bandOf(input.costs.meetings, of('km'));
  return [line(place, 'participants', of('participants'), band?.rate.value ?? 0)];
}

function outputLines(input: CostInput, place: Place): CostLine[] {
  const country = input.organisations.find(({ id }) => id === place.organisationId)?.country ?? '';
  const rates = staffRates(input.costs, country);
  return quantitiesOf.output.map((name) => {
    const category = name.slice('days-'.length) as StaffCategoryId;
    return line(place, name, input.quantity(place.rowId, place.organisationId, name), rates?.[category] ?? 0);
  });
}

function eventLines({ costs: { events }, quantity }: CostInput, place: Place): CostLine[] {
  const of = (name: QuantityName) => quantity(place.rowId, place.organisationId, name);
  return [
    line(place, 'local', of('local'), events.localParticipant.value),
    line(place, 'foreign', of('foreign'), events.foreignParticipant.value),
  ];
}

/** Accompanying persons travel as the others do, and are supported as staff. */
function trainingLines({ costs: { trainings }, quantity }: CostInput, place: Place): CostLine[] {
  const of = (name: QuantityName) => quantity(place.rowId, place.organisationId, name);
  const staff = of('staff') + of('accompanying');
  const travel = bandOf(trainings.travel, of('km'))?.rate.value ?? 0;
  const stay = (
    item: 'support-staff' | 'support-learner',
    people: number,
    rates: typeof trainings.staff,
  ): CostLine => ({
    ...place,
    item,
    quantity: people * of('days'),
    rateCents: of('days') <= 14 ? rates.untilDay14.value : null,
    cents: people * supportFor(of('days'), rates),
  });
  return [
    line(place, 'travel', staff + of('learners'), travel),
    stay('support-staff', staff, trainings.staff),
    stay('support-learner', of('learners'), trainings.learner),
    line(place, 'linguistic', of('linguistic'), trainings.linguisticSupport.value),
  ];
}

const byPart = {
  meeting: { heading: 'meetings', lines: meetingLines },
  output: { heading: 'outputs', lines: outputLines },
  event: { heading: 'events', lines: eventLines },
  activity: { heading: 'trainings', lines: trainingLines },
} as const satisfies Record<ActivityPart, { heading: HeadingId; lines: typeof meetingLines }>;

function rateOf({ exceptional, specialNeedsRate }: UnitCosts, row: CostRow): number {
  if (row === 'special-needs') return specialNeedsRate.value;
  return row === 'expensive-travel' ? exceptional.expensiveTravelRate.value : exceptional.rate.value;
}

function realCostLines({ costs, organisations, quantity }: CostInput): CostLine[] {
  return costRows.flatMap((rowId) =>
    organisations.map(({ id }): CostLine => {
      const real = quantity(rowId, id, COST);
      const heading = rowId === 'special-needs' ? 'special_needs' : 'exceptional';
      const cents = partOf(real, rateOf(costs, rowId));
      return { heading, rowId, organisationId: id, item: COST, quantity: real, rateCents: null, cents };
    }),
  );
}

export const headingOf = (part: ActivityPart): HeadingId => byPart[part].heading;

/** Only lines that say something: a quantity, even one that is worth nothing. */
export function costLines(input: CostInput): CostLine[] {
  const ofActivities = input.activities.flatMap(({ id, part }) =>
    input.organisations.flatMap((organisation) =>
      byPart[part].lines(input, { heading: byPart[part].heading, rowId: id, organisationId: organisation.id }),
    ),
  );
  return [...managementLines(input), ...ofActivities, ...realCostLines(input)].filter(({ quantity }) => quantity > 0);
}
