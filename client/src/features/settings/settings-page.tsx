// A proposal as a whole: what I am told of it, its archive and end, handing it over, and the record of rights.

import { removeMember } from '@adagia/shared/api/people';
import { deleteProposal, setArchived } from '@adagia/shared/api/portfolio';
import { can } from '@adagia/shared/roles';
import { Alert, Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh, refreshProposals } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { askFirst } from '../../ui/ask-first.ts';
import { useTask } from '../../ui/use-task.ts';
import { FollowList } from './follow-list.tsx';
import { HandOver } from './hand-over.tsx';
import { useLeftovers } from './use-leftovers.ts';

export function SettingsPage() {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const params = { proposalId: proposal.id };
  return (
    <Container size="md" py="lg">
      <Stack gap="xl">
        <Title order={1} size="h2">
          {t('settings')}
        </Title>
        {proposal.isArchived && <Alert color="gray">{t('archivedNote')}</Alert>}
        <FollowList />
        {can(proposal.role, 'proposal.clone') && (
          <Part title={t('clone')} text={t('cloneText')}>
            <Button variant="light" component={Link} to="/p/$proposalId/clone" params={params as never}>
              {t('clone')}
            </Button>
            <LeftoversLink />
          </Part>
        )}
        {can(proposal.role, 'audit.read') && (
          <Part title={t('audit')} text={t('auditText')}>
            <Button variant="light" component={Link} to="/p/$proposalId/audit" params={params as never}>
              {t('auditOpen')}
            </Button>
          </Part>
        )}
        {can(proposal.role, 'proposal.handOver') && <HandOver />}
        <Endings />
      </Stack>
    </Container>
  );
}

export function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {text}
      </Text>
      <Group gap="xs">{children}</Group>
    </section>
  );
}

/** Only where there are any: most proposals came from nowhere. */
function LeftoversLink() {
  const { t } = useTranslation('home');
  const { id: proposalId } = useProposal().proposal;
  const { data = [] } = useLeftovers(proposalId);
  if (data.length === 0) return null;
  return (
    <Button variant="subtle" component={Link} to="/p/$proposalId/leftovers" params={{ proposalId } as never}>
      {t('leftovers')}
    </Button>
  );
}

function Endings() {
  const { t } = useTranslation('home');
  const { proposal, me } = useProposal();
  const params = { proposalId: proposal.id };
  const [isBusy, run] = useTask();
  const name = proposal.acronym || proposal.title;
  const home = () => refreshProposals().then(() => location.assign('/'));
  const leave = () =>
    askFirst({
      title: t('leaveTitle', { name }),
      text: t('leaveText'),
      confirm: t('leave'),
      onConfirm: () => run(() => callApi(removeMember, { ...params, userId: me.id }, {}).then(home)),
    });
  const remove = () =>
    askFirst({
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      confirm: t('delete'),
      onConfirm: () => run(() => callApi(deleteProposal, params, {}).then(home)),
    });
  const archive = () =>
    run(async () => {
      await callApi(setArchived, params, { isArchived: !proposal.isArchived });
      await Promise.all([refresh(proposal.id, 'people'), refreshProposals()]);
    });
  return (
    <Part title={t('endings')} text={t('endingsText')}>
      {can(proposal.role, 'proposal.manage') && (
        <Button variant="light" loading={isBusy} onClick={archive}>
          {proposal.isArchived ? t('unarchive') : t('archive')}
        </Button>
      )}
      <Button variant="light" onClick={leave}>
        {t('leave')}
      </Button>
      {can(proposal.role, 'proposal.delete') && (
        <Button variant="light" color="red" onClick={remove}>
          {t('delete')}
        </Button>
      )}
    </Part>
  );
}
