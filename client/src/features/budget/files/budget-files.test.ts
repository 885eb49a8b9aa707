// The budget out to a file and back: nothing changes on the way, and what cannot be taken is named by its cell.
import { nextdoor, streetnotes } from '@adagia/shared/budget/examples.fixture';
import { type RuleContext, type RuleInput, ruleContext } from '@adagia/shared/budget/rule';
import { handbook } from '@adagia/shared/unit-costs/handbook.fixture';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type GridModel, gridModel } from '../grid-model.ts';
import { quantityModel } from '../quantity-model.ts';
import { type BudgetSheetsInput, budgetSheets } from './budget-sheets.ts';
import { type DryRun, dryRun } from './dry-run.ts';
import { readSheets } from './read-sheets.ts';
import type { BudgetSheet, RawCell, RawSheet } from './sheet.ts';
import { guessMapping, isProposedSheet, type MappingTarget } from './table-mapping.ts';
import { writeCsvTable, writeWorkbook } from './workbook.ts';

const words = Object.fromEntries(
  [
    'grid',
    'byOrganisation',
    'byWork',
    'number',
    'title',
    'organisation',
    'total',
    'share',
    'rest',
    'activities',
    'lumpSum',
    'remaining',
    'quantities',
  ].map((word) => [word, word]),
) as BudgetSheetsInput['words'];

const modelOf = ({ budget, organisations, call, project }: RuleContext, isMine?: (key: string) => boolean) =>
  gridModel({
    budget,
    organisationIds: organisations.map(({ id }) => id),
    unit: call.budgetUnit,
    lumpSumCents: project.lumpSumCents,
    ...(isMine && { isMine }),
  });

const sheetsOf = (
  { budget, organisations, call, project }: RuleContext,
  quantities?: GridModel,
  proposed?: BudgetSheetsInput['proposed'],
): BudgetSheet[] =>
  budgetSheets({
    callId: call.id,
    budget,
    organisations: organisations.map(({ id, legalName }) => ({ id, number: id, name: legalName })),
    hasActivitiesBeneath: call.budgetUnit === 'work_package',
    lumpSumCents: project.lumpSumCents,
    words,
    ...(quantities && { quantities }),
    ...(proposed && { proposed }),
  });

function targetOf(context: RuleContext): MappingTarget {
  return {
    callId: context.call.id,
    rows: modelOf(context).rows.map(({ row }) => row),
    columns: [
      ...context.organisations.map(({ id, legalName }) => ({ id, label: id, names: [id, legalName] })),
      { id: 'amount', label: 'total', names: ['total', 'amount'] },
    ],
  };
}

function importInto(context: RuleContext, sheet: RawSheet, isMine?: (key: string) => boolean): DryRun {
  const mapping = guessMapping(sheet, targetOf(context));
  return dryRun({ sheet, mapping, model: modelOf(context, isMine), doesEmpty: mapping.origin === 'own' });
}

async function readBack(context: RuleContext): Promise<RawSheet[]> {
  const read = await readSheets(await writeWorkbook(sheetsOf(context), 'NEXTDOOR'), 'budget.xlsx');
  if (!('sheets' in read)) throw new Error(`not read: ${read.problem}`);
  return read.sheets;
}

