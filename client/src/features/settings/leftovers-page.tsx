// What the form of this call had no place for when the proposal was carried over: to be copied to where it belongs, or put aside.
import { type LeftoverEntry, settleLeftover } from '@adagia/shared/api/portfolio';
import { Button, Card, Container, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import classes from './settings.module.css';
import { leftoversKey, useLeftovers } from './use-leftovers.ts';

export function LeftoversPage() {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const { data, error } = useLeftovers(proposal.id);
  const open = data?.filter(({ isSettled }) => !isSettled) ?? [];
  const settled = data?.filter(({ isSettled }) => isSettled) ?? [];
  return (
    <Container size="md" py="lg">
      <Title order={1} size="h2">
        {t('leftovers')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('leftoversText')}
      </Text>
      {error && <EmptyState title={problemText(error)} />}
      {!data && !error && <Waiting />}
      {data && open.length === 0 && <EmptyState title={t('leftoversNone')} />}
      <Stack>
        {[...open, ...settled].map((one) => (
          <Leftover key={one.id} one={one} />
        ))}
      </Stack>
    </Container>
  );
}

function Leftover({ one }: { one: LeftoverEntry }) {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const client = useQueryClient();
  const [isBusy, run] = useTask();
  const settle = () =>
    run(async () => {
      await callApi(settleLeftover, { proposalId: proposal.id, leftoverId: one.id }, { isSettled: !one.isSettled });
      await client.invalidateQueries({ queryKey: leftoversKey(proposal.id) });
    });
  return (
    <Card withBorder padding="md">
      <Text fw={600} size="sm">
        {one.label}
      </Text>
      <Text size="sm" className={classes.body} {...(one.isSettled && { c: 'dimmed' })}>
        {one.body}
      </Text>
      <Group gap="xs" mt="xs">
        <CopyButton value={one.body}>
          {({ copied, copy }) => (
            <Button size="xs" variant="light" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="subtle" loading={isBusy} onClick={settle}>
          {one.isSettled ? t('unsettle') : t('settle')}
        </Button>
      </Group>
    </Card>
  );
}
