// Which cells the budget has, in its order: what comments can be about there. A cell that is not among them is gone with its row or
// its organisation.
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { headings } from '@adagia/shared/unit-costs/cost-lines';
import { costRows } from '@adagia/shared/unit-costs/quantities';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';

export function useCells(): readonly string[] {
  const { proposal, session } = useProposal();
  const plan = useFields(session, 'plan');
  const { organisations } = proposal;
  return useMemo(() => {
    const { workPackages, activities } = readWorkplan(plan);
    const planned = workPackages.flatMap((one) => [one.id, ...one.activities.map(({ id }) => id)]);
    // Activities without a work package, or where there are none at all.
    const rows = new Set([...planned, ...activities.map(({ id }) => id), ...headings, ...costRows]);
    const columns = [...organisations.map(({ id }) => id), TOTAL_COLUMN];
    return [...rows].flatMap((row) => columns.map((column) => `${row}/${column}`));
  }, [plan, organisations]);
}
