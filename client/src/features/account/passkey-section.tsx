// Passkeys: those there are, adding one of this device, taking one away.
import type { Account } from '@adagia/shared/api/account';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountError, postAuth } from '../../api/accounts.ts';
import { addPasskey, hasPasskeys } from '../../api/passkeys.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { AccountSection } from './account-section.tsx';
import { useStep } from './use-step.ts';

export function PasskeySection({ account }: { account: Account }) {
  const { t } = useTranslation('account');
  const { errors, setErrors, isBusy, run } = useStep();
  const [name, setName] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await addPasskey(name.trim() || t('passkeyUnnamed')).catch((error: unknown) => {
        // What the browser throws is the person closing its window, or a device that has none.
        if (error instanceof AccountError) throw error;
        setErrors({ form: t('passkeyNotAdded') });
      });
      setName('');
      return undefined;
    });
  };
  const remove = (id: string) =>
    run(async () => {
      await postAuth('passkey/delete-passkey', { id });
      return undefined;
    });
  return (
    <AccountSection title={t('passkeys')}>
      <Text>{t('passkeysText')}</Text>
      <PasskeyList account={account} onRemove={(id) => void remove(id)} />
      <FormAlert error={errors.form} />
      {hasPasskeys() ? (
        <form onSubmit={add} noValidate>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t('passkeyName')}
              placeholder={t('passkeyNamePlaceholder')}
              maxLength={100}
              flex="1 1 200px"
              maw={360}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="light" loading={isBusy}>
              {t('passkeyAdd')}
            </Button>
          </Group>
        </form>
      ) : (
        <Text c="dimmed">{t('passkeyNoSupport')}</Text>
      )}
    </AccountSection>
  );
}

function PasskeyList({ account: { passkeys }, onRemove }: { account: Account; onRemove(id: string): void }) {
  const { t, i18n } = useTranslation('account');
  if (passkeys.length === 0) return <Text c="dimmed">{t('passkeyNone')}</Text>;
  const day = momentFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <Stack component="ul" gap="xs" p={0} m={0}>
      {passkeys.map(({ id, name, createdAt }) => (
        <Group key={id} component="li" justify="space-between" wrap="nowrap">
          <div>
            <Text>{name || t('passkeyUnnamed')}</Text>
            {createdAt && (
              <Text size="sm" c="dimmed">
                {t('passkeyAdded', { when: day.format(new Date(createdAt)) })}
              </Text>
            )}
          </div>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('passkeyRemove', { name: name || t('passkeyUnnamed') })}
            onClick={() => onRemove(id)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}
