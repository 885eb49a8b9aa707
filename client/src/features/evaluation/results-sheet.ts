// The results of a round as rows of a table: a row for each criterion, the total and the whole; what everybody gave and said beside
// the figures. Numbers stay numbers, so that a spreadsheet of any language adds them up.
import { type EvaluationResult, remarks } from '@adagia/shared/api/evaluations';
import type { Assessed, Assessment } from '@adagia/shared/evaluation/assess';
import { HUNDREDTHS, OVERALL, type Scale } from '@adagia/shared/evaluation/scale';
import { amount, type BudgetSheet, head, type SheetCell, text } from '../budget/files/sheet.ts';

export interface SheetWords {
  /** Before the columns of the evaluators. */
  columns: readonly string[];
  total: string;
  overall: string;
  below: string;
  /** Of one evaluator: points, strengths, weaknesses, comment. */
  evaluator(result: EvaluationResult, index: number): string;
  points: string;
  remark(remark: (typeof remarks)[number]): string;
}

const points = (value: number | null | undefined): SheetCell | null =>
  value === null || value === undefined ? null : amount(Math.round(value * HUNDREDTHS));

const figures = (one: Assessed, max: number, min: number, below: string): (SheetCell | null)[] => [
  points(max),
  points(min),
  points(one.mean),
  points(one.lowest),
  points(one.highest),
  points(one.deviation),
  text(one.isFailed ? below : ''),
];

export function resultsSheet(
  scale: Scale,
  assessment: Assessment,
  evaluations: readonly EvaluationResult[],
  words: SheetWords,
): BudgetSheet {
  const saidOf = (criterionId: string) =>
    evaluations.flatMap(({ scores }) => {
      const score = scores.find((one) => one.criterionId === criterionId);
      return [points(score?.points), ...remarks.map((remark) => text(score?.[remark] ?? ''))];
    });
  const totals = evaluations.flatMap(({ scores }) => [
    points(scores.reduce((sum, one) => sum + (one.points ?? 0), 0)),
    ...remarks.map(() => null),
  ]);
  const heads = evaluations.flatMap((result, index) => {
    const name = words.evaluator(result, index);
    return [words.points, ...remarks.map(words.remark)].map((what) => head(`${name}: ${what}`));
  });
  const rows = [
    [...words.columns.map(head), ...heads],
    ...assessment.criteria.map(({ criterion, ...one }) => [
      text(criterion.label),
      ...figures(one, criterion.max, criterion.min, words.below),
      ...saidOf(criterion.id),
    ]),
    [text(words.total), ...figures(assessment.total, 100, scale.thresholdTotal, words.below), ...totals],
    [text(words.overall), ...Array<null>(words.columns.length - 1).fill(null), ...saidOf(OVERALL)],
  ];
  return { name: '', rows, widths: [], frozen: { rows: 1, columns: 1 } };
}
