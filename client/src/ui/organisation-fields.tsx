// The fields of an organisation, the same for the applicant of a new proposal and for partners.

import { LEGAL_NAME_MAX } from '@adagia/shared/api/names';
import type { organisationInputSchema } from '@adagia/shared/api/people';
import { isForeignScript } from '@adagia/shared/consortium/foreign-script';
import { isOrganisationId, normaliseOid } from '@adagia/shared/consortium/organisation-id';
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

export function useOrganisationChecks() {
  const { t } = useTranslation('shell');
  return {
    legalName: (value: string) => (value.trim() ? null : t('legalNameMissing')),
    country: (value: string) => (value ? null : t('choose')),
    oid: (value: string) => (value.trim() === '' || isOrganisationId(normaliseOid(value)) ? null : t('oidWrong')),
  };
}

export function OrganisationFields({ form }: { form: UseFormReturnType<OrganisationForm> }) {
  const { t } = useTranslation('shell');
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
      <TextInput label={t('oid')} description={t('oidHint')} maxLength={40} {...form.getInputProps('oid')} />
      <Select label={t('type')} data={typeChoices} searchable clearable {...form.getInputProps('type')} />
      <Checkbox label={t('newcomer')} mt="xl" {...form.getInputProps('newcomer', { type: 'checkbox' })} />
    </SimpleGrid>
  );
}
