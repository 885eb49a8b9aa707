// A new organisation: what is known at first. The rest is asked for on its own page.
import { addOrganisation, type OrganisationRole } from '@adagia/shared/api/people';
import { Button, Group, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import {
  emptyOrganisation,
  OrganisationFields,
  type OrganisationForm,
  useOrganisationChecks,
} from '../../ui/organisation-fields.tsx';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { showProblem } from '../../ui/show-problem.ts';
import { useFormPlace } from './use-kept-values.ts';

type NewRole = Exclude<OrganisationRole, 'applicant'>;

const NEW_ORGANISATION = 'new-organisation/form';

export function AddOrganisation({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal, call } = useProposal();
  const idKind = call.organisationId.value;
  const [role, setRole] = useState<NewRole>('partner');
  const [isBusy, setBusy] = useState(false);
  const place = useFormPlace<OrganisationForm>(NEW_ORGANISATION);
  const form = useForm<OrganisationForm>({
    initialValues: { ...emptyOrganisation, ...place.kept },
    validate: useOrganisationChecks(idKind),
    onValuesChange: place.keep,
  });

  const save = async (values: OrganisationForm) => {
    setBusy(true);
    try {
      await callApi(addOrganisation, { proposalId: proposal.id }, { ...values, type: values.type ?? '', role });
      place.forget();
      await refresh(proposal.id, 'people');
      onClose();
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };

  const giveUp = () => {
    place.forget();
    onClose();
  };

  return (
    <PassingDialog onClose={onClose} size="lg" title={t('addOrganisation')}>
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack>
          <OrganisationFields form={form} idKind={idKind} />
          <Select
            label={t('role')}
            description={t(`roleHint.${role}`)}
            data={(['partner', 'associated'] as const).map((value) => ({ value, label: t(`roles.${value}`) }))}
            value={role}
            allowDeselect={false}
            onChange={(value) => setRole(value as NewRole)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={giveUp}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {common('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PassingDialog>
  );
}
