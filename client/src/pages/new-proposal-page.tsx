// A new proposal: for which call, what it is called, who leads. Three questions; everything else comes later.
import { createProposal } from '@adagia/shared/api/people';
import { calls, findCall } from '@adagia/shared/programme/calls';
import { Button, Container, Fieldset, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call.ts';
import { refreshProposals } from '../api/queries.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { CallNote, callChoices } from '../ui/call-choice.tsx';
import {
  emptyOrganisation,
  OrganisationFields,
  type OrganisationForm,
  useOrganisationChecks,
} from '../ui/organisation-fields.tsx';
import { showProblem } from '../ui/show-problem.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { RequireMe } from './require-me.tsx';

export function NewProposalPage() {
  const { t } = useTranslation('shell');
  useDocumentTitle(t('newProposal'));
  return (
    <RequireMe>
      {(me) => (
        <>
          <AppHeader me={me} />
          <Container component="main" id="content" size="sm" py="lg">
            <Title order={1} size="h2" mb="lg">
              {t('newProposal')}
            </Title>
            <NewProposalForm />
          </Container>
        </>
      )}
    </RequireMe>
  );
}

/** What is asked for, and what goes with another choice of the call. */
function useNewProposal() {
  const { t } = useTranslation('shell');
  const about = useForm({
    initialValues: { callId: calls[0]?.id ?? '', sector: '', title: '', acronym: '' },
    validate: {
      sector: (value) => (value ? null : t('choose')),
      title: (value) => (value.trim() ? null : t('titleMissing')),
    },
  });
  const call = findCall(about.values.callId);
  const idKind = call?.organisationId.value ?? 'oid';
  const organisation = useForm<OrganisationForm>({
    initialValues: emptyOrganisation,
    validate: useOrganisationChecks(idKind),
  });
  /** What the other call does not have, or asks for in another way, does not stay as it was. */
  const chooseCall = (callId: string | null) => {
    const next = findCall(callId ?? '');
    if (!next) return;
    const { sector } = about.values;
    about.setValues({ callId: next.id, sector: next.sectors.some(({ id }) => id === sector) ? sector : '' });
    organisation.clearFieldError('oid');
  };
  return { about, organisation, call, idKind, chooseCall };
}

function NewProposalForm() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const { about, organisation, call, idKind, chooseCall } = useNewProposal();
  const sectors = (call?.sectors ?? []).map(({ id, label }) => ({ value: id, label }));

  const submit = async () => {
    const isWrong = about.validate().hasErrors;
    if (organisation.validate().hasErrors || isWrong) return;
    setBusy(true);
    try {
      const { id } = await callApi(createProposal, {}, { ...about.values, organisation: organisation.values });
      await refreshProposals();
      await navigate({ to: '/p/$proposalId/write', params: { proposalId: id } });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Select
          label={t('action')}
          data={callChoices}
          allowDeselect={false}
          {...about.getInputProps('callId')}
          onChange={chooseCall}
        />
        <CallNote callId={about.values.callId} />
        <Select label={t('sector')} data={sectors} required {...about.getInputProps('sector')} />
        <TextInput label={t('title')} maxLength={200} required {...about.getInputProps('title')} />
        <TextInput label={t('acronym')} maxLength={20} {...about.getInputProps('acronym')} />
        <Fieldset legend={t('leadOrganisation')}>
          <OrganisationFields form={organisation} idKind={idKind} />
        </Fieldset>
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
