// The second step of signing in: a code of the app, or a recovery code.
import { Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../../api/accounts.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { type AccountErrors, useAccountWords } from './use-account-words.ts';

/** Apps show "123 456"; people type it as they read it. */
const bare = (code: string): string => code.replaceAll(/\s/g, '');

function useCode(isRecovery: boolean, onDone: () => void) {
  const wordsOf = useAccountWords();
  const [code, setCode] = useState('');
  const [trustDevice, setTrust] = useState(false);
  const [errors, setErrors] = useState<AccountErrors>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const path = isRecovery ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp';
      await postAuth(path, { code: bare(code), trustDevice });
      onDone();
    } catch (error) {
      setErrors(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { code, setCode, trustDevice, setTrust, errors, setErrors, isBusy, submit };
}

export function CodeStep({ onDone }: { onDone(): void }) {
  const { t } = useTranslation('account');
  const [isRecovery, setRecovery] = useState(false);
  const { code, setCode, trustDevice, setTrust, errors, setErrors, isBusy, submit } = useCode(isRecovery, onDone);
  const change = () => {
    setRecovery(!isRecovery);
    setCode('');
    setErrors({});
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormAlert error={errors.form} />
        <Text size="sm">{isRecovery ? t('recoveryText') : t('codeText')}</Text>
        <TextInput
          key={String(isRecovery)}
          label={isRecovery ? t('recoveryCode') : t('code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={errors.code}
          autoComplete="one-time-code"
          {...(!isRecovery && { inputMode: 'numeric' as const })}
          autoFocus
        />
        <Checkbox
          label={t('trustDevice')}
          checked={trustDevice}
          onChange={(event) => setTrust(event.currentTarget.checked)}
        />
        <Button type="submit" loading={isBusy}>
          {t('codeGo')}
        </Button>
        <Anchor component="button" type="button" size="sm" ta="start" onClick={change}>
          {isRecovery ? t('useApp') : t('useRecovery')}
        </Anchor>
      </Stack>
    </form>
  );
}
