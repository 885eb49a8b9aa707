// What is asked of one organisation, item by item, each leading to its place on the page. Coordinators say what is not needed.
import { setIntakeNeeded } from '@adagia/shared/api/intake';
import { type IntakeItem, isOpen } from '@adagia/shared/intake/intake-items';
import { can } from '@adagia/shared/roles';
import { Alert, Button, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { PageLink } from '../presence/page-link.tsx';
import { DueText } from './due-fields.tsx';
import classes from './intake.module.css';
import { ItemStateMark } from './item-state.tsx';
import { itemAnchor, useItemName } from './item-words.ts';
import type { OrganisationItems } from './use-items.ts';

export function ItemOverview({ collected }: { collected: OrganisationItems }) {
  const { t } = useTranslation('partners');
  const { items } = collected;
  const open = items.filter(isOpen).length;
  return (
    <section aria-labelledby="items-title">
      <Title order={2} size="h4" id="items-title" mb="xs">
        {t('items.title')}
      </Title>
      {open === 0 ? (
        <Alert color="green" icon={<IconCheck aria-hidden />} mb="sm" data-intake="done">
          {t('items.done')}
        </Alert>
      ) : (
        <>
          <DueText collected={collected} />
          <Text size="sm" c="dimmed" mb="xs">
            {t('items.open', { count: open, total: items.length })}
          </Text>
        </>
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} collected={collected} />
        ))}
      </ul>
    </section>
  );
}

function ItemRow({ item, collected: { organisation } }: { item: IntakeItem; collected: OrganisationItems }) {
  const { proposal } = useProposal();
  const nameOf = useItemName();
  return (
    <li className={classes.item} data-item={item.id} data-state={item.state}>
      <PageLink page={`partners/${organisation.id}`} anchor={itemAnchor(item, organisation.id)}>
        {nameOf(item)}
      </PageLink>
      <span className={classes.mark}>
        <ItemStateMark state={item.state} />
        {can(proposal.role, 'organisation.manage') && item.state !== 'done' && (
          <NeededButton item={item} organisationId={organisation.id} />
        )}
      </span>
    </li>
  );
}

interface NeededProps {
  item: IntakeItem;
  organisationId: OrganisationItems['organisation']['id'];
}

function NeededButton({ item, organisationId }: NeededProps) {
  const { t } = useTranslation('partners');
  const { id: proposalId } = useProposal().proposal;
  const nameOf = useItemName();
  const isNeeded = item.state === 'not-needed';
  const put = () =>
    callApi(setIntakeNeeded, { proposalId, organisationId }, { item: item.id, isNeeded }).then(
      () => refresh(proposalId, 'people'),
      showProblem,
    );
  const label = t(isNeeded ? 'items.need' : 'items.skip');
  return (
    <Button size="compact-xs" variant="subtle" aria-label={`${label}: ${nameOf(item)}`} onClick={() => void put()}>
      {label}
    </Button>
  );
}
