// A mail is on its way: where to look for it, also where no mail leaves the server.
import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignInWays } from '../../api/account-queries.ts';

export function MailboxNote() {
  const { t } = useTranslation('account');
  const { data: ways } = useSignInWays();
  if (ways?.delivery !== 'mailbox') return null;
  return (
    <Text size="sm" c="dimmed">
      {t('mailboxNote')}
    </Text>
  );
}

export function MailSent({ text, onBack }: { text: string; onBack?: () => void }) {
  const { t } = useTranslation('account');
  return (
    <Stack gap="sm" role="status">
      <Text>{text}</Text>
      <Text size="sm" c="dimmed">
        {t('sentNothing')}
      </Text>
      <MailboxNote />
      {onBack && (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={onBack}>
          {t('backToSignIn')}
        </Anchor>
      )}
    </Stack>
  );
}
