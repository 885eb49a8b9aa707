// Members with role and organisation; coordinators change both, everybody may leave.
import { changeMember, type Member, removeMember } from '@adagia/shared/api/people';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDoorExit, IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { showProblem } from '../../ui/show-problem.ts';
import { MemberSections } from '../rights/member-sections.tsx';
import { GuestActions, GuestDevices } from './guest-row.tsx';
import { OrganisationSelect } from './organisation-select.tsx';
import classes from './people.module.css';
import { RoleSelect } from './role-select.tsx';

export function MemberList() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  return (
    <section aria-label={t('members')}>
      <Title order={2} size="h4" mb="sm">
        {t('members')}
      </Title>
      <ul className={classes.list}>
        {proposal.members.map((member) => (
          <MemberRow key={member.userId} member={member} />
        ))}
      </ul>
    </section>
  );
}

function useMemberActions(member: Member) {
  const { t } = useTranslation('people');
  const { proposal, me } = useProposal();
  const isMe = member.userId === me.id;
  const params = { proposalId: proposal.id, userId: member.userId };

  const change = (
    body: Parameters<
      typeof callApi<typeof changeMember.params, typeof changeMember.body, typeof changeMember.response>
    >[2],
  ) => callApi(changeMember, params, body).then(() => refresh(proposal.id, 'people'), showProblem);

  const remove = async () => {
    try {
      await callApi(removeMember, params, {});
      if (isMe) location.assign('/');
      else await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    }
  };
  const removeText = member.isGuest ? t('removeGuestText') : t('removeMemberText');
  const ask = () =>
    modals.openConfirmModal({
      title: isMe ? t('leave') : t('removeMember', { name: member.name }),
      children: isMe ? t('leaveText') : removeText,
      labels: { confirm: isMe ? t('leave') : t('remove', { ns: 'common' }), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove(),
    });
  return { isMe, canManage: can(proposal.role, 'member.manage'), change, ask };
}

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation('people');
  const { isMe, canManage, change, ask } = useMemberActions(member);
  return (
    <li className={classes.row}>
      <Group wrap="nowrap" gap="sm" className={classes.who}>
        <PersonBadge id={member.userId} name={member.name} size={32} />
        <div>
          <Text size="sm" fw={600}>
            <bdi>{member.name}</bdi> {isMe && `(${t('you')})`}
          </Text>
          <Text size="xs" c="dimmed">
            {[member.email, member.isGuest && t('withoutAccount')].filter(Boolean).join(', ')}
          </Text>
          <MemberSections member={member} />
          {member.isGuest && canManage && <GuestDevices member={member} />}
        </div>
      </Group>
      <OrganisationSelect
        label={t('organisation')}
        isHidden
        value={member.organisationId}
        isDisabled={!canManage}
        onChange={(organisationId) => void change({ organisationId })}
      />
      <RoleSelect
        label={t('role')}
        isHidden
        value={member.role}
        isDisabled={!canManage}
        onChange={(role) => void change({ role })}
      />
      <Group gap={2} wrap="nowrap" className={classes.actions}>
        {member.isGuest && canManage && <GuestActions member={member} />}
        {(canManage || isMe) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isMe ? t('leave') : t('removeMember', { name: member.name })}
            onClick={ask}
          >
            {isMe ? <IconDoorExit size={18} /> : <IconUserMinus size={18} />}
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}
