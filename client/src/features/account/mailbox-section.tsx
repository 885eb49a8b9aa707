// Where no mail leaves the server: those about accounts, for its administrator. Says what they are, since each is a key.
import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInstallationMails, useSignInWays } from '../../api/account-queries.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { AccountSection } from './account-section.tsx';

export function MailboxSection({ isAdministrator }: { isAdministrator: boolean }) {
  const { t, i18n } = useTranslation('account');
  const { data: ways } = useSignInWays();
  const isShown = isAdministrator && ways?.delivery === 'mailbox';
  const { data: mails = [] } = useInstallationMails(isShown);
  if (!isShown) return null;
  const format = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <AccountSection title={t('mailbox')}>
      <Text>{t('mailboxText')}</Text>
      {mails.length === 0 && <Text c="dimmed">{t('mailboxEmpty')}</Text>}
      <Stack component="ul" gap="md" p={0} m={0}>
        {mails.map(({ id, to, subject, text, sentAt }) => (
          <Stack key={id} component="li" gap={4}>
            <Text fw={600}>{subject}</Text>
            <Text size="sm" c="dimmed">
              {to}, {format.format(new Date(sentAt))}
            </Text>
            <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Code>
          </Stack>
        ))}
      </Stack>
    </AccountSection>
  );
}
