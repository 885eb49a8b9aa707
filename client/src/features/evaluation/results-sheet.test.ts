// The file of results: figures as numbers of the reader's spreadsheet, words that could be formulas defused.
import { assessRound } from '@adagia/shared/evaluation/assess';
import { scaleOf } from '@adagia/shared/evaluation/scale';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { expect, test } from 'vitest';
import { writeCsvTable } from '../budget/files/workbook.ts';
import { resultsSheet } from './results-sheet.ts';

const scale = scaleOf(ka220In2026);
const said = { strengths: '', weaknesses: '=HYPERLINK("http://x")', comment: '@sum\nsecond line; with a semicolon' };
const given = { relevance: 12, design: 24, partnership: 15, impact: 20 };
const result = (id: string, name: string | null, add: number) => ({
  id,
  name,
  scores: Object.entries(given).map(([criterionId, points]) => ({ criterionId, points: points + add, ...said })),
});

test('a row for each criterion, the total and the whole; with a decimal comma where the computer has one', () => {
  const evaluations = [result('a', '=Ana', 0), result('b', null, 1)];
  const assessment = assessRound(scale, [given, { relevance: 13, design: 25, partnership: 16, impact: 21 }]);
  if (!assessment) throw new Error('nothing was assessed');
  const sheet = resultsSheet(scale, assessment, evaluations, {
    columns: ['criterion', 'most', 'needed', 'mean', 'lowest', 'highest', 'deviation', 'below'],
    total: 'Total',
    overall: 'The whole',
    below: 'fails',
    evaluator: ({ name }, index) => name ?? `Evaluator ${index + 1}`,
    points: 'points',
    remark: (remark) => remark,
  });
  const csv = writeCsvTable(sheet, 'de');
  expect(csv).toContain('Relevance of the project;25;13;12,50;12;13;0,50;fails;12;');
  expect(csv).toContain('Total;100;60;73;71;75;2;;71;');
  expect(csv).toContain("'=HYPERLINK");
  expect(csv).toContain('"\'@sum\nsecond line; with a semicolon"');
  expect(csv).toContain("'=Ana: points");
  expect(csv).toContain('Evaluator 2: points');
  expect(csv).not.toMatch(/(?:^|;|")[=@]/m);
});
