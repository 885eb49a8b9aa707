// The organisations of the partnership as cards, P1 the applicant. Each leads to its own page, where its data is.
import { type Organisation, removeOrganisation } from '@adagia/shared/api/people';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { countKeptFields } from '../../offline/kept-fields.ts';
import { Flag } from '../../ui/flag.tsx';
import { typeChoices } from '../../ui/organisation-fields.tsx';
import { showProblem } from '../../ui/show-problem.ts';
import { useCountryName } from '../../ui/use-country-name.ts';
import { ObjectButton } from '../comments/objects/object-button.tsx';
import { focusSoon } from '../plan/focus-soon.ts';
import { AddOrganisation } from './add-organisation.tsx';
import { OrganisationLink } from './organisation-link.tsx';
import { organisationTarget } from './organisation-target.ts';
import classes from './partners.module.css';

const ADD_BUTTON = 'add-organisation';

export function OrganisationList() {
  const { t } = useTranslation('partners');
  const { proposal } = useProposal();
  const [isAdding, setAdding] = useState(false);
  const canManage = can(proposal.role, 'organisation.manage') && proposal.freeze === null;
  return (
    <section aria-label={t('organisations')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('organisations')}
        </Title>
        {canManage && (
          <Button
            id={ADD_BUTTON}
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('addOrganisation')}
          </Button>
        )}
      </Group>
      <ul className={classes.list}>
        {proposal.organisations.map((organisation, index) => (
          <OrganisationCard
            key={organisation.id}
            organisation={organisation}
            number={`P${index + 1}`}
            canRemove={canManage && organisation.role !== 'applicant'}
          />
        ))}
      </ul>
      {isAdding && <AddOrganisation onClose={() => setAdding(false)} />}
    </section>
  );
}

interface CardProps {
  organisation: Organisation;
  number: string;
  canRemove: boolean;
}

function OrganisationCard({ organisation, number, canRemove }: CardProps) {
  const { t } = useTranslation('partners');
  const { legalName, legalNameLatin, role, country } = organisation;
  return (
    <li className={classes.card}>
      <div className={classes.number}>
        <Text size="sm" fw={600}>
          {number}
        </Text>
        <Flag code={country} />
      </div>
      <div>
        <Group gap="xs">
          <OrganisationLink organisation={organisation} />
          <Badge size="sm" variant={role === 'applicant' ? 'filled' : 'light'} tt="none">
            {t(`roles.${role}`)}
          </Badge>
        </Group>
        {legalNameLatin && legalNameLatin !== legalName && <Text size="sm">{legalNameLatin}</Text>}
        <Facts organisation={organisation} />
        <Unsaved organisation={organisation} />
      </div>
      <div className={classes.cardActions}>
        <ObjectButton target={organisationTarget(organisation, number)} />
        {canRemove && <RemoveButton organisation={organisation} />}
      </div>
    </li>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('partners');
  const nameOf = useCountryName();
  const idKind = useProposal().call.organisationId.value;
  const { city, country, oid, type, newcomer, publicBody, nonProfit } = organisation;
  const facts = [
    [city, nameOf(country)].filter(Boolean).join(', '),
    oid || t(`noNumber.${idKind}`),
    typeChoices.find(({ value }) => value === type)?.label,
    newcomer && t('newcomer'),
    publicBody && t('publicBody'),
    nonProfit && t('nonProfit'),
  ].filter(Boolean);
  return (
    <div className={classes.facts}>
      {facts.map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
    </div>
  );
}

/** What was typed on its page without network, and waits there. */
function Unsaved({ organisation: { id } }: { organisation: Organisation }) {
  const { t } = useTranslation('partners');
  const { me, proposal } = useProposal();
  const count = countKeptFields(me.id, `${proposal.id}/${id}/`);
  if (count === 0) return null;
  return (
    <Text size="xs" fw={600} data-unsaved={count}>
      {t('save.waiting', { count })}
    </Text>
  );
}

function RemoveButton({ organisation: { id, legalName } }: { organisation: Organisation }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const remove = () =>
    callApi(removeOrganisation, { proposalId: proposal.id, organisationId: id }, {}).then(
      () => refresh(proposal.id, 'people').then(() => focusSoon(ADD_BUTTON)),
      showProblem,
    );
  const ask = () =>
    modals.openConfirmModal({
      title: t('removeOrganisation', { name: legalName }),
      children: t('removeOrganisationText'),
      labels: { confirm: common('remove'), cancel: common('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove(),
    });
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t('removeOrganisation', { name: legalName })} onClick={ask}>
      <IconTrash size={18} />
    </ActionIcon>
  );
}
