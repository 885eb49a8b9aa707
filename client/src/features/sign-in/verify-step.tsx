// An account whose address must be confirmed first: waits for it, and goes on with what was typed.
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NextStep, postAuth, signIn } from '../../api/accounts.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { MailboxNote } from './mail-sent.tsx';
import { nextPlace } from './next-place.ts';
import { useAccountWords } from './use-account-words.ts';
import { useVerifiedElsewhere } from './verified-elsewhere.ts';

interface VerifyStepProps {
  email: string;
  password: string;
  onStep(step: NextStep): void;
}

export function VerifyStep({ email, password, onStep }: VerifyStepProps) {
  const { t } = useTranslation('account');
  const wordsOf = useAccountWords();
  const [said, setSaid] = useState<{ error?: string | undefined; done?: string }>({});

  const goOn = useCallback(async () => {
    try {
      const step = await signIn({ email, password });
      if (step === 'verify') setSaid({ error: t('confirmNotYet') });
      else onStep(step);
    } catch (error) {
      setSaid({ error: wordsOf(error).form });
    }
  }, [email, password, onStep, t, wordsOf]);
  useVerifiedElsewhere(useCallback(() => void goOn(), [goOn]));

  const sendAgain = async () => {
    try {
      await postAuth('send-verification-email', { email, next: nextPlace() });
      setSaid({ done: t('sentAgain') });
    } catch (error) {
      setSaid({ error: wordsOf(error).form });
    }
  };
  return (
    <Stack>
      <Text fw={600}>{t('confirmTitle')}</Text>
      <Text role="status">{t('confirmText', { email })}</Text>
      <MailboxNote />
      <FormAlert {...said} />
      <Button onClick={() => void goOn()}>{t('confirmDone')}</Button>
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => void sendAgain()}>
        {t('sendAgain')}
      </Anchor>
    </Stack>
  );
}
