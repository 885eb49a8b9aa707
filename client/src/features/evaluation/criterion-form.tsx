// One criterion as an evaluator scores it: what is looked at, points and the band that they fall in, strengths, weaknesses, comment.
import { REMARK_MAX, type Remark } from '@adagia/shared/api/evaluations';
import { bandOf, OVERALL, type ScaleCriterion } from '@adagia/shared/evaluation/scale';
import { List, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { SaveNote } from '../partners/save-note.tsx';
import classes from './evaluation.module.css';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { isPoints, parsePoints, type Scoring, useScoreField } from './use-score-field.ts';

interface CriterionFormProps extends Scoring {
  isReadOnly: boolean;
}

export function CriterionForm(props: CriterionFormProps) {
  const { round, criterionId } = props;
  const { t } = useTranslation('evaluation');
  const { call } = useProposal();
  const criterion = round.scale.criteria.find(({ id }) => id === criterionId);
  const aspects = call.criteria.find(({ id }) => id === criterionId)?.aspects ?? [];
  return (
    <>
      <Title order={3} size="h4">
        {criterion?.label ?? t('overall')}
      </Title>
      {criterion && <PointsField criterion={criterion} {...props} />}
      {criterion && (
        <details className={classes.aspects} open>
          <summary>{t('aspects')}</summary>
          <List size="sm" spacing={2}>
            {aspects.map((aspect) => (
              <List.Item key={aspect}>{aspect}</List.Item>
            ))}
          </List>
        </details>
      )}
      {criterionId !== OVERALL && <RemarkField field="strengths" {...props} />}
      {criterionId !== OVERALL && <RemarkField field="weaknesses" {...props} />}
      <RemarkField field="comment" {...props} />
    </>
  );
}

function PointsField({ criterion, isReadOnly, ...scoring }: CriterionFormProps & { criterion: ScaleCriterion }) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const field = useScoreField(scoring, 'points');
  const { scale } = scoring.round;
  const isGood = isPoints(scale, criterion.id, field.value);
  return (
    <div>
      <TextInput
        type="number"
        className={classes.points}
        label={t('pointsOf', { max: words.points(criterion.max) })}
        description={t('pointsHint', { min: words.points(criterion.min), step: words.points(scale.step) })}
        min={0}
        max={criterion.max}
        step={scale.step}
        readOnly={isReadOnly}
        error={!isGood && t('pointsWrong', { max: words.points(criterion.max), step: words.points(scale.step) })}
        value={field.value}
        onChange={(event) => field.change(event.currentTarget.value)}
        onBlur={() => field.commit()}
      />
      <Unconfirmed criterionId={criterion.id} />
      <BandText criterion={criterion} points={isGood ? parsePoints(field.value) : null} />
      <SaveNote field={field} />
    </div>
  );
}

/** Figures that nobody has confirmed say so where they are used. */
function Unconfirmed({ criterionId }: { criterionId: string }) {
  const { t } = useTranslation('evaluation');
  const { call } = useProposal();
  const points = call.criteria.find(({ id }) => id === criterionId)?.points;
  const notes = [
    call.scoreStep.confidence === 'unconfirmed' && t('stepUnconfirmed'),
    points?.confidence === 'unconfirmed' && t('pointsUnconfirmed'),
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {notes.join(' ')}
    </Text>
  );
}

/** The band that the points fall in, and whether the proposal would fail on this criterion alone. */
export function BandText({ criterion: { max, min }, points }: { criterion: ScaleCriterion; points: number | null }) {
  const { t } = useTranslation('evaluation');
  const { call } = useProposal();
  const band = points === null ? null : bandOf(call, max, points);
  const isBelow = points !== null && points < min;
  return (
    <Text size="sm" component="div" role="status" className={classes.band} data-below={isBelow || undefined}>
      {[band && t(`band.${band}`), isBelow && t('belowThreshold')].filter(Boolean).join(' · ')}
    </Text>
  );
}

function RemarkField({ field: name, isReadOnly, ...scoring }: CriterionFormProps & { field: Remark }) {
  const { t } = useTranslation('evaluation');
  const field = useScoreField(scoring, name);
  return (
    <div>
      <Textarea
        label={t(`remark.${name}`)}
        dir="auto"
        autosize
        minRows={2}
        maxRows={14}
        maxLength={REMARK_MAX}
        readOnly={isReadOnly}
        value={field.value}
        onChange={(event) => field.change(event.currentTarget.value)}
        onBlur={() => field.commit()}
      />
      <SaveNote field={field} />
    </div>
  );
}
