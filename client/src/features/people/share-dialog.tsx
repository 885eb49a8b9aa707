// The share dialog that people know: who asks, invite, who is in, who is invited, and who can open it.
import { can } from '@adagia/shared/roles';
import { Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { RoleMatrixToggle } from '../rights/role-matrix-section.tsx';
import { GeneralAccess } from './general-access.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberList } from './member-list.tsx';
import { RequestList } from './request-list.tsx';

export function ShareDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const canInvite = can(proposal.role, 'invitation.manage');
  return (
    <PassingDialog onClose={onClose} title={t('shareTitle')} size="lg">
      <Stack gap="lg">
        {canInvite && <RequestList />}
        {canInvite && <InviteForm />}
        <MemberList />
        <RoleMatrixToggle />
        {canInvite && <InvitationList />}
        <GeneralAccess canSeeLinks={canInvite} />
        <Anchor component={Link} to={`/p/${proposal.id}/people` as never} size="sm" onClick={onClose}>
          {t('allPeople')}
        </Anchor>
      </Stack>
    </PassingDialog>
  );
}
