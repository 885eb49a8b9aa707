import { type OrganisationId, organisationIdSchema } from '@adagia/shared/ids';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';

interface OrganisationSelectProps {
  label: string;
  value: OrganisationId | null;
  isHidden?: boolean;
  isDisabled?: boolean;
  onChange(id: OrganisationId | null): void;
}

export function OrganisationSelect(props: OrganisationSelectProps) {
  const { label, value, isHidden = false, isDisabled = false, onChange } = props;
  const { t } = useTranslation('people');
  const { organisations } = useProposal().proposal;
  return (
    <Select
      {...(isHidden ? { 'aria-label': label } : { label })}
      data={[
        { value: '', label: t('noOrganisation') },
        ...organisations.map((one, index) => ({ value: one.id as string, label: `P${index + 1} ${one.legalName}` })),
      ]}
      value={value ?? ''}
      disabled={isDisabled}
      allowDeselect={false}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      onChange={(id) => onChange(organisationIdSchema.safeParse(id).data ?? null)}
    />
  );
}
