// Invitations that wait or have lapsed; a new link makes the old one useless.
import { type Invitation, resendInvitation, revokeInvitation } from '@adagia/shared/api/people';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh, useInvitations } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { NewLink } from './invite-form.tsx';
import classes from './people.module.css';

const colours = { pending: 'blue', accepted: 'green', expired: 'gray', revoked: 'gray' } as const;

export function InvitationList() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const { data = [] } = useInvitations(proposal.id, true);
  const [link, setLink] = useState('');
  const shown = data.filter(({ state }) => state === 'pending' || state === 'expired');
  return (
    <section aria-label={t('invitations')}>
      <Title order={2} size="h4" mb="xs">
        {t('invitations')}
      </Title>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noInvitations')}
        </Text>
      )}
      <Stack gap="xs">
        {link && <NewLink link={link} />}
        <ul className={classes.list}>
          {shown.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} onLink={setLink} />
          ))}
        </ul>
      </Stack>
    </section>
  );
}

function InvitationRow({ invitation, onLink }: { invitation: Invitation; onLink(link: string): void }) {
  const { t, i18n } = useTranslation('people');
  const { proposal } = useProposal();
  const params = { proposalId: proposal.id, invitationId: invitation.id };
  const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(invitation.expiresAt));
  const organisation = proposal.organisations.find(({ id }) => id === invitation.organisationId);

  const act = async (work: () => Promise<{ link?: string }>) => {
    try {
      const answer = await work();
      onLink(answer.link ?? '');
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    }
  };

  return (
    <li className={classes.organisation}>
      <span />
      <div>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {invitation.email || t('byLink')}
          </Text>
          <Badge size="sm" variant="light" color={colours[invitation.state]}>
            {t(invitation.state)}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {[t(invitation.role), organisation?.legalName, t('until', { when: until })].filter(Boolean).join(', ')}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void act(() => callApi(resendInvitation, params, {}))}
        >
          {t('resend')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() => void act(async () => ({ ...(await callApi(revokeInvitation, params, {})), link: '' }))}
        >
          {t('revoke')}
        </Button>
      </Group>
    </li>
  );
}
