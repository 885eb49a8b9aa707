// What a live reference can stand for: an aspect of an object of the plan, of an organisation, or of the project as a whole. Each says
// its words of today, what it is called, and where it is changed. Pure; names of aspects are the catalogue's.

import type { Budget, BudgetRow } from '../budget/budget.ts';
import { fullPartners, type RuleContext, type RulePlace } from '../budget/rule.ts';
import { type Fields } from '../document.ts';
import { monthDate } from '../plan/project-facts.ts';
import { type PlanItem, planItems } from '../plan/workplan.ts';
import { PROJECT } from '../text/references.ts';
import { amountWords, dayWords, monthWords } from './reference-words.ts';

export const referenceAspects = [
  'number',
  'title',
  'from',
  'to',
  'month',
  'from_date',
  'to_date',
  'month_date',
  'amount',
  'partners',
  'name',
  'acronym',
  'duration',
  'start',
  'end',
  'lump_sum',
  'total',
  'organisations',
  'countries',
  'work_packages',
  'activities',
] as const;
export type ReferenceAspect = (typeof referenceAspects)[number];

export interface ReferenceTarget {
  /** '<aspect>:<id>', as the attribute has it. */
  target: string;
  aspect: ReferenceAspect;
  /** The words of today. */
  text: string;
  /** What it belongs to: 'WP2 Listening', 'P3 Universidad …', '' for the project. */
  subject: string;
  place: RulePlace;
}

export interface ReferenceContext extends Pick<RuleContext, 'workplan' | 'project'> {
  organisations: readonly {
    id: string;
    legalName: string;
    legalNameLatin: string;
    role: RuleContext['organisations'][number]['role'];
    country: string;
  }[];
  budget: Budget;
  facts: Fields;
  /** Of the form: 'EN', 'DE'. */
  language: string;
}

type Found = readonly [aspect: ReferenceAspect, text: string | null, place: RulePlace];

const month = (value: number | null): string | null => (value === null ? null : `M${value}`);

function dateOf(context: ReferenceContext, value: number | null): string | null {
  const { startDate } = context.project;
  return startDate && value !== null ? monthWords(monthDate(startDate, value), context.language) : null;
}

function monthsOf(item: PlanItem, context: ReferenceContext): Found[] {
  const { id: objectId } = item;
  const at = (field: 'from' | 'to' | 'month'): RulePlace => ({ page: 'plan', objectId, field });
  if ('month' in item) {
    return [
      ['month', month(item.month), at('month')],
      ['month_date', dateOf(context, item.month), at('month')],
    ];
  }
  return [
    ['from', month(item.from), at('from')],
    ['to', month(item.to), at('to')],
    ['from_date', dateOf(context, item.from), at('from')],
    ['to_date', dateOf(context, item.to), at('to')],
  ];
}

function itemTargets(item: PlanItem, context: ReferenceContext, rows: ReadonlyMap<string, BudgetRow>): Found[] {
  const { id, number, title } = item;
  const at = (field: 'title' | 'participants'): RulePlace => ({ page: 'plan', objectId: id, field });
  const total = rows.get(id)?.total ?? null;
  const own: Found[] = [
    ['number', number || null, at('title')],
    ['title', title || null, at('title')],
    ...monthsOf(item, context),
  ];
  if (total !== null) own.push(['amount', amountWords(total, context.language), { page: 'budget', rowId: id }]);
  if ('participants' in item) {
    const count = new Set([item.lead, ...item.participants].filter(Boolean)).size;
    own.push(['partners', count > 0 ? String(count) : null, at('participants')]);
  }
  return own;
}

function organisationTargets(
  one: ReferenceContext['organisations'][number],
  number: string,
  context: ReferenceContext,
): Found[] {
  const place: RulePlace = { page: 'partners', organisationId: one.id };
  const own: Found[] = [
    ['name', one.legalName || null, place],
    ['number', number, place],
  ];
  if (one.role === 'associated') return own;
  const cents = context.budget.organisationTotals.get(one.id) ?? 0;
  return [...own, ['amount', amountWords(cents, context.language), { page: 'budget', columnId: one.id }]];
}

function projectTargets(context: ReferenceContext): Found[] {
  const { facts, project, budget, workplan, language } = context;
  const fact = (questionId: string): RulePlace => ({ page: 'facts', questionId });
  const words = (questionId: string): string | null => {
    const value = facts.get(questionId);
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  const { startDate, duration, lumpSumCents } = project;
  const partners = fullPartners(context.organisations);
  // The last day of the last month is the day before the month behind it.
  const last = startDate && duration ? new Date(monthDate(startDate, duration + 1).getTime() - 86_400_000) : null;
  return [
    ['acronym', words('acronym'), fact('acronym')],
    ['title', words('title'), fact('title')],
    ['duration', duration === null ? null : String(duration), fact('duration')],
    ['start', startDate && dayWords(new Date(`${startDate}T12:00:00Z`), language), fact('start_date')],
    ['end', last && dayWords(last, language), fact('duration')],
    ['lump_sum', lumpSumCents === null ? null : amountWords(lumpSumCents, language), fact('lump_sum')],
    ['total', amountWords(budget.total, language), { page: 'budget' }],
    ['organisations', String(partners.length), { page: 'partners' }],
    ['countries', String(new Set(partners.map(({ country }) => country).filter(Boolean)).size), { page: 'partners' }],
    ['work_packages', String(workplan.workPackages.length), { page: 'plan' }],
    ['activities', String(workplan.activities.length), { page: 'plan' }],
  ];
}

function rowsOf({ rows }: Budget): Map<string, BudgetRow> {
  return new Map(rows.flatMap((row) => [row, ...row.activities]).map((row) => [row.id, row]));
}

/** Everything that has words today: objects in the order of the plan, then organisations, then the project. */
export function referenceTargets(context: ReferenceContext): ReferenceTarget[] {
  const rows = rowsOf(context.budget);
  const of = (id: string, subject: string, found: readonly Found[]): ReferenceTarget[] =>
    found.flatMap(([aspect, text, place]) =>
      text === null ? [] : [{ target: `${aspect}:${id}`, aspect, text, subject, place }],
    );
  return [
    ...planItems(context.workplan).flatMap((item) =>
      of(item.id, `${item.number} ${item.title}`.trim(), itemTargets(item, context, rows)),
    ),
    ...context.organisations.flatMap((one, index) =>
      of(one.id, `P${index + 1} ${one.legalName}`, organisationTargets(one, `P${index + 1}`, context)),
    ),
    ...of(PROJECT, '', projectTargets(context)),
  ];
}

export class ReferenceValues {
  readonly targets: readonly ReferenceTarget[];
  readonly #byTarget: ReadonlyMap<string, ReferenceTarget>;

  constructor(context: ReferenceContext) {
    this.targets = referenceTargets(context);
    this.#byTarget = new Map(this.targets.map((one) => [one.target, one]));
  }

  /** @returns null when there is no such thing any more, or it says nothing at present */
  find(target: string): ReferenceTarget | null {
    return this.#byTarget.get(target) ?? null;
  }

  /** For `withPlainReferences`. */
  readonly read = (target: string): string | null => this.find(target)?.text ?? null;
}
