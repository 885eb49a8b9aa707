// The figures of a round in one table: a row for each criterion and the total, a column for each evaluator.
import type { EvaluationResult } from '@adagia/shared/api/evaluations';
import type { Assessed, Assessment } from '@adagia/shared/evaluation/assess';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table.tsx';
import classes from './evaluation.module.css';
import { useEvaluationWords } from './use-evaluation-words.ts';

interface ResultsTableProps {
  assessment: Assessment;
  thresholdTotal: number;
  evaluations: readonly EvaluationResult[];
  /** The round before. */
  before: { number: number; assessment: Assessment } | null;
}

const pointsIn = ({ scores }: EvaluationResult, criterionId: string): number =>
  scores.find((one) => one.criterionId === criterionId)?.points ?? 0;

export function ResultsTable({ assessment, thresholdTotal, evaluations, before }: ResultsTableProps) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const { criteria, total } = assessment;
  const meanBefore = (id: string) => before?.assessment.criteria.find(({ criterion }) => criterion.id === id)?.mean;
  const totalOf = (result: EvaluationResult) =>
    criteria.reduce((sum, { criterion }) => sum + pointsIn(result, criterion.id), 0);
  const cells = (one: Assessed, max: number, min: number, was: number | undefined) => (
    <>
      <Table.Td ta="end" fw={600} className={classes.mean} data-failed={one.isFailed || undefined}>
        {words.points(one.mean, min)}
        {one.isFailed && <span className={classes.failed}>{t('below')}</span>}
      </Table.Td>
      <Table.Td ta="end">{t('atLeast', { min: words.points(min), max: words.points(max) })}</Table.Td>
      <Table.Td>
        {t('range', { lowest: words.points(one.lowest), highest: words.points(one.highest) })}
        <Text size="xs" c="dimmed" component="div">
          {t(`spread.${one.spread}`)}
          {one.spread !== 'alone' && `, ${t('deviation', { points: words.points(one.deviation) })}`}
        </Text>
      </Table.Td>
      {before && <Table.Td ta="end">{was === undefined ? '' : words.change(one.mean - was)}</Table.Td>}
    </>
  );
  return (
    <WideTable label={t('figures')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('criterion')}</Table.Th>
          <Table.Th ta="end">{t('mean')}</Table.Th>
          <Table.Th ta="end">{t('threshold')}</Table.Th>
          <Table.Th>{t('lowestToHighest')}</Table.Th>
          {before && <Table.Th ta="end">{t('sinceRound', { number: before.number })}</Table.Th>}
          {evaluations.map((result, index) => (
            <Table.Th key={result.id} ta="end">
              <bdi>{words.evaluator(result, index)}</bdi>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {criteria.map(({ criterion, ...one }) => (
          <Table.Tr key={criterion.id} data-criterion={criterion.id}>
            <Table.Th scope="row">{criterion.label}</Table.Th>
            {cells(one, criterion.max, criterion.min, meanBefore(criterion.id))}
            {evaluations.map((result) => (
              <Table.Td key={result.id} ta="end">
                {words.points(pointsIn(result, criterion.id))}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
        <Table.Tr data-criterion="total">
          <Table.Th scope="row">{t('total')}</Table.Th>
          {cells(total, 100, thresholdTotal, before?.assessment.total.mean)}
          {evaluations.map((result) => (
            <Table.Td key={result.id} ta="end" fw={600}>
              {words.points(totalOf(result))}
            </Table.Td>
          ))}
        </Table.Tr>
      </Table.Tbody>
    </WideTable>
  );
}
