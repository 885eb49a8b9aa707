// What a rule of plan and budget is, and what it looks at. A rule is data: an id, how much it matters, where it comes from in
// a call, and a pure check. Words are in rule-words.ts and in the message catalogue.
import type { Fields } from '../document.ts';
import { type ProjectFacts, readProjectFacts } from '../plan/project-facts.ts';
import { readWorkplan, type Workplan } from '../plan/workplan.ts';
import type { Call, Sourced } from '../programme/schema.ts';
import { type Budget, readBudget } from './budget.ts';
import type { RuleId } from './rule-words.ts';

export interface RuleInput {
  call: Call;
  organisations: readonly { id: string; legalName: string; country: string }[];
  /** The three maps of the document. */
  facts: Fields;
  plan: Fields;
  budget: Fields;
}

export interface RuleContext {
  call: Call;
  organisations: RuleInput['organisations'];
  project: ProjectFacts;
  planFields: Fields;
  workplan: Workplan;
  budget: Budget;
}

export function ruleContext({ call, organisations, facts, plan, budget: cells }: RuleInput): RuleContext {
  const workplan = readWorkplan(plan);
  const organisationIds = organisations.map((one) => one.id);
  const budget = readBudget({ cells, workplan, organisationIds, unit: call.budgetUnit });
  return { call, organisations, project: readProjectFacts(facts), planFields: plan, workplan, budget };
}

/** Column of a row's total in a place; not a cell of the document. */
export const TOTAL_COLUMN = 'total';

/** Where a violation is mended. */
export type RulePlace =
  | { page: 'plan'; objectId?: string; field?: 'title' | 'from' | 'to' | 'venue' | 'lead' | 'participants' | 'amount' }
  | { page: 'budget'; rowId?: string; columnId?: string }
  | { page: 'facts'; questionId: string }
  | { page: 'people' };

/** Which sentence says it: most rules have one, sums have one for each direction. */
export type MessageId =
  | Exclude<
      RuleId,
      'work-packages-add-up' | 'activities-add-up' | 'activities-fill-lump-sum' | 'management-work-package'
    >
  | `${'work-packages-add-up' | 'activities-add-up' | 'activities-fill-lump-sum'}-${'over' | 'under'}`
  | `management-work-package-${'missing' | 'several' | 'activities'}`;

export interface Violation {
  rule: RuleId;
  message: MessageId;
  place: RulePlace;
  /** For the sentence. Names ending in Cents are cents, in Share a part of 1; Day is 'YYYY-MM-DD'. */
  data: Readonly<Record<string, string | number>>;
}

/** A fact without which nothing can be said. */
export type MissingFact = 'lump_sum' | 'duration' | 'start_date';

export interface Rule {
  id: RuleId;
  /** must: the portal refuses, or the rules of the call do. should: evaluators mind. */
  severity: 'must' | 'should';
  /** Where this call says so; null where the rule does not hold in it. */
  basis(call: Call): Sourced<unknown> | null;
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
