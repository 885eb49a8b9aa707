// One question that is no text, written here and live for everyone: one key of the map `facts`, for multiple choices one
// key for each choice, so that two people who choose at the same time both keep theirs.
import { FACT_TEXT_MAX } from '@adagia/shared/document-fields';
import type { RepeatObject } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { cleanText } from '@adagia/shared/text/plain-text';
import { Checkbox, NumberInput, Radio, Select, TextInput, VisuallyHidden } from '@mantine/core';
import { type ComponentType, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { LimitCounter } from '../narrative/limit-counter.tsx';
import { factKey } from './fact-kind.ts';
import classes from './facts.module.css';
import { MultiChoice } from './multi-choice.tsx';
import { groupedOptions } from './options.ts';
import { useDraft } from './use-draft.ts';
import { useFact } from './use-fact.ts';

export interface FactFieldProps {
  question: Question;
  object: RepeatObject | null;
}

function FactFieldView({ question, object }: FactFieldProps) {
  return (
    <div className={classes.field} id={`fact:${factKey(question, object?.id)}`}>
      <FactInput question={question} object={object} />
    </div>
  );
}

export const FactField = memo(FactFieldView, (a, b) => a.question === b.question && a.object?.id === b.object?.id);

function FactInput({ question, object }: FactFieldProps) {
  const Field = fields[question.type] ?? LineField;
  return <Field question={question} name={factKey(question, object?.id)} />;
}

const fields: Partial<Record<Question['type'], ComponentType<FieldProps>>> = {
  date: DateField,
  int: NumberField,
  select: SelectField,
  multiselect: MultiChoice,
  yesno: YesNo,
  checkbox: CheckField,
};

interface FieldProps {
  question: Question;
  /** Key in the map `facts`. */
  name: string;
}

function useIsReadOnly(): boolean {
  const { session } = useProposal();
  return !useObservable(session.canWrite);
}

function LineField({ question, name }: FieldProps) {
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
  const draft = useDraft(String(fact ?? ''), (value) => setFact(value === '' ? undefined : value));
  return (
    <>
      <TextInput
        label={question.prompt}
        description={question.guidance}
        readOnly={isReadOnly}
        maxLength={FACT_TEXT_MAX}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.commit}
      />
      {question.limit && (
        <LimitCounter prompt={question.prompt} text={cleanText(draft.value).trim()} limit={question.limit} />
      )}
    </>
  );
}

function DateField({ question, name }: FieldProps) {
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
  const draft = useDraft(String(fact ?? ''), (value) => setFact(value === '' ? undefined : value));
  return (
    <TextInput
      type="date"
      maw="16rem"
      label={question.prompt}
      description={question.guidance}
      readOnly={isReadOnly}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.commit}
    />
  );
}

/** Outside of the call's range is said, not forbidden: the range itself may be unconfirmed. */
function NumberField({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const { call } = useProposal();
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
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

function SelectField({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
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

/** Three states: nobody has answered yet is not a no. */
function YesNo({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
  const value = fact === true ? 'yes' : fact === false ? 'no' : '';
  return (
    <Radio.Group
      label={<VisuallyHidden>{question.prompt}</VisuallyHidden>}
      description={value === '' ? t('notAnswered') : undefined}
      value={value}
      onChange={(next) => !isReadOnly && setFact(next === 'yes')}
    >
      <div className={classes.radios}>
        <Radio value="yes" label={t('yes')} disabled={isReadOnly && value !== 'yes'} />
        <Radio value="no" label={t('no')} disabled={isReadOnly && value !== 'no'} />
      </div>
    </Radio.Group>
  );
}

function CheckField({ question, name }: FieldProps) {
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly();
  return (
    <Checkbox
      label={question.prompt}
      checked={fact === true}
      disabled={isReadOnly}
      onChange={(event) => setFact(event.currentTarget.checked ? true : undefined)}
    />
  );
}
