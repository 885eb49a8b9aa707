// The share dialog that people know: invite, who is in, who is invited, and who can open it.
import { can } from '@adagia/shared/roles';
import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { RoleMatrixToggle } from '../rights/role-matrix-section.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberList } from './member-list.tsx';

export function ShareDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const canInvite = can(proposal.role, 'invitation.manage');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('shareTitle')} size="lg">
      <Stack gap="lg">
        {canInvite && <InviteForm />}
        <MemberList />
        <RoleMatrixToggle />
        {canInvite && <InvitationList />}
        <Text size="sm" c="dimmed">
          <IconLock size={14} aria-hidden /> {t('access')}: {t('restricted')}
        </Text>
        <Anchor component={Link} to={`/p/${proposal.id}/people` as never} size="sm" onClick={onClose}>
          {t('allPeople')}
        </Anchor>
      </Stack>
    </Modal>
  );
}