const firstOf = (sheets: readonly RawSheet[]): RawSheet => {
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

const table = (rows: RawCell[][], merges: RawSheet['merges'] = []): RawSheet => ({ name: 'Sheet1', rows, merges });
const examples: [string, () => RuleInput & { budget: Map<string, unknown> }][] = [
  ['NEXTDOOR', nextdoor],
  ['STREETNOTES', streetnotes],
];

describe.each(examples)('%s as a workbook', (_name, example) => {
  it('comes back equal', async () => {
    const context = ruleContext(example());
    const run = importInto(context, firstOf(await readBack(context)));
    expect(run.changes).toEqual([]);
    expect(run.problems).toEqual([]);
    // Sums are computed, and no amounts of their own.
    expect(run.unchanged).toBe(example().budget.size);
  });

  it('fills an empty budget with the same amounts', async () => {
    const sheet = firstOf(await readBack(ruleContext(example())));
    const empty = ruleContext({ ...example(), budget: new Map() });
    expect(importInto(empty, sheet).fields).toEqual(Object.fromEntries(example().budget));
  });

  it('computes in its formulas what the grid computes', () => {
    expect(checkFormulas(sheetsOf(ruleContext(example())))).toBeGreaterThan(20);
  });
});

describe('figures under negotiation in a workbook', () => {
  const cell = 'WP3/P2';
  const words = { sheet: 'open', figure: '', agreed: '', proposed: '', offered: '', difference: '', by: '', day: '' };

  const withOpen = () => {
    const context = ruleContext(nextdoor());
    const figures = [
      { open: { cell, agreed: 14_000_00, proposed: 15_500_50, counter: 15_000_00, turn: 'partner' as const } },
      { open: { cell: 'O1/P2:days-teacher', agreed: null, proposed: 12, counter: null, turn: 'coordinator' as const } },
    ].map((one) => ({ ...one, name: '=WP3, P2', by: 'Ben', day: '2026-11-03' }));
    return { context, sheets: sheetsOf(context, undefined, { figures, words }) };
  };

  it('are a sheet of their own, with the difference as a formula', async () => {
    const { sheets } = withOpen();
    expect(sheets.map(({ name }) => name)).toEqual(['grid', 'open', 'byOrganisation', 'byWork']);
    const read = await readSheets(await writeWorkbook(sheets, 'NEXTDOOR'), 'budget.xlsx');
    const open = 'sheets' in read ? read.sheets[1] : undefined;
    expect(open?.rows.slice(2)).toEqual([
      [cell, '=WP3, P2', 14_000, 15_500.5, 15_000, 1500.5, 'Ben', '2026-11-03'],
      ['O1/P2:days-teacher', '=WP3, P2', null, 12, null, 12, 'Ben', '2026-11-03'],
    ]);
    expect(sheets[1]?.rows[2]?.[5]).toMatchObject({ kind: 'formula', formula: 'D3-N(C3)', format: 'euro' });
    expect(sheets[1]?.rows[3]?.[5]).toMatchObject({ formula: 'D4-N(C4)', format: 'count' });
  });

  it('change nothing on the way back: what is agreed comes in', async () => {
    const { context, sheets } = withOpen();
    const read = await readSheets(await writeWorkbook(sheets, 'NEXTDOOR'), 'budget.xlsx');
    if (!('sheets' in read)) throw new Error(read.problem);
    expect(read.sheets.map(isProposedSheet)).toEqual([false, true, false, false]);
    expect(importInto(context, firstOf(read.sheets)).changes).toEqual([]);
  });

  it('are no sheet while nothing is open', () => {
    const { context } = withOpen();
    const sheets = sheetsOf(context, undefined, { figures: [], words });
    expect(sheets.map(({ name }) => name)).toEqual(['grid', 'byOrganisation', 'byWork']);
  });
});

describe('a budget of unit costs as a workbook', () => {
  const quantitiesOf = ({ budgetFields: cells, workplan, organisations }: RuleContext) =>
    quantityModel({
      cells,
      workplan,
      organisationIds: organisations.map(({ id }) => id),
      labelOf: (name, row) => `${row}: ${name}`,
      isMine: (key) => !key.includes('P3'),
    });
  const context = ruleContext(handbook());
  const back = (sheet: RawSheet, into: RuleContext) => {
    const model = quantitiesOf(into);
    const target = { ...targetOf(into), rows: model.rows.map(({ row }) => row) };
    return dryRun({ sheet, mapping: guessMapping(sheet, target), model, doesEmpty: true });
  };
  const written = async (of: RuleContext) => {
    const read = await readSheets(await writeWorkbook(sheetsOf(of, quantitiesOf(of)), 'HANDBOOK'), 'budget.xlsx');
    if (!('sheets' in read)) throw new Error(read.problem);
    return firstOf(read.sheets);
  };

  it('has its quantities first, by which it comes back equal, and sums that compute', async () => {
    const run = back(await written(context), context);
    expect([run.changes, run.problems, run.unchanged]).toEqual([[], [], handbook().budget.size]);
    expect(checkFormulas(sheetsOf(context, quantitiesOf(context)))).toBeGreaterThan(20);
  });

  it('fills an empty budget with what is mine to fill, and names what is not', async () => {
    const run = back(await written(context), ruleContext({ ...handbook(), budget: new Map() }));
    const mine = [...handbook().budget].filter(([key]) => !key.includes('P3'));
    expect(run.fields).toEqual(Object.fromEntries(mine));
    expect(new Set(run.problems.map(({ problem }) => problem))).toEqual(new Set(['foreign']));
  });

  it.each<[RawCell, string | null]>([
    [12, null],
    [0, null],
    [1.5, 'count'],
    [-1, 'count'],
    [100_000, 'count'],
    ['1.000', 'count'],
    ['=2+2', 'count'],
  ])('takes %j as a number of days: %s', (raw, problem) => {
    const model = quantitiesOf(context);
    const row = model.rows.findIndex(({ row: { id } }) => id === 'O1:days-teacher');
    const sheet = table([[raw]]);
    const run = dryRun({ sheet, mapping: { origin: 'plain', rows: [row], columns: [0] }, model, doesEmpty: true });
    expect(run.problems.map((one) => one.problem)).toEqual(problem === null ? [] : [problem]);
    if (problem === null) expect(run.fields).toEqual({ 'O1/P1:days-teacher': raw || undefined });
  });
});

/** @returns how many there are */
function checkFormulas(sheets: BudgetSheet[]): number {
  let formulas = 0;
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell?.kind !== 'formula') continue;
        formulas += 1;
        const result = cell.result === null ? 0 : cell.format === 'euro' ? cell.result / 100 : cell.result;
        const name = `${sheet.name} ${row + 1}/${column}: ${cell.formula}`;
        expect(valueAt(sheets, sheet, row, column), name).toBeCloseTo(result, 6);
      }
    }
  }
  return formulas;
}

