// What can be done about a proposal as a whole, from its card. The server asks for the same capabilities.
import { type HomeCard, removeMember } from '@adagia/shared/api/people';
import { deleteProposal, setArchived } from '@adagia/shared/api/portfolio';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopyPlus,
  IconDoorExit,
  IconDots,
  IconSettings,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refreshProposals, useMe } from '../../api/queries.ts';
import { askFirst } from '../../ui/ask-first.ts';
import { useTask } from '../../ui/use-task.ts';

export function ProposalMenu({ card }: { card: HomeCard }) {
  const { t } = useTranslation('home');
  const name = card.acronym || card.title;
  const params = { proposalId: card.id };
  const [isBusy, run] = useTask();
  const { data: me } = useMe();
  const then = (work: () => Promise<unknown>) => run(() => work().then(refreshProposals));
  const leave = () =>
    askFirst({
      title: t('leaveTitle', { name }),
      text: t('leaveText'),
      confirm: t('leave'),
      onConfirm: () => me && then(() => callApi(removeMember, { ...params, userId: me.id }, {})),
    });
  const remove = () =>
    askFirst({
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      confirm: t('delete'),
      onConfirm: () => then(() => callApi(deleteProposal, params, {})),
    });
  const ArchiveIcon = card.isArchived ? IconArchiveOff : IconArchive;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" loading={isBusy} aria-label={t('menu', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/p/$proposalId/settings"
          params={params as never}
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t('settings')}
        </Menu.Item>
        {can(card.role, 'proposal.clone') && (
          <Menu.Item
            component={Link}
            to="/p/$proposalId/clone"
            params={params as never}
            leftSection={<IconCopyPlus size={16} aria-hidden />}
          >
            {t('clone')}
          </Menu.Item>
        )}
        {can(card.role, 'proposal.manage') && (
          <Menu.Item
            leftSection={<ArchiveIcon size={16} aria-hidden />}
            onClick={() => then(() => callApi(setArchived, params, { isArchived: !card.isArchived }))}
          >
            {card.isArchived ? t('unarchive') : t('archive')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDoorExit size={16} aria-hidden />} onClick={leave}>
          {t('leave')}
        </Menu.Item>
        {can(card.role, 'proposal.delete') && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
            {t('delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
