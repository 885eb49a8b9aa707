// What comments can be about outside of the text, in the order of its pages: objects of the plan, cells of the budget, organisations.
// What is not among them is gone: removed from the plan, or with its row or its organisation.
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import { planItems } from '@adagia/shared/plan/workplan';
import { headings } from '@adagia/shared/unit-costs/cost-lines';
import { costRows } from '@adagia/shared/unit-costs/quantities';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import { workplanOf } from '../../session/workplan-of.ts';

export function useObjects(): readonly string[] {
  const { proposal, session } = useProposal();
  const plan = useFields(session, 'plan');
  const { organisations } = proposal;
  return useMemo(() => {
    const workplan = workplanOf(plan);
    const { workPackages, activities } = workplan;
    const planned = workPackages.flatMap((one) => [one.id, ...one.activities.map(({ id }) => id)]);
    // Activities without a work package, or where there are none at all.
    const rows = new Set([...planned, ...activities.map(({ id }) => id), ...headings, ...costRows]);
    const ids = organisations.map(({ id }) => id);
    const cells = [...rows].flatMap((row) => [...ids, TOTAL_COLUMN].map((column) => `${row}/${column}`));
    return [...planItems(workplan).map(({ id }) => id), ...cells, ...ids];
  }, [plan, organisations]);
}
