// Setting up the second factor: the secret as a picture and as a key, recovery codes, and the first code that proves it works.
import { Button, Code, CopyButton, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postAuth } from '../../api/accounts.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { QrCode } from './qr-code.tsx';
import { useStep } from './use-step.ts';

export interface Setup {
  /** otpauth://… */
  uri: string;
  codes: string[];
}

/** In groups of four, as people type it. */
const keyOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');

export function RecoveryCodes({ codes, note }: { codes: readonly string[]; note?: string }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation('common');
  return (
    <Stack gap="xs">
      <Text>{t('factorKeep')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={4} component="ul" p={0} m={0} maw={360}>
        {codes.map((code) => (
          <Code key={code} component="li" display="block" fz="sm">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" w="fit-content" onClick={copy}>
            {copied ? common('copied') : t('factorCopy')}
          </Button>
        )}
      </CopyButton>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  );
}

export function FactorSetup({ setup: { uri, codes }, onDone }: { setup: Setup; onDone(): void }) {
  const { t } = useTranslation('account');
  const { errors, isBusy, run } = useStep();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await postAuth('two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
      onDone();
      return undefined;
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t('factorScan')}</Text>
        <Group align="flex-start" gap="lg">
          <QrCode text={uri} label={t('factorQr')} />
          <Stack gap={4} maw={260}>
            <Text size="sm">{t('factorKey')}</Text>
            <Code fz="sm">{keyOf(uri)}</Code>
          </Stack>
        </Group>
        <RecoveryCodes codes={codes} />
        <FormAlert error={errors.form} />
        <TextInput
          label={t('factorFirst')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maw={360}
          value={code}
          error={errors.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" w="fit-content" loading={isBusy}>
          {t('factorTurnOn')}
        </Button>
      </Stack>
    </form>
  );
}
