import { type TimelineKind, timelineKindSchema } from '@adagia/shared/api/review';
import { Button, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';

/** Only what is set. */
export interface TimelineFilter {
  actorId?: string;
  organisationId?: string;
  sectionId?: string;
  kind?: TimelineKind;
}

type Choice = { value: string; label: string };

/** By person, organisation, section and kind. */
export function TimelineFilters({
  filter,
  onChange,
}: {
  filter: TimelineFilter;
  onChange(filter: TimelineFilter): void;
}) {
  const { t } = useTranslation('timeline');
  const { proposal, call } = useProposal();
  const choices: [keyof TimelineFilter, string, Choice[]][] = [
    ['actorId', t('person'), proposal.members.map(({ userId, name }) => ({ value: userId, label: name }))],
    [
      'organisationId',
      t('organisation'),
      proposal.organisations.map(({ id, legalName }, index) => ({ value: id, label: `P${index + 1} ${legalName}` })),
    ],
    ['sectionId', t('section'), call.sections.map(({ id, title }) => ({ value: id, label: title }))],
    ['kind', t('kind'), timelineKindSchema.options.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))],
  ];
  const set = (field: keyof TimelineFilter, value: string | null) => {
    const { [field]: _, ...others } = filter;
    onChange(value ? { ...others, [field]: value } : others);
  };
  return (
    <Group gap="xs" align="flex-end">
      {choices.map(([field, label, data]) => (
        <Select
          key={field}
          label={label}
          placeholder={t('all')}
          data={data}
          value={filter[field] ?? null}
          clearable
          w={{ base: '100%', xs: 190 }}
          onChange={(value) => set(field, value)}
        />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}
