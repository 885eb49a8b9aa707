// Giving the coordinator's role to somebody else, in one step: there is never a moment without one.
import { handOver } from '@adagia/shared/api/portfolio';
import { Button, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh, refreshProposals } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { askFirst } from '../../ui/ask-first.ts';
import { useTask } from '../../ui/use-task.ts';
import { Part } from './settings-page.tsx';

export function HandOver() {
  const { t } = useTranslation('home');
  const { proposal, me } = useProposal();
  const [userId, setUser] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [isBusy, run] = useTask();
  // Whoever came by a link alone could lose the proposal with their browser: the server refuses it too.
  const others = proposal.members.filter((member) => member.userId !== me.id && !member.isGuest);
  const successor = others.find((member) => member.userId === userId);
  const give = () =>
    run(async () => {
      if (!successor) return;
      await callApi(handOver, { proposalId: proposal.id }, { userId: successor.userId, isLeaving });
      await refreshProposals();
      if (isLeaving) location.assign('/');
      else await refresh(proposal.id, 'people');
    });
  const ask = () =>
    askFirst({
      title: t('handOver'),
      text: t(isLeaving ? 'handOverLeaving' : 'handOverStaying', { name: successor?.name ?? '' }),
      confirm: t('handOver'),
      onConfirm: give,
    });
  if (others.length === 0) return <Part title={t('handOver')} text={t('handOverNobody')} />;
  return (
    <Part title={t('handOver')} text={t('handOverText')}>
      <Select
        aria-label={t('handOverTo')}
        placeholder={t('handOverTo')}
        data={others.map(({ userId: value, name }) => ({ value, label: name }))}
        value={userId}
        onChange={setUser}
        w={{ base: '100%', xs: 240 }}
      />
      <Checkbox
        label={t('handOverLeave')}
        checked={isLeaving}
        onChange={(event) => setLeaving(event.currentTarget.checked)}
      />
      <Button variant="light" disabled={!successor} loading={isBusy} onClick={ask}>
        {t('handOver')}
      </Button>
    </Part>
  );
}
