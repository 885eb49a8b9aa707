// The fields of an organisation, the same for the applicant of a new proposal and for partners.
import type { organisationInputSchema } from '@adagia/shared/api/people';
import { countries } from '@adagia/shared/programme/countries';
import { organisationTypes } from '@adagia/shared/programme/organisation-types';
import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

export type OrganisationForm = z.output<typeof organisationInputSchema>;

export const emptyOrganisation: OrganisationForm = {
  legalName: '',
  country: '',
  city: '',
  oid: '',
  type: '',
  newcomer: false,
};

/** Countries that may coordinate or take part fully come first. */
const countryChoices = [
  ...countries.filter((one) => one.status !== 'not_associated'),
  ...countries.filter((one) => one.status === 'not_associated'),
].map(({ code, name }) => ({ value: code, label: name }));

const typeChoices = organisationTypes.map(({ id, label }) => ({ value: id, label }));

export function useOrganisationChecks() {
  const { t } = useTranslation('shell');
  return {
    legalName: (value: string) => (value.trim() ? null : t('legalNameMissing')),
    country: (value: string) => (value ? null : t('choose')),
    oid: (value: string) => (value === '' || /^E[0-9]{8}$/.test(value) ? null : t('oidWrong')),
  };
}

export function OrganisationFields({ form }: { form: UseFormReturnType<OrganisationForm> }) {
  const { t } = useTranslation('shell');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput label={t('legalName')} maxLength={200} required {...form.getInputProps('legalName')} />
      <Select label={t('country')} data={countryChoices} searchable required {...form.getInputProps('country')} />
      <TextInput label={t('city')} maxLength={100} {...form.getInputProps('city')} />
      <TextInput label={t('oid')} description={t('oidHint')} maxLength={9} {...form.getInputProps('oid')} />
      <Select label={t('type')} data={typeChoices} searchable clearable {...form.getInputProps('type')} />
      <Checkbox label={t('newcomer')} mt="xl" {...form.getInputProps('newcomer', { type: 'checkbox' })} />
    </SimpleGrid>
  );
}
