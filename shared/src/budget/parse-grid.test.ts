import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASTE_CELLS_MAX, parseGrid, writeGrid } from './parse-grid.ts';

describe('parseGrid', () => {
  it.each([
    ['one cell', '12', [['12']]],
    [
      'rows of Excel with their final line break',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty cells',
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['line breaks and tabs in quotes', '"a\nb"\t"c\td"\n', [['a\nb', 'c\td']]],
    ['doubled quotes', '"say ""12"""\t1', [['say "12"', '1']]],
    ['a quote that is never closed', '"12\t3', [['"12', '3']]],
    ['rows of different lengths', '1\n2\t3', [['1'], ['2', '3']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(parseGrid(text)).toEqual(rows);
  });

  it('reads back whatever was written', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (grid) => {
        // An empty last row of one empty cell is the final line break: the one thing that a table of cells cannot say.
        fc.pre(!(grid.at(-1)?.length === 1 && grid.at(-1)?.[0] === ''));
        expect(parseGrid(writeGrid(grid))).toEqual(grid);
      }),
    );
  });

  it('refuses a whole sheet', () => {
    expect(parseGrid('1\n'.repeat(PASTE_CELLS_MAX))).toHaveLength(PASTE_CELLS_MAX);
    expect(parseGrid('1\n'.repeat(PASTE_CELLS_MAX + 1))).toBeNull();
  });
});
