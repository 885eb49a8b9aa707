// The data of an organisation as fields that save themselves.
import { LEGAL_NAME_MAX } from '@adagia/shared/api/names';
import type { Organisation } from '@adagia/shared/api/people';
import { isForeignScript } from '@adagia/shared/consortium/foreign-script';
import { isIdOfKind, normaliseOid } from '@adagia/shared/consortium/organisation-id';
import { Checkbox, NumberInput, Select, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { countryChoices, typeChoices } from '../../ui/organisation-fields.tsx';
import { cardFieldId } from '../plan/go-to-place.ts';
import intakeClasses from './intake.module.css';
import classes from './partners.module.css';
import { SaveNote } from './save-note.tsx';
import type { Autosave } from './use-autosave.ts';
import { type TextField, useCardAnswer, useCardMark, useCardNumber, useCardText } from './use-card.ts';

/** What explains a field stands beneath it, so that fields of one row are in line. */
const order = { inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const] };

interface FormProps {
  organisation: Organisation;
  isReadOnly: boolean;
}

export function CardForm({ organisation, isReadOnly }: FormProps) {
  const { t } = useTranslation(['partners', 'freezing']);
  const { t: shell } = useTranslation('shell');
  const isFrozen = useProposal().proposal.freeze !== null;
  const props = { organisation, isReadOnly };
  const hasLatin = isForeignScript(organisation.legalName) || organisation.legalNameLatin !== '';
  return (
    <section id="intake:data" className={intakeClasses.section} tabIndex={-1} aria-labelledby="card-title">
      <Title order={2} size="h4" id="card-title">
        {t('card.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {isFrozen ? t('freezing:cardHint') : t(isReadOnly ? 'notMine' : 'card.hint')}
      </Text>
      <div className={classes.fields}>
        <CardText {...props} field="legalName" label={shell('legalName')} hint={t('card.legalNameHint')} isRequired />
        {hasLatin && <CardText {...props} field="legalNameLatin" label={shell('legalNameLatin')} />}
        <OidField {...props} />
        <CardChoice {...props} field="country" label={shell('country')} data={countryChoices} />
        <CardText {...props} field="city" label={shell('city')} />
        <CardChoice {...props} field="type" label={shell('type')} data={typeChoices} isClearable />
        {organisation.type === 'EPLUS-EDU-HEI' && <CardText {...props} field="charter" label={t('card.charter')} />}
        <EstablishedField {...props} />
        <ApplicationsField {...props} />
        <AnswerField {...props} field="publicBody" label={t('card.publicBody')} />
        <AnswerField {...props} field="nonProfit" label={t('card.nonProfit')} />
        <NewcomerField {...props} />
      </div>
    </section>
  );
}

interface FieldProps {
  field: string;
  autosave: Autosave;
  /** Of a field whose values have names. */
  choices?: { value: string; label: string }[];
  children: ReactNode;
}

function Field({ field, autosave, choices = [], children }: FieldProps) {
  const nameOf = (value: string) => choices.find((one) => one.value === value)?.label ?? value;
  return (
    <div className={classes.field} data-field={field}>
      {children}
      <SaveNote field={autosave} nameOf={nameOf} />
    </div>
  );
}

interface CardTextProps extends FormProps {
  field: TextField;
  label: string;
  hint?: string;
  isRequired?: boolean;
}

function CardText({ organisation, isReadOnly, field, label, hint, isRequired = false }: CardTextProps) {
  const { t } = useTranslation('shell');
  const autosave = useCardText(organisation, field, (value) => !isRequired || value.trim() !== '');
  return (
    <Field field={field} autosave={autosave}>
      <TextInput
        {...order}
        id={cardFieldId(field)}
        label={label}
        description={hint}
        dir="auto"
        maxLength={field.startsWith('legalName') ? LEGAL_NAME_MAX : 100}
        readOnly={isReadOnly}
        required={isRequired}
        error={isRequired && autosave.value.trim() === '' && t('legalNameMissing')}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit()}
      />
    </Field>
  );
}

/** Blanks and small letters are put right when the field is left, on the server too. */
function OidField({ organisation, isReadOnly }: FormProps) {
  const { t } = useTranslation('shell');
  const idKind = useProposal().call.organisationId.value;
  const isGood = (value: string) => value.trim() === '' || isIdOfKind(idKind, normaliseOid(value));
  const autosave = useCardText(organisation, 'oid', isGood);
  return (
    <Field field="oid" autosave={autosave}>
      <TextInput
        {...order}
        id={cardFieldId('oid')}
        label={t(idKind)}
        description={t(`${idKind}Hint`)}
        maxLength={40}
        readOnly={isReadOnly}
        error={!isGood(autosave.value) && t(`${idKind}Wrong`)}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit(normaliseOid(autosave.value))}
      />
    </Field>
  );
}

