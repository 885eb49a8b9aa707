// The smallest change that mends a broken rule of the budget: how many cents, in which row. Candidates are made from the figures
// and tried on a copy of the cells: what mends the rule and breaks the fewest others wins. Whole cents; no words, no rounding.
import type { FieldValue } from '../document.ts';
import { readBudget } from './budget.ts';
import { budgetRules } from './budget-rules.ts';
import { candidatesFor, type Fix } from './fix-candidates.ts';
import { fullPartners, type RuleContext, type Violation } from './rule.ts';

/** The same project with other cells in its budget. */
export function withCells(context: RuleContext, changes: Fix['changes']): RuleContext {
  const cells = new Map<string, FieldValue>(context.budgetFields);
  for (const [key, cents] of Object.entries(changes)) {
    if (cents === null) cells.delete(key);
    else cells.set(key, cents);
  }
  const { call, workplan, organisations, lines } = context;
  const organisationIds = fullPartners(organisations).map(({ id }) => id);
  const budget = readBudget({ cells, workplan, organisationIds, unit: call.budgetUnit, lines });
  return { ...context, budgetFields: cells, budget };
}

/** A chosen lump sum is a fact, not a cell. */
function withFix(context: RuleContext, { changes, lumpSumCents }: Fix): RuleContext {
  const changed = withCells(context, changes);
  return lumpSumCents === undefined ? changed : { ...changed, project: { ...changed.project, lumpSumCents } };
}

const holds = ({ call, sector, project }: RuleContext, { basis, needs }: (typeof budgetRules)[number]): boolean =>
  basis(call, sector) !== null && (needs !== 'lump_sum' || project.lumpSumCents !== null);

type Found = Pick<Violation, 'rule' | 'place'>;

function broken(context: RuleContext): Found[] {
  return budgetRules
    .filter((rule) => holds(context, rule))
    .flatMap((rule) => rule.check(context).map(({ place }) => ({ rule: rule.id, place })));
}

function isSame(one: Found, other: Found): boolean {
  return one.rule === other.rule && JSON.stringify(one.place) === JSON.stringify(other.place);
}

/** @returns null for a rule that no amount mends, or where nobody can tell which amount would */
export function smallestFix(context: RuleContext, violation: Violation): Fix | null {
  let best: { fix: Fix; left: number } | null = null;
  for (const fix of candidatesFor(context, violation)) {
    const left = broken(withFix(context, fix));
    if (left.some((one) => isSame(one, violation))) continue;
    // The first of equals: candidates come in the order in which they are to be preferred.
    if (!best || left.length < best.left) best = { fix, left: left.length };
  }
  return best?.fix ?? null;
}
