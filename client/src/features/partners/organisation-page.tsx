// One organisation: its data, and what is collected from it.
import type { Organisation } from '@adagia/shared/api/people';
import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Flag } from '../../ui/flag.tsx';
import { ObjectButton } from '../comments/objects/object-button.tsx';
import { ObjectComments } from '../comments/objects/object-comments.tsx';
import { ProvidePlaceThreads } from '../comments/objects/place-threads.tsx';
import { organisationAnchor } from '../comments/objects/use-object-places.ts';
import { useFocusFromAddress } from '../plan/go-to-place.ts';
import { PageLink } from '../presence/page-link.tsx';
import { CardForm } from './card-form.tsx';
import { IntakeSections } from './intake-sections.tsx';
import { ItemOverview } from './item-overview.tsx';
import { organisationTarget } from './organisation-target.ts';
import { RoleSelect } from './role-select.tsx';
import { useItems } from './use-items.ts';
import { useMayFill } from './use-may-fill.ts';

export function OrganisationPage() {
  const { t } = useTranslation('partners');
  const { proposal } = useProposal();
  const { organisationId } = useParams({ from: '/p/$proposalId/partners/$organisationId' });
  const index = proposal.organisations.findIndex(({ id }) => id === organisationId);
  const organisation = proposal.organisations[index];
  if (organisation)
    return <ShownOrganisation key={organisation.id} organisation={organisation} number={`P${index + 1}`} />;
  return (
    <EmptyState
      title={t('noOrganisation')}
      action={
        <Button
          renderRoot={(props) => <Link to="/p/$proposalId/partners" params={{ proposalId: proposal.id }} {...props} />}
        >
          {t('toPartners')}
        </Button>
      }
    >
      {t('noOrganisationText')}
    </EmptyState>
  );
}

function ShownOrganisation({ organisation, number }: { organisation: Organisation; number: string }) {
  const { t } = useTranslation('partners');
  const mayFill = useMayFill(organisation.id);
  const isFrozen = useProposal().proposal.freeze !== null;
  const collected = useItems();
  const own = collected?.organisations.find((one) => one.organisation.id === organisation.id);
  useFocusFromAddress();
  return (
    <Container size="lg" py="lg">
      <Stack gap="xl">
        <div>
          <Text size="sm">
            <PageLink page="partners">{t('toPartners')}</PageLink>
          </Text>
          <Group gap="sm" align="center">
            <Flag code={organisation.country} />
            <Title order={1} size="h2" id={organisationAnchor(organisation.id)} tabIndex={-1}>
              {number} <bdi>{organisation.legalName}</bdi>
            </Title>
            <ProvidePlaceThreads>
              <ObjectButton target={organisationTarget(organisation, number)} />
            </ProvidePlaceThreads>
          </Group>
          <RoleSelect organisation={organisation} />
        </div>
        {own && <ItemOverview collected={own} />}
        <CardForm organisation={organisation} isReadOnly={!mayFill || isFrozen} />
        {collected && own && (
          <IntakeSections
            collected={own}
            sizeMaxBytes={collected.intake.sizeMaxBytes}
            mayFill={mayFill}
            isFrozen={isFrozen}
          />
        )}
      </Stack>
      <ObjectComments page="partners" only={organisation.id} />
    </Container>
  );
}
