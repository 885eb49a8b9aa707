import { type Role, roleSchema } from '@adagia/shared/roles';
import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RoleSelectProps {
  label: string;
  value: Role;
  isHidden?: boolean;
  isDisabled?: boolean;
  onChange(role: Role): void;
}

/** A role with what it means. */
export function RoleSelect({ label, value, isHidden = false, isDisabled = false, onChange }: RoleSelectProps) {
  const { t } = useTranslation('people');
  return (
    <Select
      {...(isHidden ? { 'aria-label': label } : { label })}
      data={roleSchema.options.map((role) => ({ value: role, label: t(role) }))}
      value={value}
      disabled={isDisabled}
      allowDeselect={false}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      onChange={(role) => onChange(roleSchema.parse(role))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {t(`${roleSchema.parse(option.value)}Hint`)}
          </Text>
        </div>
      )}
    />
  );
}
