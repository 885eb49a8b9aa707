import { nextdoor, streetnotes } from '@adagia/shared/budget/examples.fixture';
import { negotiationIn, openNegotiations } from '@adagia/shared/budget/negotiation';
import { parseGrid } from '@adagia/shared/budget/parse-grid';
import { type RuleInput, ruleContext } from '@adagia/shared/budget/rule';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearRange, copyRange, fillDown, pasteGrid } from './grid-edits.ts';
import { cellAt, type GridModel, gridModel } from './grid-model.ts';
import { cellIdAt, keyTarget, nextCell, positionOf, rangeOf } from './grid-selection.ts';

function modelOf(example: RuleInput): GridModel {
  const context = ruleContext(example);
  return gridModel({
    budget: context.budget,
    organisationIds: context.organisations.map((one) => one.id),
    unit: context.call.budgetUnit,
    lumpSumCents: context.project.lumpSumCents,
  });
}

const model = modelOf(nextdoor());
/** WP2 is the second row, A2.1 the third; P1 to P5, then total, share and what is left for activities. */
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('the grid of the budget', () => {
  it('has work packages with their activities, and computes totals, shares and what is left', () => {
    expect(model.rows.slice(0, 4).map(({ row, level }) => [row.number, level])).toEqual([
      ['WP1', 1],
      ['WP2', 1],
      ['A2.1', 2],
      ['A2.2', 2],
    ]);
    expect(model.columns.map((one) => one.id)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'total', 'share', 'rest']);
    expect(cellAt(model, 1, 0)).toEqual({ key: 'WP2/P1', figure: 'WP2/P1', value: 850_000, isVoid: false });
    expect(cellAt(model, 1, 5)).toEqual({ key: null, figure: null, value: 4_200_000, isVoid: false });
    expect(cellAt(model, 1, 6)?.value).toBeCloseTo(0.168);
    expect(cellAt(model, 1, 7)?.value).toBe(0);
    expect(cellAt(model, 2, 0)).toEqual({ key: null, figure: null, value: null, isVoid: true });
    expect(cellAt(model, 2, 5)).toEqual({ key: 'A2.1/amount', figure: 'A2.1/amount', value: 1_400_000, isVoid: false });
  });

  it('has activities by organisation where those carry the amounts', () => {
    const small = modelOf(streetnotes());
    expect(small.columns.map((one) => one.id)).toEqual(['P1', 'P2', 'P3', 'total', 'share']);
    expect(cellAt(small, 0, 0)?.key).toBe('A1/P1');
  });

  it('pastes a range of cells to the right and down', () => {
    const grid = [
      ['10', '20'],
      ['1.000,5', '€ 3'],
    ];
    const edit = pasteGrid(model, grid, at(0, 1));
    expect(edit).toEqual({
      changes: { 'WP1/P2': 1000, 'WP1/P3': 2000, 'WP2/P2': 100_050, 'WP2/P3': 300 },
      count: 4,
      range: at(0, 1, 1, 2),
    });
  });

  it('fills the selection with one copied cell, and empties cells with empty ones', () => {
    expect(pasteGrid(model, [['5']], at(0, 0, 1, 1))).toMatchObject({ count: 4 });
    expect(pasteGrid(model, [['']], at(0, 0))).toMatchObject({ changes: { 'WP1/P1': undefined } });
  });

  it('pastes nothing at all when one cell cannot take its value, and names each that cannot', () => {
    const edit = pasteGrid(model, [['10', '-3', '=A1', '4', '5', '999']], at(0, 0));
    expect(edit).toEqual({
      bad: [
        { row: 0, column: 1, text: '-3', problem: 'negative' },
        { row: 0, column: 2, text: '=A1', problem: 'formula' },
        { row: 0, column: 5, text: '999', problem: 'computed' },
      ],
    });
    const last = model.rows.length - 1;
    expect(pasteGrid(model, [['1'], ['2']], at(last, 5))).toEqual({
      bad: [{ row: last + 1, column: 5, text: '2', problem: 'outside' }],
    });
  });

  it('takes 10,000 cells of a sheet as one edit or not at all, and says for each what is wrong with it', () => {
    const sheet = parseGrid(`${'1.234,50\t'.repeat(99)}1\n`.repeat(100));
    const edit = pasteGrid(model, sheet ?? [], at(0, 0));
    const rows = model.rows.length;
    const isGrid = ({ row, column }: { row: number; column: number }) => row < rows && column < model.columns.length;
    const bad = 'bad' in edit ? edit.bad : [];
    expect(bad.filter((one) => !isGrid(one)).every(({ problem }) => problem === 'outside')).toBe(true);
    expect(bad.filter((one) => !isGrid(one))).toHaveLength(10_000 - rows * model.columns.length);
  });

  it('keeps the figure that somebody typed while the row was removed, out of the sums until it comes back', () => {
    const example = nextdoor();
    example.plan.set('A3.1/deleted', true).set('WP3/deleted', true);
    example.budget.set('WP3/P2', 777_00).set('WP3/P2:proposed', 888_00);
    const removed = ruleContext(example);
    expect(removed.budget.rows.map(({ id }) => id)).not.toContain('WP3');
    const shown = { rowIds: new Set(removed.budget.rows.map(({ id }) => id)), organisationIds: new Set(['P2']) };
    expect(openNegotiations(example.budget, shown)).toEqual([]);
    example.plan.delete('A3.1/deleted');
    example.plan.delete('WP3/deleted');
    const back = ruleContext(example).budget.rows.find(({ id }) => id === 'WP3');
    expect(back?.byOrganisation?.get('P2')).toBe(777_00);
    expect(negotiationIn(example.budget, 'WP3/P2')).toMatchObject({ agreed: 777_00, proposed: 888_00 });
  });

  it('takes back a copied row with its total, since that changes nothing computed', () => {
    const texts = copyRange(model, at(0, 0, 0, 5), (cents) => String(cents / 100));
    expect(texts).toEqual([['21000', '6000', '6000', '6000', '6000', '45000']]);
    expect(pasteGrid(model, texts, at(0, 0))).toMatchObject({ count: 5 });
  });

  it('clears and fills down what can be edited', () => {
    expect(clearRange(model, at(1, 4, 2, 5))).toEqual({ 'WP2/P5': undefined, 'A2.1/amount': undefined });
    expect(fillDown(model, at(0, 0, 1, 1))).toEqual({ 'WP2/P1': 2_100_000, 'WP2/P2': 600_000 });
    expect(fillDown(model, at(1, 0))).toEqual({ 'WP2/P1': 2_100_000 });
    expect(fillDown(model, at(2, 5, 4, 5))).toEqual({ 'A2.2/amount': 1_400_000, 'A2.3/amount': 1_400_000 });
    expect(fillDown(model, at(0, 0))).toEqual({});
  });

  it('only ever changes cells of the document, to whole cents', () => {
    const keys = new Set(model.rows.flatMap((row) => row.cells.flatMap((cell) => cell.key ?? [])));
    const text = fc.oneof(fc.constantFrom('', '1', '2,5', '1.234,50', '-1', 'x'), fc.string({ maxLength: 6 }));
    const grids = fc.array(fc.array(text, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(grids, fc.nat(model.rows.length - 1), fc.nat(model.columns.length - 1), (grid, row, column) => {
        const edit = pasteGrid(model, grid, at(row, column));
        const changes = 'bad' in edit ? {} : edit.changes;
        for (const [key, value] of Object.entries(changes)) {
          expect(keys).toContain(key);
          expect(value === undefined || Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });
});

describe('the selection of the grid', () => {
  it('stays on its cells when somebody moves a row', () => {
    const example = nextdoor();
    const selection = { anchor: { rowId: 'WP2', columnId: 'P1' }, active: { rowId: 'WP2', columnId: 'P3' } };
    expect(rangeOf(modelOf(example), selection)).toEqual(at(1, 0, 1, 2));
    example.plan.set('WP2/order', 99);
    expect(rangeOf(modelOf(example), selection)).toEqual(at(13, 0, 13, 2));
    example.plan.set('WP2/deleted', true);
    expect(positionOf(modelOf(example), selection.active)).toEqual({ row: 0, column: 2 });
  });

  it.each([
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 1 }],
    ['ArrowRight', true, { row: 5, column: 7 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', true, { row: 16, column: 7 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['a', false, null],
  ])('moves by %s (Ctrl: %s)', (key, isMod, target) => {
    expect(keyTarget(model, { row: 5, column: 2 }, { key, isMod })).toEqual(target);
  });

  it('goes from cell to cell by Tab, and out of the grid at its ends', () => {
    expect(nextCell(model, { row: 0, column: 7 }, 1)).toEqual({ row: 1, column: 0 });
    expect(nextCell(model, { row: 0, column: 0 }, -1)).toBeNull();
    expect(nextCell(model, { row: 16, column: 7 }, 1)).toBeNull();
    expect(cellIdAt(model, { row: 2, column: 5 })).toEqual({ rowId: 'A2.1', columnId: 'total' });
  });
});
