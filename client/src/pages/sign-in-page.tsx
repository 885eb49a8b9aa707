import { Anchor, Text } from '@mantine/core';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { AccountForm } from './account-form.tsx';
import { SignLayout } from './sign-layout.tsx';

export function SignInPage() {
  const { t } = useTranslation('shell');
  const { next } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  useDocumentTitle(t('signIn'));
  return (
    <SignLayout title={t('signIn')}>
      <AccountForm isNew={false} onDone={() => history.push(next ?? '/')} />
      <Text size="sm" mt="md">
        <Anchor component={Link} to="/sign-up" {...(next && { search: { next } as never })}>
          {t('noAccount')}
        </Anchor>
      </Text>
    </SignLayout>
  );
}
