// Cells of the budget's grid, as a person points at them.
import type { Locator, Page } from '@playwright/test';

/** @param row begins with its number: 'WP1', 'A2.1', 'Total'. @param column 0 is the first organisation */
export function cellOf(page: Page, row: string, column: number): Locator {
  return page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${row}( |$)`) }) })
    .getByRole('gridcell')
    .nth(column);
}
