// The ways in beside the password: a link by mail, a passkey, another program that the organisation uses.
import { Button, Divider, Stack } from '@mantine/core';
import { IconBuilding, IconFingerprint, IconMail } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignInWays } from '../../api/account-queries.ts';
import { leaveForProvider } from '../../api/accounts.ts';
import { hasPasskeys, offerPasskeys, signInByPasskey, withdrawOffer } from '../../api/passkeys.ts';
import { keepFragment } from './kept-fragment.ts';
import { nextPlace } from './next-place.ts';
import classes from './other-ways.module.css';

interface OtherWaysProps {
  onLink(): void;
  onDone(): void;
  onError(words: string): void;
}

/** The browser shows passkeys among what it fills in for the address. */
function usePasskeyOffer(onDone: () => void): void {
  const take = useEffectEvent(onDone);
  // Once for the page: each offer is a question to the server.
  useEffect(() => {
    let isOpen = true;
    offerPasskeys().then(
      (isTaken) => isTaken && isOpen && take(),
      // Nobody asked for it: the form is there all the same.
      () => undefined,
    );
    return () => {
      isOpen = false;
      void withdrawOffer();
    };
  }, []);
}

export function OtherWays({ onLink, onDone, onError }: OtherWaysProps) {
  const { t } = useTranslation('account');
  const { data: ways } = useSignInWays();
  usePasskeyOffer(onDone);
  const byPasskey = () => signInByPasskey().then(onDone, () => onError(t('passkeyFailed')));
  const byProvider = (name: string) => {
    keepFragment();
    return leaveForProvider(placeWithoutSecret()).catch(() => onError(t('providerUnreachable', { name })));
  };
  // The name of an organisation may need two lines on a phone.
  const look = {
    variant: 'default',
    fullWidth: true,
    h: 'auto',
    mih: 36,
    py: 6,
    classNames: { label: classes.label },
  } as const;
  return (
    <Stack gap="xs">
      <Divider label={t('or')} my={4} />
      {ways?.oidcName && (
        <Button
          {...look}
          leftSection={<IconBuilding size={18} aria-hidden />}
          onClick={() => void byProvider(ways.oidcName ?? '')}
        >
          {t('byProvider', { name: ways.oidcName })}
        </Button>
      )}
      <Button {...look} leftSection={<IconMail size={18} aria-hidden />} onClick={onLink}>
        {t('byLink')}
      </Button>
      {hasPasskeys() && (
        <Button {...look} leftSection={<IconFingerprint size={18} aria-hidden />} onClick={() => void byPasskey()}>
          {t('byPasskey')}
        </Button>
      )}
    </Stack>
  );
}

/** The other program brings people back by an address: what stands behind the '#' waits here (keepFragment). */
function placeWithoutSecret(): string {
  return nextPlace().split('#')[0] || '/';
}
