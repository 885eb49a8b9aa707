// The bar on top of every page: home, what the page puts beside it, and the account's menu.
import type { Me } from '@adagia/shared/api/people';
import { ActionIcon, Anchor, Group, Menu, useMantineColorScheme } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDeviceDesktop, IconLogout, IconMoon, IconServerCog, IconSun, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../api/account-queries.ts';
import { signOut } from '../api/accounts.ts';
import { GuestMenu } from '../features/entering/guest-menu.tsx';
import { withWords } from '../i18n/with-words.ts';
import classes from './app-header.module.css';
import { initialsOf, PersonBadge } from './person-badge.tsx';
import { showProblem } from './show-problem.ts';

/** After the page: nobody waits for news before they can write. */
const InboxBell = lazy(() =>
  withWords(import('../features/inbox/inbox-bell.tsx')).then(({ InboxBell: one }) => ({ default: one })),
);

export function AppHeader({ me, children }: { me: Me; children?: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <header className={classes.header}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <Group wrap="nowrap" gap="sm" h="100%" px={{ base: 'xs', xs: 'md' }}>
        <Anchor component={Link} to="/" fw={700} underline="never" aria-label={t('home')}>
          <span className={classes.logo} data-short={children !== undefined || undefined}>
            Adagia
          </span>
        </Anchor>
        <div className={classes.middle}>{children}</div>
        <Suspense fallback={<span className={classes.bell} />}>
          <InboxBell />
        </Suspense>
        <AccountMenu me={me} />
      </Group>
      <Suspense>{me.formerGuest && <FormerGuest me={me} />}</Suspense>
    </header>
  );
}

// Fetched when they are needed: few are guests, and once each.
const BecomeAccountDialog = lazy(async () => {
  const { BecomeAccountDialog: dialog } = await withWords(import('../features/entering/become-account.tsx'));
  return { default: dialog };
});
const FormerGuest = lazy(async () => {
  const { FormerGuest: dialog } = await withWords(import('../features/entering/former-guest.tsx'));
  return { default: dialog };
});

const looks = [
  { value: 'light', label: 'themeLight', Icon: IconSun },
  { value: 'dark', label: 'themeDark', Icon: IconMoon },
  { value: 'auto', label: 'themeAuto', Icon: IconDeviceDesktop },
] as const;

function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const [isBecoming, setBecoming] = useState(false);

  const leave = async (force: boolean) => {
    try {
      if (await signOut(me, force)) location.assign('/sign-in');
      else askToLeave();
    } catch (error) {
      showProblem(error);
    }
  };
  const askToLeave = () =>
    modals.openConfirmModal({
      title: t('signOut'),
      children: t('signOutUnsaved'),
      labels: { confirm: t('signOut'), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () => void leave(true),
    });

  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          radius="xl"
          aria-label={t('menu', { name: me.name, initials: initialsOf(me.name) })}
        >
          <PersonBadge id={me.id} name={me.name} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{me.name}</bdi>
        </Menu.Label>
        <Menu.Label>{me.isGuest ? t('guestLabel', { ns: 'entering' }) : me.email}</Menu.Label>
        <Menu.Divider />
        <AdministrationItem />
        <Menu.Label>{t('theme')}</Menu.Label>
        {looks.map(({ value, label, Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(value)}
            {...(colorScheme === value && { 'aria-current': true, fw: 600 })}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {me.isGuest ? (
          <GuestMenu me={me} onBecome={() => setBecoming(true)} />
        ) : (
          <>
            <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
              {t('account')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave(false)}>
              {t('signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
      <Suspense>{isBecoming && <BecomeAccountDialog onClose={() => setBecoming(false)} />}</Suspense>
    </Menu>
  );
}

/** Asked for when the menu is opened: most people never see it. */
function AdministrationItem() {
  const { t } = useTranslation('shell');
  const { data } = useAccount();
  if (!data?.isAdministrator) return null;
  return (
    <Menu.Item component={Link} to="/administration" leftSection={<IconServerCog size={16} aria-hidden />}>
      {t('administration')}
    </Menu.Item>
  );
}
