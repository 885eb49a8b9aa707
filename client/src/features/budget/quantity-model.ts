// The quantities of unit costs as a rectangle of cells, one row for each quantity of an activity and each real cost: what goes into a
// workbook and comes back from one. Pure.
import { agreedIn, negotiationIn } from '@adagia/shared/budget/negotiation';
import type { Fields } from '@adagia/shared/document';
import type { Workplan } from '@adagia/shared/plan/workplan';
import { activityPartSchema } from '@adagia/shared/programme/schema';
import {
  COST,
  costRows,
  isCount,
  type QuantityName,
  quantitiesOf,
  quantityKey,
} from '@adagia/shared/unit-costs/quantities';
import type { GridCell, GridModel, GridRow } from './grid-model.ts';

export interface QuantityModelInput {
  cells: Fields;
  workplan: Workplan;
  organisationIds: readonly string[];
  /** What a quantity of an activity, or a real cost, is called: "O1 Handbook: days of managers". */
  labelOf(name: QuantityName, row: string): string;
  /** May I change the quantity with this key? */
  isMine(key: string): boolean;
}

/** Of one quantity: as long as the product remembers, so that a file finds its row again. */
const rowIdOf = (row: string, name: QuantityName): string => `${row}:${name}`;

export function quantityCell(cells: Fields, key: string, isMine: boolean): GridCell {
  const open = negotiationIn(cells, key);
  const cell = {
    figure: key,
    value: agreedIn(cells, key) || null,
    isVoid: false,
    ...(isCount(key) && { isCount: true }),
    ...(open && { open }),
  };
  return isMine ? { ...cell, key } : { ...cell, key: null, isForeign: true };
}

export function quantityModel(input: QuantityModelInput): GridModel {
  const { cells, workplan, organisationIds, labelOf, isMine } = input;
  const rowOf = (row: string, name: QuantityName): GridRow => ({
    row: {
      id: rowIdOf(row, name),
      kind: 'heading',
      number: '',
      title: labelOf(name, row),
      byOrganisation: null,
      total: null,
      activitiesTotal: null,
      activities: [],
    },
    level: 1,
    cells: organisationIds.map((id) => {
      const key = quantityKey(row, id, name);
      return quantityCell(cells, key, isMine(key));
    }),
  });
  const ofActivities = activityPartSchema.options.flatMap((part) =>
    workplan.activities
      .filter((one) => one.part === part)
      .flatMap((one) => quantitiesOf[part].map((name) => rowOf(one.id, name))),
  );
  return {
    columns: organisationIds.map((id) => ({ id, kind: 'organisation' })),
    rows: [...ofActivities, ...costRows.map((row) => rowOf(row, COST))],
  };
}
