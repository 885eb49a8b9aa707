// The proposal as the workplan and the budget see it: read once from the three maps, checked by the rules, live.
import type { Proposal } from '@adagia/shared/api/people';
import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import { type CheckReport, checkRules } from '@adagia/shared/budget/check-all';
import { type AsIf, asIfSettled } from '@adagia/shared/budget/negotiation';
import { fullPartners, type RuleContext, ruleContext, type Violation } from '@adagia/shared/budget/rule';
import { BUDGET, type PLAN } from '@adagia/shared/document';
import {
  criticalPath,
  type Dependency,
  type PlanSpan,
  planSpans,
  readDependencies,
} from '@adagia/shared/plan/dependencies';
import { planItems } from '@adagia/shared/plan/workplan';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { useFields } from '../../session/use-fields.ts';
import { workplanOf } from '../../session/workplan-of.ts';
import { useWrittenResults } from './use-written-results.ts';

export interface Project extends Omit<RuleContext, 'organisations'> {
  organisations: readonly ProjectOrganisation[];
  /** The columns of the budget: all but associated partners. */
  paidOrganisations: readonly ProjectOrganisation[];
  report: CheckReport;
  /** Of a work package or an activity, by its id. */
  violationsOf: ReadonlyMap<string, Violation[]>;
  /** Everything that has months, by its id. */
  spans: ReadonlyMap<string, PlanSpan>;
  dependencies: readonly Dependency[];
  /** What cannot end later without the last end of all that depend on each other moving. */
  critical: ReadonlySet<string>;
  /** Of each row of the budget, in cents. */
  rowTotals: ReadonlyMap<string, number | null>;
  /** Last month that the picture shows: the project's, or further where something lies beyond it. */
  axisMonths: number;
  canWrite: boolean;
}

export type ProjectOrganisation = Proposal['organisations'][number] & {
  /** P1 is the applicant. */
  number: string;
};

function byObject(report: CheckReport): Map<string, Violation[]> {
  const found = new Map<string, Violation[]>();
  for (const violation of report.outcomes.flatMap((outcome) => outcome.violations)) {
    const { place } = violation;
    const id = place.page === 'plan' ? place.objectId : place.page === 'budget' ? place.rowId : undefined;
    if (id) found.set(id, [...(found.get(id) ?? []), violation]);
  }
  return found;
}

/** @param asIf what is open in a negotiated budget counts as settled; null: as it is agreed */
export function useProject(area: typeof PLAN | typeof BUDGET, asIf: AsIf | null = null): Project {
  const { proposal, session, call } = useProposal();
  const { sector } = proposal;
  const facts = useFields(session, 'facts');
  const plan = useFields(session, 'plan');
  const fields = useFields(session, 'budget');
  const budget = useMemo(() => (asIf ? asIfSettled(fields, asIf) : fields), [fields, asIf]);
  const written = useWrittenResults(session);
  // In the budget of an amount that is nobody's: whose column is whose is asked for each cell.
  const canWrite = useCanWriteAt(area, area === BUDGET ? `/${AMOUNT_COLUMN}` : null);
  const organisations = useMemo(
    () => proposal.organisations.map((one, index) => ({ ...one, number: `P${index + 1}` })),
    [proposal.organisations],
  );
  const project = useMemo(() => {
    const context = ruleContext({ call, sector, organisations, facts, plan, budget, written }, workplanOf(plan));
    const report = checkRules(context);
    const spans = planSpans(context.workplan);
    const dependencies = readDependencies(spans);
    const latest = planItems(context.workplan).map((one) =>
      'month' in one ? (one.month ?? 1) : Math.max(one.from ?? 1, one.to ?? 1),
    );
    const axisMonths = Math.max(context.project.duration ?? call.durationMonths.max.value, ...latest);
    return {
      ...context,
      organisations,
      paidOrganisations: fullPartners(organisations),
      report,
      violationsOf: byObject(report),
      spans,
      dependencies,
      critical: criticalPath(spans, dependencies),
      rowTotals: new Map(
        context.budget.rows.flatMap((row) => [row, ...row.activities]).map(({ id, total }) => [id, total]),
      ),
      axisMonths,
    };
  }, [call, sector, organisations, facts, plan, budget, written]);
  return useMemo(() => ({ ...project, canWrite }), [project, canWrite]);
}
