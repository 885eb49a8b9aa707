// Invitations that wait or have lapsed, how often they were used and by whom; and those that are over, as long as somebody is in
// by them. A new link makes the old one useless.
import { type Invitation, resendInvitation } from '@adagia/shared/api/people';
import { Accordion, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh, useInvitations } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { NewLink } from './new-link.tsx';
import classes from './people.module.css';
import { guestsOf, RevokeDialog } from './revoke-dialog.tsx';
import { useInvitationWords } from './use-invitation-words.ts';

const colours = { pending: 'blue', accepted: 'green', expired: 'gray', revoked: 'gray' } as const;
const isWaiting = ({ state }: Invitation): boolean => state === 'pending' || state === 'expired';

export function InvitationList() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const { data = [] } = useInvitations(proposal.id, true);
  const [link, setLink] = useState('');
  const [revoked, setRevoked] = useState<Invitation | null>(null);
  const waiting = data.filter(isWaiting);
  const over = data.filter((one) => !isWaiting(one) && one.usedCount > 0);
  const rowOf = (invitation: Invitation) => (
    <InvitationRow key={invitation.id} invitation={invitation} onLink={setLink} onRevoke={setRevoked} />
  );
  return (
    <section aria-label={t('invitations')}>
      <Title order={2} size="h4" mb="xs">
        {t('invitations')}
      </Title>
      {waiting.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noInvitations')}
        </Text>
      )}
      <Stack gap="xs">
        {link && <NewLink link={link} />}
        <ul className={classes.list}>{waiting.map(rowOf)}</ul>
        {over.length > 0 && (
          <Accordion variant="default" order={3}>
            <Accordion.Item value="over">
              <Accordion.Control>
                <Text size="sm">
                  {t('usedUp')} ({over.length})
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <ul className={classes.list}>{over.map(rowOf)}</ul>
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
        )}
      </Stack>
      {revoked && <RevokeDialog invitation={revoked} onClose={() => setRevoked(null)} />}
    </section>
  );
}

interface RowProps {
  invitation: Invitation;
  onLink(link: string): void;
  onRevoke(invitation: Invitation): void;
}

function InvitationRow({ invitation, onLink, onRevoke }: RowProps) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const { titleOf, detailOf, usersOf } = useInvitationWords();
  const users = usersOf(invitation);
  const resend = async () => {
    try {
      const { link } = await callApi(resendInvitation, { proposalId: proposal.id, invitationId: invitation.id }, {});
      onLink(link);
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <li className={classes.invitation}>
      <div className={classes.who}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            <bdi>{titleOf(invitation)}</bdi>
          </Text>
          <Badge size="sm" variant="light" color={colours[invitation.state]}>
            {t(invitation.state)}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {detailOf(invitation)}
        </Text>
        {users && (
          <Text size="xs" c="dimmed">
            {users}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {isWaiting(invitation) && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => void resend()}>
              {t('resend')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onRevoke(invitation)}>
              {t('revoke')}
            </Button>
          </>
        )}
        {!isWaiting(invitation) && guestsOf(invitation) > 0 && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => onRevoke(invitation)}>
            {t('endGuests')}
          </Button>
        )}
      </Group>
    </li>
  );
}
