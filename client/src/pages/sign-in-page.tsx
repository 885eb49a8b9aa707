import { proposalIdSchema } from '@adagia/shared/ids';
import { Anchor, Text } from '@mantine/core';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskAccess } from '../features/entering/ask-access.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { AccountForm } from './account-form.tsx';
import { SignLayout } from './sign-layout.tsx';

/** What the way back from another program says when it did not work. */
function useProviderError(code: string | undefined): string | undefined {
  const { t } = useTranslation('account');
  if (!code) return undefined;
  if (code === 'account_not_linked') return t('providerNotLinked');
  if (code === 'unable_to_create_user') return t('byInvitation');
  return code.toLowerCase() === 'email_not_verified' ? t('providerUnconfirmed') : t('providerFailed');
}

/** Of a proposal that somebody wanted to open, whether it exists or not. */
function proposalIn(next: string | undefined) {
  return proposalIdSchema.safeParse(/^\/p\/([^/?#]+)/.exec(next ?? '')?.[1]).data;
}

export function SignInPage() {
  const { t } = useTranslation('shell');
  const { next, error } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  const words = useProviderError(error);
  const { t: entering } = useTranslation('entering');
  const [isAsking, setAsking] = useState(false);
  const wanted = proposalIn(next);
  useDocumentTitle(t('signIn'));
  if (wanted && isAsking) {
    return (
      <SignLayout title={entering('askTitle')}>
        <AskAccess proposalId={wanted} me={null} />
        <Anchor component="button" type="button" size="sm" mt="md" onClick={() => setAsking(false)}>
          {entering('signInInsteadOfAsking')}
        </Anchor>
      </SignLayout>
    );
  }
  return (
    <SignLayout title={t('signIn')}>
      <AccountForm isNew={false} error={words} onDone={() => history.push(next ?? '/')} />
      <Text size="sm" mt="md">
        <Anchor component={Link} to="/sign-up" {...(next && { search: { next } as never })}>
          {t('noAccount')}
        </Anchor>
      </Text>
      {wanted && (
        <Anchor component="button" type="button" size="sm" mt="xs" onClick={() => setAsking(true)}>
          {entering('askOut')}
        </Anchor>
      )}
    </SignLayout>
  );
}
