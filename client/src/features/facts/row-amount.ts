// What a work package or an activity costs, in cents, from the cells of the budget.
import { AMOUNT_COLUMN, budgetCell } from '@adagia/shared/budget/budget-cells';
import { type Fields, splitFieldKey } from '@adagia/shared/document';

/** @returns null when nothing is entered. */
export function rowAmountCents(budget: Fields, rowId: string): number | null {
  const whole = budget.get(budgetCell(rowId, AMOUNT_COLUMN));
  if (typeof whole === 'number') return whole;
  let sum: number | null = null;
  for (const [key, cents] of budget) {
    const [row, column] = splitFieldKey(key);
    if (row === rowId && column !== AMOUNT_COLUMN && typeof cents === 'number') sum = (sum ?? 0) + cents;
  }
  return sum;
}
