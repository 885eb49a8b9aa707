// An organisation's word on its whole column: to which figures it agreed, and what has changed since.
import { z } from 'zod';
import { headings } from '../unit-costs/cost-lines.ts';
import type { Budget } from './budget.ts';
import { AMOUNT_MAX_CENTS, rowIdSchema } from './budget-cells.ts';

/** Rows of a budget: fewer than its objects. */
const ROWS_MAX = 500;

/** Cents by row, which is a heading where the budget is computed from quantities; rows without an amount are left out. */
export const columnFiguresSchema = z
  .record(z.union([rowIdSchema, z.enum(headings)]), z.number().int().min(0).max(AMOUNT_MAX_CENTS))
  .refine((figures) => Object.keys(figures).length <= ROWS_MAX, 'too many rows');
export type ColumnFigures = z.infer<typeof columnFiguresSchema>;

export function columnFigures({ rows }: Pick<Budget, 'rows'>, organisationId: string): ColumnFigures {
  const figures: ColumnFigures = {};
  for (const { id, byOrganisation } of rows) {
    const cents = byOrganisation?.get(organisationId);
    // Nothing and 0 are the same to agree to.
    if (cents) figures[id] = cents;
  }
  return figures;
}

export interface ChangedFigure {
  rowId: string;
  agreed: number;
  now: number;
}

/** What is not as it was agreed to, also rows that are gone or new. */
export function changedFigures(agreed: ColumnFigures, now: ColumnFigures): ChangedFigure[] {
  return [...new Set([...Object.keys(agreed), ...Object.keys(now)])]
    .map((rowId) => ({ rowId, agreed: agreed[rowId] ?? 0, now: now[rowId] ?? 0 }))
    .filter((one) => one.agreed !== one.now);
}
