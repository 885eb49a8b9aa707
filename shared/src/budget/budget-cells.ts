// The cells of the root-level Y.Map `budget`: `<row id>/<column id>` → whole cents, 0 to AMOUNT_MAX_CENTS.
//
// Row: a work package or an activity. Column: an organisation id, or AMOUNT_COLUMN.
// - Where work packages carry the amounts (KA220): a work package's row has one cell per organisation, its amount is
//   their sum; the row of an activity has one cell, AMOUNT_COLUMN. Activities must add up to their work package.
// - Where activities carry them (KA210): an activity's row has one cell per organisation, its amount is their sum.
// - Where the grant is the sum of unit costs (2014 to 2020): no amounts at all, only the quantities from which they are computed
//   (unit-costs/quantities.ts).
// Where partners propose and coordinators decide, a cell has further keys (negotiation.ts).
// An empty cell has no key. Nothing computed is ever stored.
import { z } from 'zod';

export const AMOUNT_COLUMN = 'amount';
/** 10^9 euro: above any programme, and sums stay exact integers. */
export const AMOUNT_MAX_CENTS = 100_000_000_000;

export function budgetCell(rowId: string, columnId: string): string {
  return `${rowId}/${columnId}`;
}

/** Any key of the map, also of a quantity: what a figure's history and comments are kept under. */
export const figureKeySchema = z.string().regex(/^[0-9a-z-]{1,36}\/[0-9a-z:-]{1,80}$/, 'not a figure');

/** A work package or an activity. */
export const rowIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not a row');
