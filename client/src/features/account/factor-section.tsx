// The second factor: setting it up with an app, recovery codes, turning it off. Each asks for the password.
import type { Account } from '@adagia/shared/api/account';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../../api/accounts.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { AccountSection } from './account-section.tsx';
import { FactorSetup, RecoveryCodes, type Setup } from './factor-setup.tsx';
import { PasswordConfirm } from './password-confirm.tsx';
import { useStep } from './use-step.ts';

type Wish = 'set-up' | 'off' | 'codes';

export function FactorSection({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const [wish, setWish] = useState<Wish | null>(null);
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [said, setSaid] = useState<string>();
  const close = (words: string) => {
    setWish(null);
    setSetup(null);
    setSaid(words);
  };
  const choose = (next: Wish) => {
    setWish(next);
    setSaid(undefined);
    setCodes(null);
  };
  return (
    <AccountSection title={t('secondFactor')}>
      <Text>{account.hasSecondFactor ? t('factorOn') : t('factorOff')}</Text>
      {!account.hasPassword && <Text c="dimmed">{t('factorNeedsPassword')}</Text>}
      <FormAlert done={said} />
      {codes && <RecoveryCodes codes={codes} note={t('factorOldGone')} />}
      {setup && <FactorSetup setup={setup} onDone={() => close(t('factorTurnedOn'))} />}
      {account.hasPassword && !wish && (
        <Group gap="xs">
          {account.hasSecondFactor ? (
            <>
              <Button variant="default" onClick={() => choose('codes')}>
                {t('factorNewCodes')}
              </Button>
              <Button variant="default" onClick={() => choose('off')}>
                {t('factorTurnOff')}
              </Button>
            </>
          ) : (
            <Button variant="light" onClick={() => choose('set-up')}>
              {t('factorSetUp')}
            </Button>
          )}
        </Group>
      )}
      {wish && !setup && (
        <Confirmed
          account={account}
          wish={wish}
          onSetup={setSetup}
          onCodes={(fresh) => {
            setWish(null);
            setCodes(fresh);
          }}
          onOff={() => close(t('factorTurnedOff'))}
        />
      )}
    </AccountSection>
  );
}

interface ConfirmedProps {
  account: Account;
  wish: Wish;
  onSetup(setup: Setup): void;
  onCodes(codes: string[]): void;
  onOff(): void;
}

const pathOf: Record<Wish, string> = {
  'set-up': 'two-factor/enable',
  off: 'two-factor/disable',
  codes: 'two-factor/generate-backup-codes',
};

function Confirmed({ account, wish, onSetup, onCodes, onOff }: ConfirmedProps) {
  const { t } = useTranslation('account');
  const { errors, isBusy, run } = useStep();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const answer = await postAuth(pathOf[wish], { password });
      const codes = (answer.backupCodes ?? []) as string[];
      if (wish === 'off') onOff();
      else if (wish === 'codes') onCodes(codes);
      else onSetup({ uri: String(answer.totpURI), codes });
      return undefined;
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormAlert error={errors.form} />
        <PasswordConfirm account={account} value={password} onChange={setPassword} error={errors.password} />
        <Button type="submit" variant="light" w="fit-content" loading={isBusy}>
          {wish === 'off' ? t('factorTurnOff') : t('factorBegin')}
        </Button>
      </Stack>
    </form>
  );
}
