// What a cell of the budget is called: "WP3 Pilots, P2 Scoala"; an activity's own amount by the activity alone.
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import { splitFieldKey } from '@adagia/shared/document';
import { headings } from '@adagia/shared/unit-costs/cost-lines';
import { costRows } from '@adagia/shared/unit-costs/quantities';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useFields } from '../../../session/use-fields.ts';
import { workplanOf } from '../../../session/workplan-of.ts';
import { useRowName } from '../use-row-name.ts';

type Kind = Parameters<ReturnType<typeof useRowName>>[0]['kind'];
const isHeading = (id: string): boolean => [...headings, ...costRows].some((one) => one === id);

/** @returns names a cell by `<row>/<column>`; null where its row or its organisation is gone */
export function useCellName(): (cell: string) => string | null {
  const { t } = useTranslation('cells');
  const { proposal, session, call } = useProposal();
  const plan = useFields(session, 'plan');
  const rowName = useRowName();
  const workplan = workplanOf(plan);
  const { organisations } = proposal;
  return useCallback(
    (cell) => {
      const [rowId, columnId] = splitFieldKey(cell);
      const activity = workplan.activities.find(({ id }) => id === rowId);
      const planned = workplan.workPackages.find(({ id }) => id === rowId) ?? activity;
      const heading = isHeading(rowId) && { id: rowId, number: '', title: '' };
      const found = planned ?? heading;
      if (!found) return null;
      const kind: Kind = activity ? 'activity' : heading ? 'heading' : 'wp';
      const row = rowName({ ...found, kind });
      if (columnId === TOTAL_COLUMN && activity && call.budgetUnit === 'work_package') return row;
      const index = organisations.findIndex(({ id }) => id === columnId);
      const fixed = (['total', 'share', 'rest'] as const).find((one) => one === columnId);
      const column = fixed ? t(`column.${fixed}`) : index >= 0 && `P${index + 1} ${organisations[index]?.legalName}`;
      return column ? t('cell', { row, column }) : null;
    },
    [t, rowName, workplan, organisations, call.budgetUnit],
  );
}
