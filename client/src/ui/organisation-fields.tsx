// The fields of an organisation, the same for the applicant of a new proposal and for partners.

import { LEGAL_NAME_MAX } from '@adagia/shared/api/names';
import type { organisationInputSchema } from '@adagia/shared/api/people';
import { isForeignScript } from '@adagia/shared/consortium/foreign-script';
import { isIdOfKind, normaliseOid, type OrganisationIdKind } from '@adagia/shared/consortium/organisation-id';
import { countries } from '@adagia/shared/programme/countries';
import { organisationTypes } from '@adagia/shared/programme/organisation-types';
import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/** What is known of an organisation when it comes in; its card asks for the rest. */
export type OrganisationForm = Pick<
  z.output<typeof organisationInputSchema>,
  'legalName' | 'legalNameLatin' | 'country' | 'city' | 'oid' | 'type' | 'newcomer'
>;

export const emptyOrganisation: OrganisationForm = {
  legalName: '',
  legalNameLatin: '',
  country: '',
  city: '',
  oid: '',
  type: '',
  newcomer: false,
};

/** Countries that may coordinate or take part fully come first. */
export const countryChoices = [
  ...countries.filter((one) => one.status !== 'not_associated'),
  ...countries.filter((one) => one.status === 'not_associated'),
].map(({ code, name }) => ({ value: code, label: name }));

export const typeChoices = organisationTypes.map(({ id, label }) => ({ value: id, label }));

/** @param idKind under which number the call knows organisations */
export function useOrganisationChecks(idKind: OrganisationIdKind) {
  const { t } = useTranslation('shell');
  return {
    legalName: (value: string) => (value.trim() ? null : t('legalNameMissing')),
    country: (value: string) => (value ? null : t('choose')),
    oid: (value: string) =>
      value.trim() === '' || isIdOfKind(idKind, normaliseOid(value)) ? null : t(`${idKind}Wrong`),
  };
}

interface FieldsProps {
  form: UseFormReturnType<OrganisationForm>;
  idKind: OrganisationIdKind;
}

export function OrganisationFields({ form, idKind }: FieldsProps) {
  const { t } = useTranslation('shell');
  const { t: facts } = useTranslation('facts');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label={t('legalName')}
        maxLength={LEGAL_NAME_MAX}
        dir="auto"
        required
        {...form.getInputProps('legalName')}
      />
      {isForeignScript(form.values.legalName) && (
        <TextInput label={t('legalNameLatin')} maxLength={LEGAL_NAME_MAX} {...form.getInputProps('legalNameLatin')} />
      )}
      <Select label={t('country')} data={countryChoices} searchable required {...form.getInputProps('country')} />
      <TextInput label={t('city')} maxLength={100} {...form.getInputProps('city')} />
      <TextInput label={t(idKind)} description={t(`${idKind}Hint`)} maxLength={40} {...form.getInputProps('oid')} />
      <Select
        label={t('type')}
        data={typeChoices}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': facts('clear') }}
        {...form.getInputProps('type')}
        // With '' it offers to clear what is empty already.
        value={form.values.type || null}
      />
      <Checkbox
        label={t('newcomer')}
        mt={{ base: 0, sm: 'xl' }}
        {...form.getInputProps('newcomer', { type: 'checkbox' })}
      />
    </SimpleGrid>
  );
}
