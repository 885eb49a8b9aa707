// In by link without an account: a name, and that is all that is needed.
import { enterAsGuest } from '@adagia/shared/api/entering';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useNameFault } from '../../ui/use-name-fault.ts';
import { isEmailLike } from './is-email-like.ts';
import { useWayIn } from './use-way-in.ts';

interface GuestFormProps {
  token: string;
  /** Address that the invitation was sent to. */
  email: string;
}

export function GuestForm({ token, email: invited }: GuestFormProps) {
  const { t } = useTranslation('entering');
  const nameFaultIn = useNameFault();
  const { isBusy, go } = useWayIn();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invited);
  const [isChecked, setChecked] = useState(false);
  const nameFault = nameFaultIn(name);
  const isEmailWrong = email.trim() !== '' && !isEmailLike(email);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameFault || isEmailWrong) return;
    void go(() => callApi(enterAsGuest, {}, { token, name, email: email.trim() }));
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          size="md"
          label={t('name')}
          placeholder={t('nameHint')}
          autoComplete="name"
          autoCapitalize="words"
          enterKeyHint="go"
          data-autofocus
          value={name}
          error={isChecked && nameFault}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t('email')}
          description={t('emailHint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          enterKeyHint="go"
          value={email}
          error={isChecked && isEmailWrong && t('emailWrong')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('enter')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('enterHint')}
        </Text>
      </Stack>
    </form>
  );
}
