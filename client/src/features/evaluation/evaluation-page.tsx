// Mock evaluations of the proposal: the rounds that this person leads, evaluates in, or is shown the results of.
import type { Round } from '@adagia/shared/api/evaluations';
import { can } from '@adagia/shared/roles';
import { Button, Container, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import classes from './evaluation.module.css';
import { OpenRound } from './open-round.tsx';
import { OwnEvaluation } from './own-evaluation.tsx';
import { Results } from './results.tsx';
import { RoundSteps } from './round-steps.tsx';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { useRounds } from './use-rounds.ts';

export function EvaluationPage() {
  const { t } = useTranslation('evaluation');
  return (
    <Container size="xl" py="lg" className={classes.page}>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md" maw={720} className={classes.intro}>
        {t('intro')}
      </Text>
      <Rounds />
    </Container>
  );
}

function Rounds() {
  const { t } = useTranslation('evaluation');
  const { proposal } = useProposal();
  const { data: rounds, error } = useRounds();
  const [isOpening, setOpening] = useState(false);
  const navigate = useNavigate();
  const wanted = useLocation({ select: ({ hash }) => hash });
  const canManage = can(proposal.role, 'evaluation.manage');
  if (error && !rounds) return <EmptyState title={problemText(error)} />;
  if (!rounds) return <Waiting />;
  const choose = (id: string) => void navigate({ to: '.', hash: id, replace: true });
  const round = rounds.find(({ id }) => id === wanted) ?? rounds[0];
  if (isOpening) {
    const opened = ({ id }: Round) => {
      setOpening(false);
      choose(id);
    };
    const number = (rounds[0]?.number ?? 0) + 1;
    return <OpenRound number={number} onOpened={opened} onCancel={() => setOpening(false)} />;
  }
  const begin = canManage && <Button onClick={() => setOpening(true)}>{t('open')}</Button>;
  if (!round) {
    return (
      <EmptyState title={t(canManage ? 'empty' : 'emptyForOthers')} action={begin}>
        {t(canManage ? 'emptyText' : 'emptyForOthersText')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={classes.head}>
        <RoundSelect rounds={rounds} round={round} onChoose={choose} />
        {begin}
      </div>
      <OneRound key={round.id} round={round} before={roundBefore(rounds, round)} />
    </>
  );
}

/** The one before whose results this person sees too. */
const roundBefore = (rounds: readonly Round[], { number }: Round): Round | null =>
  rounds.find((one) => one.number < number && one.seesResults) ?? null;

interface RoundSelectProps {
  rounds: readonly Round[];
  round: Round;
  onChoose(id: string): void;
}

function RoundSelect({ rounds, round, onChoose }: RoundSelectProps) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const stateOf = ({ closedAt, dueOn }: Round) => {
    if (closedAt) return t('closedAt', { when: words.moment(closedAt) });
    return dueOn ? t('openUntil', { day: words.day(dueOn) }) : t('isOpen');
  };
  const data = rounds.map((one) => ({
    value: one.id as string,
    label: `${t('round', { number: one.number })}: ${words.versionOf(one)}`,
  }));
  return (
    <div className={classes.choice}>
      <Select
        label={t('roundLabel')}
        description={stateOf(round)}
        allowDeselect={false}
        value={round.id}
        data={data}
        onChange={(id) => id && onChoose(id)}
      />
    </div>
  );
}

type View = 'mine' | 'results';

function OneRound({ round, before }: { round: Round; before: Round | null }) {
  const { t } = useTranslation('evaluation');
  const { proposal } = useProposal();
  const isEvaluator = round.mine !== null;
  const isOpenToMe = isEvaluator && round.mine?.submittedAt === null && round.closedAt === null;
  const [view, setView] = useState<View>(isOpenToMe || !round.seesResults ? 'mine' : 'results');
  const isBoth = isEvaluator && round.seesResults;
  const canManage = can(proposal.role, 'evaluation.manage');
  return (
    <>
      {isBoth && (
        <SegmentedControl<View>
          className={classes.switch ?? ''}
          aria-label={t('title')}
          value={view}
          onChange={setView}
          data={[
            { value: 'mine', label: t('yourEvaluation') },
            { value: 'results', label: t('results') },
          ]}
        />
      )}
      {isEvaluator && (view === 'mine' || !isBoth) && <OwnEvaluation round={round} />}
      {round.seesResults && (view === 'results' || !isBoth) && (
        <>
          {canManage && <RoundSteps round={round} evaluators={round.evaluators ?? []} />}
          <Results round={round} before={before} />
        </>
      )}
    </>
  );
}
