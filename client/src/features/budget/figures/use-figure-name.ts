// What one figure of the budget is called: "WP3 Pilots, P2 Scoala"; an activity's own amount by the activity alone.
import type { BudgetRow } from '@adagia/shared/budget/budget';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../plan/use-project.ts';
import type { GridColumn } from '../grid-model.ts';
import { useRowName } from '../use-row-name.ts';

export function useFigureName({ organisations }: Project): (row: BudgetRow, column: GridColumn) => string {
  const { t } = useTranslation('budget');
  const rowName = useRowName();
  return (row, { id, kind }) => {
    const organisation = kind === 'organisation' && organisations.find((one) => one.id === id);
    if (!organisation) return rowName(row);
    return t('grid.cell', { row: rowName(row), column: `${organisation.number} ${organisation.legalName}` });
  };
}
