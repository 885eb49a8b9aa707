import { Anchor, Text } from '@mantine/core';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { AccountForm } from './account-form.tsx';
import { SignLayout } from './sign-layout.tsx';

export function SignUpPage() {
  const { t } = useTranslation('shell');
  const { next } = useSearch({ from: '/sign-up' });
  const { history } = useRouter();
  useDocumentTitle(t('signUp'));
  return (
    <SignLayout title={t('signUp')}>
      <AccountForm isNew={true} onDone={() => history.push(next ?? '/')} />
      <Text size="sm" mt="md">
        <Anchor component={Link} to="/sign-in" {...(next && { search: { next } as never })}>
          {t('haveAccount')}
        </Anchor>
      </Text>
    </SignLayout>
  );
}
