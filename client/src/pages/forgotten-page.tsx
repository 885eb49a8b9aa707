// A forgotten password: the address, and the same answer whether it is known or not.
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../api/accounts.ts';
import { MailSent } from '../features/sign-in/mail-sent.tsx';
import { nextPlace } from '../features/sign-in/next-place.ts';
import { type AccountErrors, useAccountWords } from '../features/sign-in/use-account-words.ts';
import { FormAlert } from '../ui/form-alert.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { SignLayout } from './sign-layout.tsx';

export function ForgottenPage() {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation('shell');
  const wordsOf = useAccountWords();
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<AccountErrors>({});
  const [isSent, setSent] = useState(false);
  useDocumentTitle(t('forgottenTitle'));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await postAuth('request-password-reset', { email: email.trim(), next: nextPlace() });
      setSent(true);
    } catch (error) {
      setErrors(wordsOf(error));
    }
  };
  if (isSent) {
    return (
      <SignLayout title={t('sentTitle')}>
        <MailSent text={t('resetSent', { email: email.trim() })} onBack={() => setSent(false)} />
      </SignLayout>
    );
  }
  return (
    <SignLayout title={t('forgottenTitle')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <FormAlert error={errors.form} />
          <Text size="sm">{t('forgottenText')}</Text>
          <TextInput
            label={shell('email')}
            type="email"
            autoComplete="username"
            value={email}
            error={errors.email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit">{t('forgottenGo')}</Button>
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('backToSignIn')}
          </Anchor>
        </Stack>
      </form>
    </SignLayout>
  );
}
