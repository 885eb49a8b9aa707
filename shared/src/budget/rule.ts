// What a rule of plan and budget is, and what it looks at. A rule is data: an id, how much it matters, where it comes from in
// a call, and a pure check. Words are in rule-words.ts and in the message catalogue.
import type { Fields } from '../document.ts';
import { type ProjectFacts, readProjectFacts } from '../plan/project-facts.ts';
import { readWorkplan, type Workplan } from '../plan/workplan.ts';
import type { Call, Sourced } from '../programme/schema.ts';
import { type CostLine, costLines } from '../unit-costs/cost-lines.ts';
import { costRows, quantityIn } from '../unit-costs/quantities.ts';
import { type Budget, readBudget } from './budget.ts';
import type { RuleId } from './rule-words.ts';

/** What rules ask of an organisation: see the route contract (api/people.ts) for each. */
export interface RuleOrganisation {
  id: string;
  role: 'applicant' | 'partner' | 'associated';
  legalName: string;
  legalNameLatin: string;
  country: string;
  oid: string;
  type: string;
  newcomer: boolean;
  established: string;
  charter: string;
  applications: number | null;
}

export interface RuleInput {
  call: Call;
  /** Sector of the call. */
  sector: string;
  organisations: readonly RuleOrganisation[];
  /** The three maps of the document. */
  facts: Fields;
  plan: Fields;
  budget: Fields;
  /** Activities with a text of expected results; absent where nobody looked. */
  written?: ReadonlySet<string>;
}

export interface RuleContext {
  call: Call;
  sector: string;
  organisations: RuleInput['organisations'];
  project: ProjectFacts;
  planFields: Fields;
  budgetFields: Fields;
  workplan: Workplan;
  /** Of unit costs. */
  lines: readonly CostLine[];
  budget: Budget;
  written: ReadonlySet<string> | null;
}

/** Those who get money and count for the minimum: all but associated partners. */
export function fullPartners<T extends Pick<RuleOrganisation, 'role'>>(organisations: readonly T[]): T[] {
  return organisations.filter(({ role }) => role !== 'associated');
}

/** None where amounts are typed. */
function linesOf({ call, organisations, budget }: RuleInput, workplan: Workplan, project: ProjectFacts): CostLine[] {
  if (!call.unitCosts) return [];
  return costLines({
    costs: call.unitCosts,
    duration: project.duration,
    organisations: fullPartners(organisations),
    activities: workplan.activities,
    quantity: (row, organisationId, name) => quantityIn(budget, row, organisationId, name),
  });
}

/** @param workplan of its plan, where it is known already */
export function ruleContext(input: RuleInput, workplan = readWorkplan(input.plan)): RuleContext {
  const { call, sector, organisations, facts, plan, budget: cells, written = null } = input;
  const organisationIds = fullPartners(organisations).map((one) => one.id);
  const project = readProjectFacts(facts);
  const lines = linesOf(input, workplan, project);
  const budget = readBudget({ cells, workplan, organisationIds, unit: call.budgetUnit, lines });
  const fields = { planFields: plan, budgetFields: cells };
  return { call, sector, organisations, project, ...fields, workplan, lines, budget, written };
}

/** Whose figures can be proposed and decided: rows with amounts, or with the quantities from which they are computed. */
export function negotiableRows({
  call,
  budget,
  workplan,
}: Pick<RuleContext, 'call' | 'budget' | 'workplan'>): string[] {
  if (call.unitCosts) return [...workplan.activities.map(({ id }) => id), ...costRows];
  return budget.rows.flatMap((row) => [row, ...row.activities]).map(({ id }) => id);
}

/** Column of a row's total in a place; not a cell of the document. */
export const TOTAL_COLUMN = 'total';

export type PlanPlaceField =
  | 'title'
  | 'from'
  | 'to'
  | 'month'
  | 'venue'
  | 'lead'
  | 'participants'
  | 'results'
  | 'after'
  | 'amount';

/** Where a violation is mended. */
export type RulePlace =
  | { page: 'plan'; objectId?: string; field?: PlanPlaceField }
  | { page: 'budget'; rowId?: string; columnId?: string }
  | { page: 'facts'; questionId: string }
  /** The card of an organisation, or all of them. */
  | { page: 'partners'; organisationId?: string; field?: string };

/** Which sentence says it: most rules have one, sums have one for each direction. */
export type MessageId =
  | Exclude<
      RuleId,
      'work-packages-add-up' | 'activities-add-up' | 'activities-fill-lump-sum' | 'management-work-package'
    >
  | `${'work-packages-add-up' | 'activities-add-up' | 'activities-fill-lump-sum'}-${'over' | 'under'}`
  | 'pic-present'
  | `management-work-package-${'missing' | 'several' | 'activities'}`;

export interface Violation {
  rule: RuleId;
  message: MessageId;
  place: RulePlace;
  /** Whose waiver holds here, where the place does not name it: an organisation. */
  subjectId?: string;
  /** For the sentence. Names ending in Cents are cents, in Share a part of 1; Day is 'YYYY-MM-DD'. */
  data: Readonly<Record<string, string | number>>;
}

/** A fact without which nothing can be said. */
export type MissingFact = 'lump_sum' | 'duration' | 'start_date' | 'established';

export interface Rule {
  id: RuleId;
  /** must: the portal refuses, or the rules of the call do. should: evaluators mind. */
  severity: 'must' | 'should';
  /** Where this call says so; null where the rule does not hold in it, or not in this sector. */
  basis(call: Call, sector?: string): Sourced<unknown> | null;
  /** The fact that must be known first. */
  needs?: MissingFact;
  check(context: RuleContext): Omit<Violation, 'rule'>[];
}

/** What the form itself asks for; the copies of the form agree. */
export const FORM: Sourced<true> = {
  value: true,
  confidence: 'sourced-secondary',
  sources: ['the web form of the call asks for it'],
};

/** What evaluators are told to look at. */
export const CRITERIA: Sourced<true> = {
  value: true,
  confidence: 'sourced-secondary',
  sources: [
    'award criterion "quality of the partnership": task allocation shows commitment and active contribution of all',
  ],
};

/** What makes a work plan complete and feasible in the eyes of evaluators. */
export const DESIGN: Sourced<true> = {
  value: true,
  confidence: 'sourced-secondary',
  sources: [
    'award criterion "quality of the project design": a complete and feasible work plan with clear responsibilities',
  ],
};
