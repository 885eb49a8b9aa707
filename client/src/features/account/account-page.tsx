// One's own account, on one page: who one is, how one signs in, where one is signed in, and how to leave.
import { Container, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../api/account-queries.ts';
import { RequireMe, Waiting } from '../../pages/require-me.tsx';
import { AppHeader } from '../../ui/app-header.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { DeletionSection } from './deletion-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { MailboxSection } from './mailbox-section.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionSection } from './session-section.tsx';

export function AccountPage() {
  const { t } = useTranslation('account');
  useDocumentTitle(t('title'));
  return (
    <RequireMe>
      {(me) => (
        <>
          <AppHeader me={me} />
          <Container component="main" id="content" size="sm" py="lg">
            <Title order={1} size="h2" mb="lg">
              {t('title')}
            </Title>
            <Sections me={me} />
          </Container>
        </>
      )}
    </RequireMe>
  );
}

function Sections({ me }: { me: Parameters<typeof DeletionSection>[0]['me'] }) {
  const { data: account, error } = useAccount();
  if (!account) return error ? <EmptyState title={problemText(error)} /> : <Waiting />;
  return (
    <Stack gap="lg">
      <ProfileSection account={account} />
      <PasswordSection account={account} />
      <FactorSection account={account} />
      <PasskeySection account={account} />
      <SessionSection />
      <MailboxSection isAdministrator={account.isAdministrator} />
      <DeletionSection me={me} account={account} />
    </Stack>
  );
}
