// What evaluators said of the proposal as a whole.
import type { EvaluationResult } from '@adagia/shared/api/evaluations';
import { OVERALL } from '@adagia/shared/evaluation/scale';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Said, scoreIn } from './criterion-result.tsx';
import classes from './evaluation.module.css';
import { useEvaluationWords } from './use-evaluation-words.ts';

export function OverallResult({ evaluations }: { evaluations: readonly EvaluationResult[] }) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  if (!evaluations.some((result) => scoreIn(result, OVERALL)?.comment)) return null;
  return (
    <section className={classes.result} aria-labelledby="criterion-overall">
      <Title order={3} size="h4" id="criterion-overall">
        {t('overall')}
      </Title>
      <div className={classes.columns}>
        {evaluations.map((result, index) => (
          <Said key={result.id} name={words.evaluator(result, index)} score={scoreIn(result, OVERALL)} />
        ))}
      </div>
    </section>
  );
}
