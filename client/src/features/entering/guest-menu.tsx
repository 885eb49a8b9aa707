// What the account's menu offers to somebody without an account: making one, signing in to one, and leaving this device.
import type { Me } from '@adagia/shared/api/people';
import { Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconLogin2, IconLogout, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../api/accounts.ts';
import { forgetLocalCopies } from '../../session/indexed-copy.ts';
import { showProblem } from '../../ui/show-problem.ts';

/** What the guest has not sent yet could not be sent in their name any more. */
async function goToSignIn(me: Me, words: string): Promise<void> {
  if (await forgetLocalCopies(me.id)) {
    const { pathname } = location;
    location.assign(`/sign-in?${new URLSearchParams({ next: pathname }).toString()}`);
  } else notifications.show({ color: 'yellow', message: words, autoClose: 10_000 });
}

export function GuestMenu({ me, onBecome }: { me: Me; onBecome(): void }) {
  const { t } = useTranslation('entering');
  const leave = async (force: boolean) => {
    try {
      if (await signOut(me, force)) location.assign('/sign-in');
      else ask(t('leaveUnsavedText'), true);
    } catch (error) {
      showProblem(error);
    }
  };
  const ask = (words: string, force: boolean) =>
    modals.openConfirmModal({
      title: t('leaveDevice'),
      children: words,
      labels: { confirm: t('leaveDevice'), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () => void leave(force),
    });
  return (
    <>
      <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={onBecome}>
        {t('becomeAccount')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLogin2 size={16} aria-hidden />}
        onClick={() => void goToSignIn(me, t('unsavedFirst')).catch(showProblem)}
      >
        {t('signInInstead')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => ask(t('leaveDeviceText'), false)}>
        {t('leaveDevice')}
      </Menu.Item>
    </>
  );
}