/** Computes the few kinds of formula that are written, from amounts alone. */
function valueAt(sheets: BudgetSheet[], sheet: BudgetSheet, row: number, column: number): number {
  const cell = sheet.rows[row]?.[column];
  if (!cell || cell.kind === 'text' || cell.kind === 'count') return 0;
  if (cell.kind === 'amount') return cell.cents / 100;
  return evaluate(sheets, sheet, cell.formula);
}

function evaluate(sheets: BudgetSheet[], sheet: BudgetSheet, formula: string): number {
  const share = /^IF\(N\((.+?)\)=0,"",(.+)\/\1\)$/.exec(formula);
  if (share) {
    const whole = evaluate(sheets, sheet, share[1] ?? '');
    return whole === 0 ? 0 : evaluate(sheets, sheet, share[2] ?? '') / whole;
  }
  const sum = /^SUM\((.+)\)$/.exec(formula);
  if (sum) return rangeOf(sheets, sheet, sum[1] ?? '').reduce((total, one) => total + one, 0);
  const parts = formula.match(/[+-]?(?:SUM\([^)]*\)|(?:'[^']+'!)?\$?[A-Z]+\$?\d+|0)/g) ?? [];
  if (parts.length > 1) {
    return parts.reduce((total, part) => {
      const value = evaluate(sheets, sheet, part.replace(/^[+-]/, ''));
      return part.startsWith('-') ? total - value : total + value;
    }, 0);
  }
  return formula === '0' ? 0 : (rangeOf(sheets, sheet, formula)[0] ?? 0);
}

function rangeOf(sheets: BudgetSheet[], sheet: BudgetSheet, range: string): number[] {
  const parts = /^(?:'(.+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range);
  if (!parts) throw new Error(`unknown range: ${range}`);
  const [, name, left = '', top = '', right = left, bottom = top] = parts;
  const on = name ? sheets.find((one) => one.name === name) : sheet;
  if (!on) throw new Error(`unknown sheet: ${name}`);
  const column = (letters: string) =>
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const values: number[] = [];
  for (let row = Number(top) - 1; row < Number(bottom); row += 1)
    for (let at = column(left); at <= column(right); at += 1) values.push(valueAt(sheets, on, row, at));
  return values;
}

describe('any table', () => {
  const context = ruleContext(nextdoor());

  it('is matched by numbers and names, whatever stands above and beside, and in any way of writing amounts', () => {
    const sheet = table([
      ['Budget of the consortium', null, null, null],
      [],
      ['Work', 'Notes', 'THALASSA LEARNING NETWORK', 'Olt  Válley County Library.', 'Somebody else'],
      ['WP 2 – Listening', 'x', '1.234,50', 8500, 1],
      ['WP3: Kit', 'x', 12.5, null, 1],
      ['A2.1', null, null, null, 5],
    ]);
    const run = importInto(context, sheet);
    expect(run.problems).toEqual([]);
    expect(run.fields).toEqual({ 'WP2/P1': 123_450, 'WP2/P2': 850_000, 'WP3/P1': 1250 });
    expect(run.changes.map(({ cell }) => cell)).toEqual(['C4', 'D4', 'C5']);
  });

  it('of another call is matched by names, and says that it is of another', async () => {
    const sheet = firstOf(await readBack(ruleContext(streetnotes())));
    const mapping = guessMapping(sheet, targetOf(context));
    expect(mapping.origin).toBe('otherCall');
    expect(mapping.columns).toContain(0);
  });

  it.each<[RawCell, string]>([
    [-1, 'negative'],
    ['-5', 'negative'],
    [0.125, 'cents-fraction'],
    [1_000_000_001, 'too-large'],
    ['=SUM(A1:A3)', 'formula'],
    ['about 500', 'not-a-number'],
    ['2026-11-01', 'not-a-number'],
    ['#DIV/0!', 'calculation'],
    ['TRUE', 'not-a-number'],
  ])('names the cell of %j: %s', (raw, problem) => {
    const run = importInto(
      context,
      table([
        ['', 'P1'],
        ['WP2', raw],
      ]),
    );
    expect(run).toMatchObject({ changes: [], problems: [{ cell: 'B2', problem }] });
  });

  it('takes what a spreadsheet computes with its small errors', () => {
    const run = importInto(
      context,
      table([
        ['', 'P1'],
        ['WP2', 0.1 + 0.2],
        ['WP3', 1_000_000_000],
      ]),
    );
    expect(run.fields).toEqual({ 'WP2/P1': 30, 'WP3/P1': 100_000_000_000 });
  });

  it('refuses merged amounts, amounts where there are none, and those of somebody else', () => {
    const merged = table(
      [
        ['', 'P1'],
        ['WP2', 5],
        ['WP3', null],
      ],
      [{ top: 1, left: 1, bottom: 2, right: 1 }],
    );
    expect(importInto(context, merged).problems.map(({ cell, problem }) => [cell, problem])).toEqual([
      ['B2', 'merged'],
      ['B3', 'merged'],
    ]);
    const sheet = table([
      ['', 'P1', 'P2'],
      ['WP2', 5, 7500],
      ['A2.1', 7, null],
    ]);
    expect(importInto(context, sheet, (key) => key.endsWith('/P3')).problems).toEqual([
      { cell: 'B2', text: '5', problem: 'foreign' },
      { cell: 'B3', text: '7', problem: 'computed' },
    ]);
  });

  it('comes back from CSV', async () => {
    const [grid] = sheetsOf(context);
    if (!grid) throw new Error('no grid');
    const csv = new TextEncoder().encode(writeCsvTable(grid, 'de'));
    const read = await readSheets(csv, 'budget.csv');
    if (!('sheets' in read)) throw new Error(read.problem);
    const run = importInto(context, firstOf(read.sheets));
    expect(run).toMatchObject({ changes: [], problems: [], unchanged: nextdoor().budget.size });
  });

  it('has no text in its CSV that a spreadsheet would run', () => {
    const example = nextdoor();
    example.plan.set('WP2/title', '=HYPERLINK("http://example.org")');
    const [grid] = sheetsOf(ruleContext(example));
    if (!grid) throw new Error('no grid');
    expect(writeCsvTable(grid, 'en')).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  });
});

it('any amounts come back from a workbook as they were', { timeout: 60_000 }, async () => {
  const cents = fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 100_000_000_000 }));
  const keys = [...nextdoor().budget.keys()];
  await fc.assert(
    fc.asyncProperty(fc.array(cents, { minLength: keys.length, maxLength: keys.length }), async (amounts) => {
      const budget = new Map(
        keys.flatMap((key, at) => (amounts[at] === undefined ? [] : [[key, amounts[at]] as const])),
      );
      const sheet = firstOf(await readBack(ruleContext({ ...nextdoor(), budget })));
      const run = importInto(ruleContext(nextdoor()), sheet);
      const after = new Map<string, unknown>(nextdoor().budget);
      for (const [key, value] of Object.entries(run.fields)) {
        if (value === undefined) after.delete(key);
        else after.set(key, value);
      }
      expect(run.problems).toEqual([]);
      expect(Object.fromEntries(after)).toEqual(Object.fromEntries(budget));
    }),
    { numRuns: 40 },
  );
});

