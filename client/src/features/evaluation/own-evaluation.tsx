// One's own evaluation: the frozen copy beside the form, criterion by criterion, until it is submitted. On a phone one of the two is
// on the screen.
import type { OwnEvaluation as Own, Round } from '@adagia/shared/api/evaluations';
import { OVERALL } from '@adagia/shared/evaluation/scale';
import { SegmentedControl, Switch, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { CriterionForm } from './criterion-form.tsx';
import classes from './evaluation.module.css';
import { FrozenCopy } from './frozen-copy.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { useFrozen, useOwnEvaluation } from './use-rounds.ts';
import { storedIn } from './use-score-field.ts';

type View = 'copy' | 'form';

export function OwnEvaluation({ round }: { round: Round }) {
  const { t } = useTranslation('evaluation');
  const { data: own, error } = useOwnEvaluation(round.id);
  const [view, setView] = useState<View>('form');
  const [chosen, setChosen] = useState(round.scale.criteria[0]?.id ?? OVERALL);
  const [pending] = useState(() => new Set<Promise<unknown>>());
  if (error && !own) return <EmptyState title={problemText(error)} />;
  if (!own) return <Waiting />;
  const isReadOnly = own.submittedAt !== null || round.closedAt !== null;
  const criteria = [...round.scale.criteria.map(({ id }) => id), OVERALL];
  return (
    <>
      <SegmentedControl<View>
        className={classes.views ?? ''}
        fullWidth
        aria-label={t('views')}
        value={view}
        onChange={setView}
        data={[
          { value: 'copy', label: t('viewCopy') },
          { value: 'form', label: t('viewForm') },
        ]}
      />
      <div className={classes.beside} data-view={view}>
        <Copy round={round} criterionId={chosen === OVERALL ? null : chosen} />
        <section className={classes.form} aria-label={t('yourEvaluation')}>
          <CriterionTabs round={round} own={own} chosen={chosen} onChoose={setChosen} />
          {criteria.map((criterionId) => (
            // All of them stay, so that what could not be saved is tried again whichever is looked at.
            <div key={criterionId} className={classes.fields} hidden={criterionId !== chosen}>
              <CriterionForm
                round={round}
                own={own}
                criterionId={criterionId}
                pending={pending}
                isReadOnly={isReadOnly}
              />
            </div>
          ))}
          <SubmitBar round={round} own={own} pending={pending} />
        </section>
      </div>
    </>
  );
}

function Copy({ round, criterionId }: { round: Round; criterionId: string | null }) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const { frozen, error } = useFrozen(round.id);
  const [showsAll, setShowsAll] = useState(false);
  return (
    <section className={classes.copy} aria-label={t('copyTitle')}>
      <div className={classes.copyHead}>
        <div>
          <Title order={2} size="h4">
            {t('copyTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('copyOf', { version: words.versionOf(round), when: words.moment(round.version.at) })}
          </Text>
        </div>
        {criterionId !== null && (
          <Switch
            label={t('showAll')}
            checked={showsAll}
            onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)}
          />
        )}
      </div>
      {error && !frozen && <EmptyState title={problemText(error)} />}
      {!frozen && !error && <Waiting />}
      {frozen && <FrozenCopy frozen={frozen} criterionId={showsAll ? null : criterionId} />}
    </section>
  );
}

interface TabsProps {
  round: Round;
  own: Own;
  chosen: string;
  onChoose(criterionId: string): void;
}

function CriterionTabs({ round, own, chosen, onChoose }: TabsProps) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const pointsOf = (id: string) => storedIn(own, id, 'points');
  return (
    <nav className={classes.criteria} aria-label={t('criteria')}>
      {round.scale.criteria.map(({ id, label, max }) => (
        <UnstyledButton
          key={id}
          className={classes.criterion}
          aria-current={id === chosen ? 'true' : undefined}
          onClick={() => onChoose(id)}
        >
          <span>{label}</span>
          <span className={classes.given}>
            {pointsOf(id) === ''
              ? t('notScored')
              : t('of', { points: words.points(Number(pointsOf(id))), max: words.points(max) })}
          </span>
        </UnstyledButton>
      ))}
      <UnstyledButton
        className={classes.criterion}
        aria-current={chosen === OVERALL ? 'true' : undefined}
        onClick={() => onChoose(OVERALL)}
      >
        <span>{t('overall')}</span>
      </UnstyledButton>
    </nav>
  );
}
