// What a round comes to: the verdict, each criterion with its mean, threshold and spread, and what has changed since the round
// before; then the comments side by side, and the answers that each criterion is read from.
import type { EvaluationResult, Round } from '@adagia/shared/api/evaluations';
import { type Assessment, assessRound, type Scores } from '@adagia/shared/evaluation/assess';
import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { CriterionResult } from './criterion-result.tsx';
import classes from './evaluation.module.css';
import { OverallResult } from './overall-result.tsx';
import { ResultsTable } from './results-table.tsx';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { useResultsFile } from './use-results-file.ts';
import { useResults } from './use-rounds.ts';

const scoresOf = ({ scores }: EvaluationResult): Scores =>
  Object.fromEntries(scores.flatMap(({ criterionId, points }) => (points === null ? [] : [[criterionId, points]])));

interface ResultsProps {
  round: Round;
  /** The one before whose results this person sees; null: none. */
  before: Round | null;
}

export function Results({ round, before }: ResultsProps) {
  const { t } = useTranslation('evaluation');
  const { data, error } = useResults(round.id);
  const { data: earlier } = useResults(before?.id ?? null);
  const save = useResultsFile(round);
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const { evaluations, isWithheld } = data;
  const assessment = assessRound(round.scale, evaluations.map(scoresOf));
  if (isWithheld) return <EmptyState title={t('withheld')}>{t('withheldText')}</EmptyState>;
  if (!assessment) {
    return <EmptyState title={t('noResults')}>{t(round.closedAt ? 'noResultsClosed' : 'noResultsText')}</EmptyState>;
  }
  const previous = before && earlier ? assessRound(before.scale, earlier.evaluations.map(scoresOf)) : null;
  return (
    <>
      <Verdict round={round} assessment={assessment} />
      <div className={classes.tools}>
        <Button variant="default" size="xs" onClick={() => print()}>
          {t('print')}
        </Button>
        <Button variant="default" size="xs" onClick={() => save(evaluations, assessment)}>
          {t('saveFile')}
        </Button>
      </div>
      <ResultsTable
        assessment={assessment}
        thresholdTotal={round.scale.thresholdTotal}
        evaluations={evaluations}
        before={before && previous && { number: before.number, assessment: previous }}
      />
      {assessment.criteria.map((assessed) => (
        <CriterionResult key={assessed.criterion.id} assessed={assessed} evaluations={evaluations} />
      ))}
      <OverallResult evaluations={evaluations} />
    </>
  );
}

function Verdict({ round, assessment }: { round: Round; assessment: Assessment }) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const { total, criteria, isPassed, evaluators } = assessment;
  const { thresholdTotal } = round.scale;
  const failed = criteria.filter(({ isFailed }) => isFailed);
  return (
    <div className={classes.verdict} data-passed={isPassed}>
      <Title order={2} size="h3">
        {t(isPassed ? 'passed' : 'notPassed', { points: words.points(total.mean, thresholdTotal) })}
      </Title>
      <Text size="sm">
        {t('evaluatorsCount', { count: evaluators })} {t(`spreadText.${assessment.spread}`)}
      </Text>
      {total.isFailed && <Text size="sm">{t('totalFails', { min: words.points(thresholdTotal) })}</Text>}
      {failed.map(({ criterion, mean }) => (
        <Text key={criterion.id} size="sm">
          {t('criterionFails', {
            criterion: criterion.label,
            points: words.points(mean, criterion.min),
            min: words.points(criterion.min),
          })}
        </Text>
      ))}
    </div>
  );
}
