// My proposals, newest activity first, and the two ways to a new one.
import type { ProposalCard } from '@adagia/shared/api/people';
import { findCall } from '@adagia/shared/programme/calls';
import { Alert, Anchor, Badge, Button, Card, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposals } from '../api/queries.ts';
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
            <ProposalList />
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
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(keptAt);
  return (
    <Alert color="orange" role="status">
      {t('keptList', { when })}
    </Alert>
  );
}

function ProposalItems({ cards }: { cards: readonly ProposalCard[] }) {
  const { t } = useTranslation('shell');
  if (cards.length === 0) {
    return (
      <EmptyState
        title={t('noProposals')}
        action={
          <Button component={Link} to="/new">
            {t('newProposal')}
          </Button>
        }
      >
        {t('noProposalsText')}
      </EmptyState>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} component="ul" p={0} m={0}>
      {cards.map((card) => (
        <ProposalItem key={card.id} card={card} />
      ))}
    </SimpleGrid>
  );
}

function ProposalItem({ card }: { card: ProposalCard }) {
  const { t, i18n } = useTranslation('shell');
  const { t: people } = useTranslation('people');
  const call = findCall(card.callId);
  const sector = call?.sectors.find((one) => one.id === card.sector)?.label ?? card.sector;
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(card.activeAt),
  );
  return (
    <Card withBorder component="li" padding="md">
      <Stack gap={6} h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Anchor
            component={Link}
            to="/p/$proposalId/write"
            params={{ proposalId: card.id } as never}
            fw={650}
            size="lg"
          >
            {card.acronym || card.title}
          </Anchor>
          <Badge variant="light" flex="0 0 auto">
            {people(card.role)}
          </Badge>
        </Group>
        {card.acronym && <Text size="sm">{card.title}</Text>}
        <Text size="sm" c="dimmed" mt="auto">
          {call ? `${call.action} ${call.year}` : card.callId}, {sector}
        </Text>
        <Text size="sm" c="dimmed">
          {t('lastActive', { when })}
        </Text>
      </Stack>
    </Card>
  );
}
