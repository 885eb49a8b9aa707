// Sections of the form, the workplan and the budget: where somebody may write. None chosen: as their role says, which is written in
// the empty field.
import { can, type Role } from '@adagia/shared/roles';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';

interface SectionSelectProps {
  role: Role;
  hasOrganisation: boolean;
  value: string[];
  onChange(sectionIds: string[]): void;
}

export function SectionSelect({ role, hasOrganisation, value, onChange }: SectionSelectProps) {
  const { t } = useTranslation('people');
  const { call } = useProposal();
  const data = [
    ...call.sections.map(({ id, title }) => ({ value: id, label: title })),
    { value: PLAN_SECTION, label: t('plan') },
    { value: BUDGET_SECTION, label: t('budget') },
  ];
  const otherwise = can(role, 'content.writeAll')
    ? t('sectionsEverywhere')
    : t(hasOrganisation ? 'sectionsOwn' : 'sectionsNone');
  return (
    <MultiSelect
      label={t('sections')}
      placeholder={value.length === 0 ? otherwise : ''}
      data={data}
      value={value}
      clearable
      hidePickedOptions
      onChange={onChange}
    />
  );
}
