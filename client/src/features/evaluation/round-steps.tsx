// A round as its coordinator leads it: who has submitted, who else is asked, until when, its end, and who sees the results.
import * as routes from '@adagia/shared/api/evaluations';
import type { UserId } from '@adagia/shared/ids';
import { Button, Group, Switch, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { askFirst } from '../../ui/ask-first.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { useTask } from '../../ui/use-task.ts';
import { SaveNote } from '../partners/save-note.tsx';
import { useAutosave } from '../partners/use-autosave.ts';
import classes from './evaluation.module.css';
import { EvaluatorSelect } from './evaluator-select.tsx';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { useRefreshRounds } from './use-rounds.ts';

interface StepsProps {
  round: routes.Round;
  evaluators: readonly routes.RoundEvaluator[];
}

export function RoundSteps({ round, evaluators }: StepsProps) {
  const { t } = useTranslation('evaluation');
  const done = evaluators.filter(({ submittedAt }) => submittedAt !== null).length;
  return (
    <section className={classes.card} aria-labelledby="round-steps">
      <Title order={2} size="h5" id="round-steps">
        {t('submittedCount', { done, count: evaluators.length })}
      </Title>
      <ul className={classes.people}>
        {evaluators.map((evaluator) => (
          <Evaluator key={evaluator.userId} round={round} evaluator={evaluator} />
        ))}
      </ul>
      {round.closedAt === null ? <OpenSteps round={round} evaluators={evaluators} /> : <ClosedSteps round={round} />}
    </section>
  );
}

function useStep(round: routes.Round) {
  const { proposal } = useProposal();
  const refresh = useRefreshRounds();
  const [isBusy, run] = useTask();
  const place = { proposalId: proposal.id, roundId: round.id };
  /** What was done is on this screen before the button is free again. */
  const step = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      await refresh();
    });
  return { place, isBusy, step };
}

function Evaluator({ round, evaluator }: { round: routes.Round; evaluator: routes.RoundEvaluator }) {
  const { t } = useTranslation('evaluation');
  const words = useEvaluationWords();
  const { place, isBusy, step } = useStep(round);
  const { userId, name, submittedAt, isMember } = evaluator;
  const remove = () => step(() => callApi(routes.removeEvaluator, { ...place, userId }, {}));
  return (
    <li>
      <PersonBadge id={userId} name={name} size={22} />
      <span className={classes.person}>
        <bdi>{name}</bdi>
      </span>
      <Text size="sm" {...(!submittedAt && { c: 'dimmed' })}>
        {submittedAt ? t('submittedAt', { when: words.moment(submittedAt) }) : t(isMember ? 'awaited' : 'hasLeft')}
      </Text>
      {!submittedAt && round.closedAt === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          loading={isBusy}
          aria-label={t('removeNamed', { name })}
          onClick={() =>
            askFirst({
              title: t('removeNamed', { name }),
              text: t('removeText'),
              confirm: t('remove'),
              onConfirm: remove,
            })
          }
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}

function OpenSteps({ round, evaluators }: StepsProps) {
  const { t } = useTranslation('evaluation');
  const { place, isBusy, step } = useStep(round);
  const [userIds, setUserIds] = useState<UserId[]>([]);
  const add = () =>
    step(async () => {
      await callApi(routes.addEvaluators, place, { userIds });
      setUserIds([]);
    });
  const missing = evaluators.filter(({ submittedAt, isMember }) => submittedAt === null && isMember).length;
  return (
    <>
      <div className={classes.steps}>
        <EvaluatorSelect
          label={t('askMore')}
          taken={evaluators.map(({ userId }) => userId)}
          value={userIds}
          onChange={setUserIds}
        />
        <Button variant="default" onClick={add} loading={isBusy} disabled={userIds.length === 0}>
          {t('ask')}
        </Button>
        <DueField round={round} />
      </div>
      <Group mt="sm">
        <Button
          variant="default"
          loading={isBusy}
          onClick={() =>
            askFirst({
              title: t('closeTitle', { number: round.number }),
              text: missing > 0 ? t('closeTextMissing', { count: missing }) : t('closeText'),
              confirm: t('closeRound'),
              onConfirm: () => step(() => callApi(routes.closeRound, place, {})),
            })
          }
        >
          {t('closeRound')}
        </Button>
      </Group>
    </>
  );
}

function DueField({ round }: { round: routes.Round }) {
  const { t } = useTranslation('evaluation');
  const { place } = useStep(round);
  const refresh = useRefreshRounds();
  const field = useAutosave(`evaluation-due/${round.id}`, {
    stored: round.dueOn,
    save: async (dueOn) => {
      await callApi(routes.changeRound, place, { dueOn });
      await refresh();
    },
  });
  return (
    <div>
      <TextInput
        type="date"
        label={t('dueOn')}
        value={field.value}
        onChange={({ currentTarget }) => field.change(currentTarget.value)}
        onBlur={() => field.commit()}
      />
      {field.state === 'failed' && <SaveNote field={field} />}
    </div>
  );
}

function ClosedSteps({ round }: { round: routes.Round }) {
  const { t } = useTranslation('evaluation');
  const { place, isBusy, step } = useStep(round);
  return (
    <Switch
      mt="sm"
      label={t('share')}
      description={t(round.isAnonymous ? 'shareHintAnonymous' : 'shareHint')}
      checked={round.isShared}
      disabled={isBusy}
      onChange={({ currentTarget: { checked } }) =>
        step(() => callApi(routes.changeRound, place, { isShared: checked }))
      }
    />
  );
}
