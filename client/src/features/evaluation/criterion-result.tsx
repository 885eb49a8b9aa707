// One criterion in the results: what each evaluator gave and said, side by side, and the answers that it was read from.
import type { CriterionScore, EvaluationResult, Remark } from '@adagia/shared/api/evaluations';
import { remarks } from '@adagia/shared/api/evaluations';
import type { AssessedCriterion } from '@adagia/shared/evaluation/assess';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../presence/page-link.tsx';
import { BandText } from './criterion-form.tsx';
import classes from './evaluation.module.css';
import { useFedAnswers } from './fed-answers.ts';
import { useEvaluationWords } from './use-evaluation-words.ts';

interface CriterionResultProps {
  assessed: AssessedCriterion;
  evaluations: readonly EvaluationResult[];
}

export function CriterionResult({ assessed, evaluations }: CriterionResultProps) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const { criterion, mean, isFailed } = assessed;
  const titleId = `criterion-${criterion.id}`;
  return (
    <section className={classes.result} aria-labelledby={titleId} data-failed={isFailed || undefined}>
      <Title order={3} size="h4" id={titleId}>
        {criterion.label}: {t('of', { points: words.points(mean, criterion.min), max: words.points(criterion.max) })}
      </Title>
      {isFailed && (
        <Text size="sm" className={classes.failed}>
          {t('belowThreshold')}
        </Text>
      )}
      <div className={classes.columns}>
        {evaluations.map((result, index) => (
          <Said key={result.id} name={words.evaluator(result, index)} score={scoreIn(result, criterion.id)}>
            <Text size="sm" fw={600}>
              {t('of', {
                points: words.points(scoreIn(result, criterion.id)?.points ?? 0),
                max: words.points(criterion.max),
              })}
            </Text>
            <BandText criterion={criterion} points={scoreIn(result, criterion.id)?.points ?? null} />
          </Said>
        ))}
      </div>
      <FedAnswers criterionId={criterion.id} isWanted={isFailed} />
    </section>
  );
}

export const scoreIn = ({ scores }: EvaluationResult, criterionId: string): CriterionScore | undefined =>
  scores.find((one) => one.criterionId === criterionId);

interface SaidProps {
  name: string;
  score: CriterionScore | undefined;
  children?: React.ReactNode;
}

export function Said({ name, score, children }: SaidProps) {
  const { t } = useTranslation('evaluation');
  const said = remarks.filter((remark): remark is Remark => Boolean(score?.[remark]));
  return (
    <article className={classes.said} aria-label={name}>
      <Text size="sm" fw={600} component="h4">
        <bdi>{name}</bdi>
      </Text>
      {children}
      {said.map((remark) => (
        <div key={remark}>
          <Text size="xs" c="dimmed">
            {t(`remark.${remark}`)}
          </Text>
          <Text size="sm" className={classes.words} dir="auto">
            {score?.[remark]}
          </Text>
        </div>
      ))}
      {said.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nothingSaid')}
        </Text>
      )}
    </article>
  );
}

function FedAnswers({ criterionId, isWanted }: { criterionId: string; isWanted: boolean }) {
  const { t } = useTranslation('evaluation');
  const answers = useFedAnswers(criterionId);
  if (answers.length === 0) return null;
  return (
    <details className={classes.fed} open={isWanted || answers.length <= FED_OPEN_MAX}>
      <summary>{t('fedBy', { count: answers.length })}</summary>
      <ul>
        {answers.map(({ key, title, about }) => (
          <li key={key}>
            <PageLink page="write" anchor={key}>
              {title}
            </PageLink>
            {about && (
              <Text span size="sm" c="dimmed">
                {' '}
                <bdi>{about}</bdi>
              </Text>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More would push the next criterion off the screen. */
const FED_OPEN_MAX = 12;