interface CardChoiceProps extends FormProps {
  field: 'country' | 'type';
  label: string;
  data: { value: string; label: string }[];
  isClearable?: boolean;
}

function CardChoice({ organisation, isReadOnly, field, label, data, isClearable = false }: CardChoiceProps) {
  const { t } = useTranslation('facts');
  const autosave = useCardText(organisation, field);
  return (
    <Field field={field} autosave={autosave} choices={data}>
      <Select
        {...order}
        id={cardFieldId(field)}
        label={label}
        data={data}
        searchable
        readOnly={isReadOnly}
        clearable={isClearable && !isReadOnly}
        clearButtonProps={{ 'aria-label': t('clear') }}
        allowDeselect={false}
        placeholder={t('choose')}
        nothingFoundMessage={t('nothingFound')}
        value={autosave.value || null}
        onChange={(value) => autosave.commit(value ?? '')}
      />
    </Field>
  );
}

function EstablishedField({ organisation, isReadOnly }: FormProps) {
  const { t } = useTranslation('partners');
  const autosave = useCardText(organisation, 'established');
  return (
    <Field field="established" autosave={autosave}>
      <TextInput
        {...order}
        id={cardFieldId('established')}
        type="date"
        label={t('card.established')}
        description={t('card.establishedHint')}
        min="1000-01-01"
        max="2100-01-01"
        readOnly={isReadOnly}
        value={autosave.value}
        onChange={(event) => autosave.change(event.currentTarget.value)}
        onBlur={() => autosave.commit()}
      />
    </Field>
  );
}

function ApplicationsField({ organisation, isReadOnly }: FormProps) {
  const { t } = useTranslation('partners');
  const autosave = useCardNumber(organisation, 'applications');
  return (
    <Field field="applications" autosave={autosave}>
      <NumberInput
        {...order}
        id={cardFieldId('applications')}
        label={t('card.applications')}
        description={t('card.applicationsHint')}
        min={0}
        max={999}
        allowDecimal={false}
        readOnly={isReadOnly}
        value={autosave.value}
        onChange={(value) => autosave.change(String(value))}
        onBlur={() => autosave.commit()}
      />
    </Field>
  );
}

interface AnswerFieldProps extends FormProps {
  field: 'publicBody' | 'nonProfit';
  label: string;
}

function AnswerField({ organisation, isReadOnly, field, label }: AnswerFieldProps) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const autosave = useCardAnswer(organisation, field);
  const choices = [
    { value: '', label: t('card.notSaid') },
    { value: 'yes', label: common('yes') },
    { value: 'no', label: common('no') },
  ];
  return (
    <Field field={field} autosave={autosave} choices={choices}>
      <Select
        {...order}
        id={cardFieldId(field)}
        label={label}
        data={choices}
        readOnly={isReadOnly}
        allowDeselect={false}
        value={autosave.value}
        onChange={(value) => autosave.commit(value ?? '')}
      />
    </Field>
  );
}

function NewcomerField({ organisation, isReadOnly }: FormProps) {
  const { t } = useTranslation('partners');
  const autosave = useCardMark(organisation, 'newcomer');
  return (
    <Field field="newcomer" autosave={autosave}>
      <Checkbox
        id={cardFieldId('newcomer')}
        label={t('card.newcomer')}
        mt="xl"
        checked={autosave.value === 'yes'}
        disabled={isReadOnly}
        onChange={(event) => autosave.commit(event.currentTarget.checked ? 'yes' : '')}
      />
    </Field>
  );
}
