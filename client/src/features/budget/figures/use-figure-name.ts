// What a figure of the budget is called, by its key: a cell, or a quantity of one: "O1 Handbook, P2 Scoala: days of managers".
import { splitFieldKey } from '@adagia/shared/document';
import { COST, splitQuantity } from '@adagia/shared/unit-costs/quantities';
import { useTranslation } from 'react-i18next';
import { useCellName } from './use-cell-name.ts';

/** @returns '' where its row or its organisation is gone */
export function useFigureName(): (figure: string) => string {
  const { t } = useTranslation('budget');
  const nameOf = useCellName();
  return (figure) => {
    const [row, field] = splitFieldKey(figure);
    const quantity = splitQuantity(field);
    const cell = nameOf(`${row}/${quantity?.organisationId ?? field}`) ?? '';
    return quantity && quantity.name !== COST && cell ? `${cell}: ${t(`costs.quantity.${quantity.name}`)}` : cell;
  };
}
