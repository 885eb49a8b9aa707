// Fields for numbers and for choices from a list. A part of its own, fetched behind the page: they bring much along.
import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { groupedOptions } from './options.ts';
import { useDraft } from './use-draft.ts';
import { useFact } from './use-fact.ts';
import { type FieldProps, useIsReadOnly } from './use-is-read-only.ts';

export { MultiChoice } from './multi-choice.tsx';

/** Outside of the call's range is said, not forbidden: the range itself may be unconfirmed. */
export function NumberField({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const { call } = useProposal();
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly(name);
  const draft = useDraft(fact === undefined ? '' : String(fact), (value) =>
    setFact(value === '' ? undefined : Number(value)),
  );
  const range =
    question.id === 'duration' ? { min: call.durationMonths.min.value, max: call.durationMonths.max.value } : null;
  const entered = Number(draft.value);
  const isOutside = range !== null && draft.value !== '' && (entered < range.min || entered > range.max);
  return (
    <NumberInput
      maw="16rem"
      label={question.prompt}
      description={range ? t('months', range) : question.guidance}
      error={isOutside && t('outside', range)}
      readOnly={isReadOnly}
      min={0}
      max={9999}
      allowDecimal={false}
      value={draft.value}
      onChange={(value) => draft.change(String(value))}
      onBlur={draft.commit}
    />
  );
}

export function SelectField({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly(name);
  const { options = [] } = question;
  return (
    <Select
      label={question.prompt}
      description={question.guidance}
      placeholder={t('choose')}
      nothingFoundMessage={t('nothingFound')}
      searchable={options.length > 10}
      clearable={!isReadOnly}
      clearButtonProps={{ 'aria-label': t('clear') }}
      readOnly={isReadOnly}
      data={groupedOptions(options)}
      value={fact === undefined ? null : String(fact)}
      onChange={(value) => setFact(value ?? undefined)}
    />
  );
}
