// Name and e-mail address. A new address counts when its mailbox confirms it.
import { type Account, changeAccountEmail, renameAccount } from '@adagia/shared/api/account';
import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../../api/accounts.ts';
import { callApi } from '../../api/call.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { useNameFault } from '../../ui/use-name-fault.ts';
import { MailboxNote } from '../sign-in/mail-sent.tsx';
import { AccountSection } from './account-section.tsx';
import { PasswordConfirm } from './password-confirm.tsx';
import { useStep } from './use-step.ts';

export function ProfileSection({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  return (
    <AccountSection title={t('profile')}>
      <NameForm account={account} />
      <Email account={account} />
    </AccountSection>
  );
}

function NameForm({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const faultIn = useNameFault();
  const { errors, setErrors, done, isBusy, run } = useStep();
  const [name, setName] = useState(account.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = faultIn(name);
    if (fault) return setErrors({ name: fault });
    return void run(async () => {
      await callApi(renameAccount, {}, { name });
      return t('saved');
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormAlert error={errors.form} done={done} />
        <TextInput
          label={shell('name')}
          description={t('nameHint')}
          autoComplete="name"
          maw={360}
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" w="fit-content" loading={isBusy} disabled={name === account.name}>
          {common('save')}
        </Button>
      </Stack>
    </form>
  );
}

function Email({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const [isOpen, setOpen] = useState(false);
  const { errors, done, isBusy, run } = useStep();
  const confirm = () =>
    run(async () => {
      await postAuth('send-verification-email', { email: account.email });
      return t('emailAsked', { email: account.email });
    });
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500}>
          {t('emailLabel')}
        </Text>
        <Group gap="xs">
          <Text style={{ overflowWrap: 'anywhere' }}>{account.email}</Text>
          <Badge variant="light" color={account.isEmailVerified ? 'green' : 'orange'}>
            {account.isEmailVerified ? t('emailConfirmed') : t('emailUnconfirmed')}
          </Badge>
        </Group>
      </div>
      <FormAlert error={errors.form} done={done} />
      {done && <MailboxNote />}
      <Group gap="xs">
        {!account.isEmailVerified && (
          <Button variant="light" loading={isBusy} onClick={() => void confirm()}>
            {t('confirmEmail')}
          </Button>
        )}
        {!isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('changeEmail')}
          </Button>
        )}
      </Group>
      {isOpen && <EmailForm account={account} />}
    </Stack>
  );
}

function EmailForm({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation('shell');
  const { errors, setErrors, done, isBusy, run } = useStep();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setErrors({ email: shell('emailInvalid') });
    return void run(async () => {
      const { isChanged } = await callApi(changeAccountEmail, {}, { email: email.trim(), password });
      setPassword('');
      return isChanged ? t('emailChanged') : t('emailAsked', { email: email.trim() });
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormAlert error={errors.form} done={done} />
        <TextInput
          label={t('newEmail')}
          type="email"
          autoComplete="email"
          maw={360}
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoFocus
        />
        <PasswordConfirm account={account} value={password} onChange={setPassword} error={errors.password} />
        <Button type="submit" variant="light" w="fit-content" loading={isBusy}>
          {t('changeEmail')}
        </Button>
      </Stack>
    </form>
  );
}
