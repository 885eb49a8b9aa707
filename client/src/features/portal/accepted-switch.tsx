// Offers to copy and save as if everything that is suggested was accepted. Not there where nothing is suggested.
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AcceptedSwitchProps {
  pending: number;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

export function AcceptedSwitch({ pending, isOn, onChange }: AcceptedSwitchProps) {
  const { t } = useTranslation('portal');
  if (pending === 0) return null;
  return (
    <Switch
      label={t('asAccepted', { count: pending })}
      description={t('asAcceptedHint')}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
