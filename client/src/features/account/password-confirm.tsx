// Asks for the password again before what a stranger at an open page must not do. Nothing for who has none.
import type { Account } from '@adagia/shared/api/account';
import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PasswordConfirmProps {
  account: Account;
  value: string;
  onChange(value: string): void;
  error?: string | undefined;
}

export function PasswordConfirm({ account, value, onChange, error }: PasswordConfirmProps) {
  const { t } = useTranslation('account');
  if (!account.hasPassword) return null;
  return (
    <PasswordInput
      label={t('yourPassword')}
      autoComplete="current-password"
      maw={360}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
