// A guest makes an account, and stays the person they are here.
import { becomeAccount } from '@adagia/shared/api/entering';
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshAccount } from '../../api/account-queries.ts';
import { ApiError, callApi } from '../../api/call.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { MailSent } from '../sign-in/mail-sent.tsx';
import { useVerifiedElsewhere } from '../sign-in/verified-elsewhere.ts';
import { isEmailLike } from './is-email-like.ts';

const PASSWORD_MIN = 10;

interface BecomeAccountProps {
  onDone(): void;
}

export function BecomeAccountForm({ onDone }: BecomeAccountProps) {
  const { t } = useTranslation('entering');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [isSent, setSent] = useState(false);
  const isEmailWrong = !isEmailLike(email);
  const isShort = password.length < PASSWORD_MIN;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setProblem('');
    if (isEmailWrong || isShort) return;
    setBusy(true);
    try {
      const { isDone } = await callApi(becomeAccount, {}, { email: email.trim(), password });
      if (!isDone) return setSent(true);
      await refreshAccount();
      notifications.show({
        title: t('becameTitle'),
        message: t('becameText', { email: email.trim() }),
        color: 'green',
      });
      onDone();
    } catch (error) {
      const isTaken = error instanceof ApiError && error.problem?.code === 'email-taken';
      setProblem(isTaken ? t('emailTaken') : problemText(error));
    } finally {
      setBusy(false);
    }
  };

  useVerifiedElsewhere(useCallback(() => void refreshAccount().then(onDone), [onDone]));
  if (isSent) return <MailSent text={t('becomeSent', { email: email.trim() })} onBack={() => setSent(false)} />;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Text size="sm">{t('becomeText')}</Text>
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <TextInput
          label={t('accountEmail')}
          type="email"
          inputMode="email"
          autoComplete="email"
          data-autofocus
          value={email}
          error={isChecked && isEmailWrong && t('emailWrong')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          autoComplete="new-password"
          value={password}
          error={isChecked && isShort && t('passwordShort')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('becomeAccount')}
        </Button>
      </Stack>
    </form>
  );
}

export function BecomeAccountDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('entering');
  return (
    <PassingDialog onClose={onClose} title={t('becomeTitle')}>
      <BecomeAccountForm onDone={onClose} />
    </PassingDialog>
  );
}
