// Members of the proposal, whatever their role, to be asked to evaluate.
import type { UserId } from '@adagia/shared/ids';
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';

interface EvaluatorSelectProps {
  label: string;
  /** In the round already. */
  taken: readonly string[];
  value: UserId[];
  onChange(userIds: UserId[]): void;
}

export function EvaluatorSelect({ label, taken, value, onChange }: EvaluatorSelectProps) {
  const { t } = useTranslation('evaluation');
  const { t: people } = useTranslation('people');
  const { proposal } = useProposal();
  const data = proposal.members
    .filter(({ userId }) => !taken.includes(userId))
    .map(({ userId, name, role }) => ({ value: userId as string, label: `${name} (${people(role)})` }));
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t('chooseEvaluators') : ''}
      data={data}
      value={value}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('nobodyFound')}
      onChange={(ids) => onChange(ids as UserId[])}
    />
  );
}
