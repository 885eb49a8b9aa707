// The organisations of the partnership: P1 is the applicant. Coordinators add, mend and remove them.
import { addOrganisation, changeOrganisation, type Organisation, removeOrganisation } from '@adagia/shared/api/people';
import { countryName } from '@adagia/shared/programme/countries';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
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
import { showProblem } from '../../ui/show-problem.ts';
import classes from './people.module.css';

export function OrganisationList() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const [edited, setEdited] = useState<Organisation | 'new' | null>(null);
  const canManage = can(proposal.role, 'organisation.manage');
  return (
    <section aria-label={t('organisations')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('organisations')}
        </Title>
        {canManage && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('addOrganisation')}
          </Button>
        )}
      </Group>
      <ul className={classes.list}>
        {proposal.organisations.map((organisation, index) => (
          <OrganisationRow
            key={organisation.id}
            organisation={organisation}
            number={`P${index + 1}`}
            canManage={canManage}
            onEdit={() => setEdited(organisation)}
          />
        ))}
      </ul>
      {edited && <OrganisationDialog edited={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

interface RowProps {
  organisation: Organisation;
  number: string;
  canManage: boolean;
  onEdit(): void;
}

function OrganisationRow({ organisation, number, canManage, onEdit }: RowProps) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const { legalName, country, city, role, id } = organisation;
  const ask = () =>
    modals.openConfirmModal({
      title: t('removeOrganisation', { name: legalName }),
      children: t('removeOrganisationText'),
      labels: { confirm: t('remove', { ns: 'common' }), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void callApi(removeOrganisation, { proposalId: proposal.id, organisationId: id }, {}).then(
          () => refresh(proposal.id, 'people'),
          showProblem,
        ),
    });
  return (
    <li className={classes.organisation}>
      <Text fw={600} size="sm">
        {number}
      </Text>
      <div>
        <Text size="sm" fw={600}>
          {legalName}
        </Text>
        <Text size="xs" c="dimmed">
          {[role === 'applicant' ? t('applicant') : t('partnerOrganisation'), city, countryName(country)]
            .filter(Boolean)
            .join(', ')}
        </Text>
      </div>
      {canManage && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editOrganisation', { name: legalName })}
            onClick={onEdit}
          >
            <IconPencil size={18} />
          </ActionIcon>
          {role !== 'applicant' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeOrganisation', { name: legalName })}
              onClick={ask}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </Group>
      )}
    </li>
  );
}

function OrganisationDialog({ edited, onClose }: { edited: Organisation | 'new'; onClose(): void }) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const isNew = edited === 'new';
  const form = useForm<OrganisationForm>({
    initialValues: isNew ? emptyOrganisation : edited,
    validate: useOrganisationChecks(),
  });

  const save = async ({ legalName, country, city, oid, type, newcomer }: OrganisationForm) => {
    const body = { legalName, country, city, oid, type: type ?? '', newcomer };
    const { id: proposalId } = proposal;
    try {
      await (isNew
        ? callApi(addOrganisation, { proposalId }, body)
        : callApi(changeOrganisation, { proposalId, organisationId: edited.id }, body));
      await refresh(proposalId, 'people');
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={isNew ? t('addOrganisation') : t('editOrganisation', { name: edited.legalName })}
    >
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack>
          <OrganisationFields form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit">{common('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
