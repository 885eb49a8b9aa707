// My proposals, newest activity first, and the two ways to a new one.
import type { HomeCard } from '@adagia/shared/api/people';
import { Alert, Anchor, Button, Container, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../api/account-queries.ts';
import { useProposals } from '../api/queries.ts';
import { Bin } from '../features/home/bin.tsx';
import { ProposalCard } from '../features/home/proposal-card.tsx';
import { MyTasks } from '../features/tasks/my-tasks.tsx';
import { momentFormat } from '../i18n/time-zone.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { problemText } from '../ui/show-problem.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { ImportButton } from './import-button.tsx';
import { RequireMe, Waiting } from './require-me.tsx';

export function ProposalsPage() {
  const { t } = useTranslation('shell');
  useDocumentTitle(t('proposals'));
  return (
    <RequireMe>
      {(me) => (
        <>
          <AppHeader me={me} />
          <Container component="main" id="content" size="lg" py="lg">
            <Group justify="space-between" mb="lg">
              <Title order={1} size="h2">
                {t('proposals')}
              </Title>
              <Group gap="xs">
                <ImportButton />
                <Button component={Link} to="/new" leftSection={<IconPlus size={16} aria-hidden />}>
                  {t('newProposal')}
                </Button>
              </Group>
            </Group>
            <Stack>
              <MyTasks />
              <ProposalList />
            </Stack>
          </Container>
        </>
      )}
    </RequireMe>
  );
}

function ProposalList() {
  const { data, error, dataUpdatedAt } = useProposals();
  if (!data) return error ? <EmptyState title={problemText(error)} /> : <Waiting />;
  return (
    <Stack>
      <KeptNotice keptAt={data.keptAt ?? (error && new Date(dataUpdatedAt))} />
      <ProposalItems cards={data.value} />
    </Stack>
  );
}

/** The list is that of an earlier time: what others did since is not in it. */
function KeptNotice({ keptAt }: { keptAt: Date | null }) {
  const { t, i18n } = useTranslation('shell');
  if (!keptAt) return null;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(keptAt);
  return (
    <Alert color="orange" role="status">
      {t('keptList', { when })}
    </Alert>
  );
}

function ProposalItems({ cards }: { cards: readonly HomeCard[] }) {
  const { t } = useTranslation('shell');
  const [archived, current] = [true, false].map((isArchived) => cards.filter((card) => card.isArchived === isArchived));
  return (
    <>
      {current?.length === 0 ? (
        <EmptyState
          title={t('noProposals')}
          action={
            <Button component={Link} to="/new">
              {t('newProposal')}
            </Button>
          }
        >
          {t('noProposalsText')}
          <AdministratorNote />
        </EmptyState>
      ) : (
        <Cards cards={current ?? []} />
      )}
      <Archive cards={archived ?? []} />
      <Bin />
    </>
  );
}

/** Whoever has the first account looks after the installation, and reads of it here. */
function AdministratorNote() {
  const { t } = useTranslation('home');
  const { data } = useAccount();
  if (!data?.isAdministrator) return null;
  return (
    <>
      {' '}
      {t('administratorNote')}{' '}
      <Anchor component={Link} to="/administration" underline="always">
        {t('administratorLink')}
      </Anchor>
    </>
  );
}

function Cards({ cards }: { cards: readonly HomeCard[] }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} component="ul" p={0} m={0}>
      {cards.map((card) => (
        <ProposalCard key={card.id} card={card} />
      ))}
    </SimpleGrid>
  );
}

function Archive({ cards }: { cards: readonly HomeCard[] }) {
  const { t } = useTranslation('home');
  const [isOpen, setOpen] = useState(false);
  if (cards.length === 0) return null;
  return (
    <section aria-label={t('archived')}>
      <Button variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} mb="sm">
        {t('archivedCount', { count: cards.length })}
      </Button>
      {isOpen && <Cards cards={cards} />}
    </section>
  );
}
