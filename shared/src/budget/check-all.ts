// All rules over one proposal: those of plan and budget, and those of the partnership, each a report of its own. Rules that do
// not hold in its call are left out.
import { consortiumRules as ownConsortiumRules } from '../consortium/consortium-rules.ts';
import { planRules } from '../plan/plan-rules.ts';
import { projectRules } from '../plan/project-rules.ts';
import { scheduleRules } from '../plan/schedule-rules.ts';
import { isWaivable, type WaivedViolation, withoutWaived } from '../plan/waived-violations.ts';
import type { Confidence, Sourced } from '../programme/schema.ts';
import { unitCostRules } from '../unit-costs/unit-cost-rules.ts';
import { budgetRules } from './budget-rules.ts';
import { type MissingFact, type Rule, type RuleContext, type RuleInput, ruleContext, type Violation } from './rule.ts';

/** Budget first: that is what is looked at most. */
export const planAndBudgetRules: readonly Rule[] = [
  ...budgetRules,
  ...unitCostRules,
  ...planRules,
  ...scheduleRules,
  ...projectRules,
];

/** Of the project as a whole, and asked of the partnership as well. */
const SHARED: readonly string[] = ['organisations-min', 'countries-min', 'duration-range'];

/** Who may take part. */
export const consortiumRules: readonly Rule[] = [
  ...projectRules
    .filter(({ id }) => SHARED.includes(id))
    .toSorted((a, b) => SHARED.indexOf(a.id) - SHARED.indexOf(b.id)),
  ...ownConsortiumRules,
];

/** Each once. */
export const rules: readonly Rule[] = [...planAndBudgetRules, ...ownConsortiumRules];

export interface RuleOutcome {
  rule: Rule;
  /** unknown: a fact is missing, so nothing can be said. */
  state: 'ok' | 'violated' | 'unknown';
  missing: MissingFact | null;
  violations: Violation[];
  /** Broken, and waived with a reason: they count no more, but nothing with a waived rule that must hold is green. */
  waived: WaivedViolation[];
  /** Of the figure that was used. Unconfirmed ones are said in the interface. */
  confidence: Confidence;
  sources: readonly string[];
  /** Of a figure that this installation has put right. */
  correction: Sourced<unknown>['correction'] | null;
}

export interface CheckReport {
  outcomes: RuleOutcome[];
  /** Every rule that must hold does, and nothing that must be known is missing. */
  isGreen: boolean;
}

const factOf: Record<MissingFact, (context: RuleContext) => unknown> = {
  lump_sum: ({ project }) => project.lumpSumCents,
  duration: ({ project }) => project.duration,
  start_date: ({ project }) => project.startDate,
  established: ({ organisations }) => organisations.find(({ role }) => role === 'applicant')?.established || null,
};

function outcomeOf(rule: Rule, context: RuleContext): RuleOutcome[] {
  const basis = rule.basis(context.call, context.sector);
  if (!basis) return [];
  const missing = rule.needs && factOf[rule.needs](context) === null ? rule.needs : null;
  const found = missing ? [] : rule.check(context).map((one) => ({ ...one, rule: rule.id }));
  const { violations, waived } = withoutWaived(found, isWaivable(rule.id) ? context.planFields : null);
  const state = missing ? 'unknown' : violations.length > 0 ? 'violated' : 'ok';
  return [
    {
      rule,
      state,
      missing,
      violations,
      waived,
      confidence: basis.confidence,
      sources: basis.sources,
      correction: basis.correction ?? null,
    },
  ];
}

export function checkRules(context: RuleContext, checked = planAndBudgetRules): CheckReport {
  const outcomes = checked.flatMap((rule) => outcomeOf(rule, context));
  const isGreen = outcomes.every(
    ({ rule, state, waived }) => rule.severity === 'should' || (state === 'ok' && waived.length === 0),
  );
  return { outcomes, isGreen };
}

export function checkAll(input: RuleInput): CheckReport {
  return checkRules(ruleContext(input));
}

export function checkConsortium(input: RuleInput): CheckReport {
  return checkRules(ruleContext(input), consortiumRules);
}