describe('a file that is none', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const workbook = () => writeWorkbook(sheetsOf(ruleContext(nextdoor())), 'NEXTDOOR');

  it('is named for what it is', async () => {
    const rows = [['a']];
    const encryption = { password: 'x', spinCount: 10 };
    const encrypted = await writeXlsx({ sheets: [{ name: 'a', rows }], encryption });
    expect(await readSheets(encrypted, 'budget.xlsx')).toEqual({ problem: 'encrypted' });
    expect(await readSheets(encrypted, 'BUDGET.XLS')).toEqual({ problem: 'oldFormat' });
    expect(await readSheets(new Uint8Array(0), 'budget.csv')).toEqual({ problem: 'empty' });
    expect(await readSheets(bytesOf(';;\n;;'), 'budget.csv')).toEqual({ problem: 'empty' });
    expect(await readSheets(new Uint8Array(10_000_001), 'budget.xlsx')).toEqual({ problem: 'tooLarge' });
    expect(await readSheets(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0), 'budget.xlsx')).toEqual({
      problem: 'unreadable',
    });
    expect(await readSheets(bytesOf('text\0text'), 'budget.csv')).toEqual({ problem: 'unreadable' });
  });

  it('that would become too large is not unpacked', async () => {
    const bytes = await workbook();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The first entry of the directory, which says how large it becomes.
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 24, 500_000_000, true);
      break;
    }
    expect(await readSheets(bytes, 'budget.xlsx')).toEqual({ problem: 'bomb' });
  });

  it('damaged anywhere is read or refused, and never breaks', { timeout: 60_000 }, async () => {
    const whole = await workbook();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) bytes[at] = byte;
        const read = await readSheets(bytes, 'budget.xlsx');
        expect('sheets' in read || read.problem).toBeTruthy();
      }),
      { numRuns: 200 },
    );
  });
});
