// Which broken rules are waived: those of the plan, place by place, by what the map `plan` says. Rules of the money and of who
// may take part cannot be waived: nobody can talk a sum right.
import type { Violation } from '../budget/rule.ts';
import type { RuleId } from '../budget/rule-words.ts';
import type { Fields } from '../document.ts';
import { planRuleWords } from './plan-rule-words.ts';
import { type Waiver, WHOLE_PLAN, waiverOf } from './waivers.ts';

export interface WaivedViolation {
  violation: Violation;
  waiver: Waiver;
}

const WAIVABLE = new Set<string>([
  ...Object.keys(planRuleWords),
  'period-set',
  'months-in-project',
  'activity-in-work-package',
  'work-packages-recommended',
  'work-package-lead',
  'activity-venue',
  'activity-lead',
  'activity-participants',
  'partner-with-money',
  'partner-with-tasks',
]);

export const isWaivable = (ruleId: RuleId): boolean => WAIVABLE.has(ruleId);

/** What a waiver of this violation is kept under: an object, an organisation, or the plan as a whole. */
export function subjectOf({ place, subjectId }: Violation): string {
  if (subjectId) return subjectId;
  if (place.page === 'plan') return place.objectId ?? WHOLE_PLAN;
  if (place.page === 'budget') return place.columnId ?? place.rowId ?? WHOLE_PLAN;
  return (place.page === 'partners' && place.organisationId) || WHOLE_PLAN;
}

/** @param plan null where nothing can be waived */
export function withoutWaived(
  found: readonly Violation[],
  plan: Fields | null,
): { violations: Violation[]; waived: WaivedViolation[] } {
  const violations: Violation[] = [];
  const waived: WaivedViolation[] = [];
  for (const violation of found) {
    const waiver = plan && waiverOf(plan, subjectOf(violation), violation.rule);
    if (waiver) waived.push({ violation, waiver });
    else violations.push(violation);
  }
  return { violations, waived };
}
