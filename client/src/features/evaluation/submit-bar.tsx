// What an evaluation comes to so far, and the step out of privacy: to submit it, and back until the round is closed.
import { type OwnEvaluation, type Round, submitEvaluation, withdrawEvaluation } from '@adagia/shared/api/evaluations';
import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { countKeptFields } from '../../offline/kept-fields.ts';
import { useTask } from '../../ui/use-task.ts';
import classes from './evaluation.module.css';
import { useEvaluationWords } from './use-evaluation-words.ts';
import { setOwnEvaluation, useRefreshRounds } from './use-rounds.ts';
import { keptPlaceOf, storedIn } from './use-score-field.ts';

interface SubmitBarProps {
  round: Round;
  own: OwnEvaluation;
  pending: ReadonlySet<Promise<unknown>>;
}

export function SubmitBar({ round, own, pending }: SubmitBarProps) {
  const { t } = useTranslation('evaluation');
  const { proposal, me } = useProposal();
  const words = useEvaluationWords();
  const refresh = useRefreshRounds();
  const [isBusy, run] = useTask();
  const given = round.scale.criteria.map(({ id }) => storedIn(own, id, 'points')).filter((points) => points !== '');
  const missing = round.scale.criteria.length - given.length;
  const sum = given.reduce((total, points) => total + Number(points), 0);
  const place = { proposalId: proposal.id, roundId: round.id };
  const change = (route: typeof submitEvaluation) => async () => {
    setOwnEvaluation(proposal.id, round.id, await callApi(route, place, {}));
    await refresh();
  };
  const submit = () =>
    run(async () => {
      await Promise.allSettled(pending);
      if (countKeptFields(me.id, keptPlaceOf(proposal.id, round.id)) === 0) return change(submitEvaluation)();
      notifications.show({ color: 'orange', message: t('notSavedYet'), autoClose: 8000 });
      return undefined;
    });
  const ask = () =>
    modals.openConfirmModal({
      title: t('submitTitle'),
      children: t('submitText'),
      labels: { confirm: t('submit'), cancel: t('cancel') },
      onConfirm: submit,
    });
  const isClosed = round.closedAt !== null;
  const isSubmitted = own.submittedAt !== null;
  return (
    <div className={classes.submit}>
      <Text size="sm" role="status">
        {own.submittedAt
          ? t('submittedAt', { when: words.moment(own.submittedAt) })
          : t(isClosed ? 'closedUnsubmitted' : 'privateNow')}{' '}
        {t('soFar', { points: words.points(sum), count: missing })}
      </Text>
      {!isClosed && !isSubmitted && (
        <Button onClick={ask} loading={isBusy} disabled={missing > 0}>
          {t('submit')}
        </Button>
      )}
      {!isClosed && isSubmitted && (
        <Button variant="default" onClick={() => run(change(withdrawEvaluation))} loading={isBusy}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  );
}
