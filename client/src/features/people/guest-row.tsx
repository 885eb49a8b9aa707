// Under the name of somebody without an account: on which devices they are in, and what a coordinator can do about that.
import { createReturnLink, endGuestSessions, type Guest } from '@adagia/shared/api/entering';
import type { Member } from '@adagia/shared/api/people';
import { ActionIcon, Menu, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDeviceMobileOff, IconDots, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useGuests } from '../../api/entering-queries.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { showProblem } from '../../ui/show-problem.ts';
import { NewLink } from './new-link.tsx';

export function GuestDevices({ member }: { member: Member }) {
  const { t, i18n } = useTranslation('people');
  const { proposal } = useProposal();
  const { data } = useGuests(proposal.id, true);
  const date = momentFormat(i18n.language, { dateStyle: 'medium' });
  const guest = data?.find(({ userId }) => userId === member.userId);
  if (!guest) return null;
  const sessionOf = ({ device, startedAt }: Guest['sessions'][number]) =>
    t('guestSince', { device: device || t('guestDevice'), when: date.format(new Date(startedAt)) });
  return (
    <Text size="xs" c="dimmed">
      {guest.sessions.length > 0 ? guest.sessions.map(sessionOf).join('; ') : t('guestNowhere')}
    </Text>
  );
}

export function GuestActions({ member }: { member: Member }) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const params = { proposalId: proposal.id, userId: member.userId };
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);

  const letIn = () => callApi(createReturnLink, params, {}).then(setMade, showProblem);
  const end = () => callApi(endGuestSessions, params, {}).then(() => refresh(proposal.id, 'people'), showProblem);
  const askToEnd = () =>
    modals.openConfirmModal({
      title: t('endDevices'),
      children: t('endDevicesText'),
      labels: { confirm: t('endDevices'), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () => void end(),
    });

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('guestActions', { name: member.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => void letIn()}>
            {t('newWayIn')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceMobileOff size={16} aria-hidden />} color="red" onClick={askToEnd}>
            {t('endDevices')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {made && <WayBack name={member.name} {...made} onClose={() => setMade(null)} />}
    </>
  );
}

function WayBack(props: { name: string; link: string; expiresAt: string; onClose(): void }) {
  const { name, link, expiresAt, onClose } = props;
  const { t, i18n } = useTranslation('people');
  const when = momentFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(expiresAt));
  return (
    <PassingDialog onClose={onClose} title={t('newWayIn')}>
      <Stack>
        <Text size="sm">{t('newWayInText', { name, when })}</Text>
        <NewLink link={link} />
      </Stack>
    </PassingDialog>
  );
}
