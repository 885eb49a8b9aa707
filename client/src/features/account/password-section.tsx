// The password: a new one in place of the old, or a first one for who signs in in other ways.
import type { Account } from '@adagia/shared/api/account';
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../../api/accounts.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { MailboxNote } from '../sign-in/mail-sent.tsx';
import { AccountSection } from './account-section.tsx';
import { useStep } from './use-step.ts';

export function PasswordSection({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  return (
    <AccountSection title={t('passwordTitle')}>
      {account.hasPassword ? <ChangeForm account={account} /> : <FirstPassword account={account} />}
    </AccountSection>
  );
}

function FirstPassword({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { errors, done, isBusy, run } = useStep();
  const send = () =>
    run(async () => {
      await postAuth('request-password-reset', { email: account.email });
      return t('resetSent', { email: account.email });
    });
  return (
    <Stack gap="sm">
      <Text>{t('noPassword')}</Text>
      <FormAlert error={errors.form} done={done} />
      {done && <MailboxNote />}
      <Button variant="light" w="fit-content" loading={isBusy} onClick={() => void send()}>
        {t('sendPasswordLink')}
      </Button>
    </Stack>
  );
}

function ChangeForm({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation('shell');
  const { errors, setErrors, done, isBusy, run } = useStep();
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (after.length < 10) return setErrors({ code: shell('passwordShort') });
    return void run(async () => {
      await postAuth('change-password', { currentPassword: before, newPassword: after });
      setBefore('');
      setAfter('');
      return t('passwordChanged');
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormAlert error={errors.form} done={done} />
        {/* Which account it is, for programs that keep passwords. */}
        <input type="text" name="username" autoComplete="username" value={account.email} readOnly hidden />
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          maw={360}
          value={before}
          error={errors.password}
          onChange={(event) => setBefore(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('newPassword')}
          description={shell('passwordHint')}
          autoComplete="new-password"
          maw={360}
          value={after}
          error={errors.code}
          onChange={(event) => setAfter(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" w="fit-content" loading={isBusy}>
          {t('changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
