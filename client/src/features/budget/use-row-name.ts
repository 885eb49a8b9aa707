// What a row of the budget is called: work packages and activities by number and title, headings of unit costs by their words.
import type { BudgetRow } from '@adagia/shared/budget/budget';
import type { HeadingId } from '@adagia/shared/unit-costs/cost-lines';
import type { CostRow } from '@adagia/shared/unit-costs/quantities';
import { useTranslation } from 'react-i18next';

export function useRowName(): (row: Pick<BudgetRow, 'kind' | 'id' | 'number' | 'title'>) => string {
  const { t } = useTranslation('cells');
  return ({ kind, id, number, title }) => {
    if (kind === 'heading') return t(`row.${id as HeadingId | CostRow}`);
    return title ? t('named', { number, title }) : t('untitled', { number });
  };
}
