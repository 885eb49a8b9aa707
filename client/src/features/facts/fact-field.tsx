// One question that is no text, written here and live for everyone: one key of the map `facts`, for multiple choices one
// key for each choice, so that two people who choose at the same time both keep theirs.
import { FACTS } from '@adagia/shared/document';
import { FACT_TEXT_MAX } from '@adagia/shared/document-fields';
import type { RepeatObject } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { cleanText } from '@adagia/shared/text/plain-text';
import { Checkbox, Radio, TextInput, VisuallyHidden } from '@mantine/core';
import { type ComponentType, lazy, memo, Suspense, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClosedWhy } from '../../app/use-writing-rights.ts';
import { useIsDrawn } from '../narrative/drawing.ts';
import { LimitCounter } from '../narrative/limit-counter.tsx';
import { ClosedNote } from '../rights/closed-note.tsx';
import { factKey } from './fact-kind.ts';
import classes from './facts.module.css';
import { useDraft } from './use-draft.ts';
import { useFact } from './use-fact.ts';
import { type FieldProps, useIsReadOnly } from './use-is-read-only.ts';

export interface FactFieldProps {
  question: Question;
  object: RepeatObject | null;
  /** Drawn with the page itself, not when its turn comes. */
  isFirst?: boolean;
}

function FactFieldView({ question, object, isFirst }: FactFieldProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isDrawn = useIsDrawn(ref, isFirst);
  return (
    <div ref={ref} className={classes.field} id={`fact:${factKey(question, object?.id)}`}>
      {isDrawn && (
        <Suspense fallback={null}>
          <FactInput question={question} object={object} />
        </Suspense>
      )}
    </div>
  );
}

export const FactField = memo(FactFieldView, (a, b) => a.question === b.question && a.object?.id === b.object?.id);

/** Its note is read out with the field: a lock that is only seen says nothing to who hears the page. */
function FactInput({ question, object }: FactFieldProps) {
  const Field = fields[question.type] ?? LineField;
  const name = factKey(question, object?.id);
  const isClosed = useClosedWhy(FACTS, name) !== null;
  const noteId = useId();
  return (
    <div
      className={classes.input}
      {...(isClosed && { role: 'group', 'aria-label': question.prompt, 'aria-describedby': noteId })}
    >
      <Field question={question} name={name} />
      {isClosed && (
        <div id={noteId}>
          <ClosedNote root={FACTS} mapKey={name} />
        </div>
      )}
    </div>
  );
}

/** With all that a list of choices needs, a fifth of this page's script. */
const NumberField = lazy(async () => ({ default: (await import('./choice-fields.tsx')).NumberField }));
const SelectField = lazy(async () => ({ default: (await import('./choice-fields.tsx')).SelectField }));
const MultiChoice = lazy(async () => ({ default: (await import('./choice-fields.tsx')).MultiChoice }));

const fields: Partial<Record<Question['type'], ComponentType<FieldProps>>> = {
  date: DateField,
  int: NumberField,
  select: SelectField,
  multiselect: MultiChoice,
  yesno: YesNo,
  checkbox: CheckField,
};

function LineField({ question, name }: FieldProps) {
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly(name);
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
  const isReadOnly = useIsReadOnly(name);
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

/** Three states: nobody has answered yet is not a no. */
function YesNo({ question, name }: FieldProps) {
  const { t } = useTranslation('facts');
  const [fact, setFact] = useFact(name);
  const isReadOnly = useIsReadOnly(name);
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
  const isReadOnly = useIsReadOnly(name);
  return (
    <Checkbox
      label={question.prompt}
      checked={fact === true}
      disabled={isReadOnly}
      onChange={(event) => setFact(event.currentTarget.checked ? true : undefined)}
    />
  );
}
