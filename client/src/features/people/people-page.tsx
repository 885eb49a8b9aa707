// Everybody of the proposal, invitations, and the mails that went out.
import { can } from '@adagia/shared/roles';
import { Container, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { RoleMatrixSection } from '../rights/role-matrix-section.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MailList } from './mail-list.tsx';
import { MemberList } from './member-list.tsx';
import { RequestList } from './request-list.tsx';

export function PeoplePage() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  return (
    <Container size="md" py="lg">
      <Stack gap="xl">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        {can(proposal.role, 'invitation.manage') && <RequestList />}
        <MemberList />
        {can(proposal.role, 'invitation.manage') && (
          <>
            <section aria-label={t('inviteTitle')}>
              <Title order={2} size="h4" mb="sm">
                {t('inviteTitle')}
              </Title>
              <InviteForm />
            </section>
            <InvitationList />
          </>
        )}
        {can(proposal.role, 'mailbox.read') && <MailList />}
        <RoleMatrixSection />
      </Stack>
    </Container>
  );
}
