// Carrying a proposal into another call: which one, what comes along, and, before it is done, what would not fit.
import { cloneProposal, type cloneProposal as cloneRoute, previewClone } from '@adagia/shared/api/portfolio';
import { calls, findCall } from '@adagia/shared/programme/calls';
import {
  Alert,
  Button,
  Checkbox,
  Container,
  Fieldset,
  Group,
  List,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refreshProposals } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { CallNote, callChoices } from '../../ui/call-choice.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';

type Wanted = z.input<(typeof cloneRoute)['body']>;
type Change = (part: Partial<Wanted>) => void;

function useWanted(): [Wanted, Change] {
  const { proposal } = useProposal();
  const [wanted, setWanted] = useState<Wanted>({
    callId: calls.find(({ id }) => id !== proposal.callId)?.id ?? proposal.callId,
    sector: proposal.sector,
    title: proposal.title,
    acronym: proposal.acronym,
    organisationIds: proposal.organisations.map(({ id }) => id),
    memberIds: [],
    texts: true,
    plan: true,
    budget: true,
  });
  return [wanted, (part) => setWanted((before) => ({ ...before, ...part }))];
}

export function ClonePage() {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const navigate = useNavigate();
  const [wanted, change] = useWanted();
  const [isBusy, run] = useTask();
  const isComplete = wanted.title.trim() !== '' && wanted.organisationIds.length > 0;
  const clone = () =>
    run(async () => {
      const { id, leftovers } = await callApi(cloneProposal, { proposalId: proposal.id }, wanted);
      await refreshProposals();
      await navigate({
        to: leftovers > 0 ? '/p/$proposalId/leftovers' : '/p/$proposalId/write',
        params: { proposalId: id },
      });
    });
  return (
    <Container size="sm" py="lg">
      <Title order={1} size="h2">
        {t('clone')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('cloneText')}
      </Text>
      <Stack>
        <CallChoice wanted={wanted} change={change} />
        <TextInput
          label={t('cloneTitle')}
          maxLength={200}
          required
          value={wanted.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('cloneAcronym')}
          maxLength={20}
          value={wanted.acronym ?? ''}
          onChange={(event) => change({ acronym: event.currentTarget.value })}
        />
        <Parts wanted={wanted} change={change} />
        <Companions wanted={wanted} change={change} />
        <Preview wanted={wanted} />
        <Group justify="flex-end">
          <Button disabled={!isComplete} loading={isBusy} onClick={clone}>
            {t('cloneNow')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}

interface PartProps {
  wanted: Wanted;
  change: Change;
}

function CallChoice({ wanted, change }: PartProps) {
  const { t } = useTranslation('home');
  const sectors = findCall(wanted.callId)?.sectors ?? [];
  const choose = (callId: string | null) => {
    const known = findCall(callId ?? '')?.sectors.some(({ id }) => id === wanted.sector);
    if (callId) change({ callId, ...(!known && { sector: findCall(callId)?.sectors[0]?.id ?? '' }) });
  };
  return (
    <>
      <Select label={t('cloneCall')} data={callChoices} allowDeselect={false} value={wanted.callId} onChange={choose} />
      <CallNote callId={wanted.callId} />
      <Select
        label={t('cloneSector')}
        data={sectors.map(({ id, label }) => ({ value: id, label }))}
        allowDeselect={false}
        value={wanted.sector}
        onChange={(sector) => sector && change({ sector })}
      />
    </>
  );
}

function Parts({ wanted, change }: PartProps) {
  const { t } = useTranslation('home');
  return (
    <Fieldset legend={t('cloneParts')}>
      <Stack gap="xs">
        {(['texts', 'plan', 'budget'] as const).map((part) => (
          <Checkbox
            key={part}
            label={t(`clone_${part}`)}
            checked={wanted[part] && (part !== 'budget' || wanted.plan)}
            disabled={part === 'budget' && !wanted.plan}
            onChange={(event) => change({ [part]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

function Companions({ wanted, change }: PartProps) {
  const { t } = useTranslation('home');
  const { t: people } = useTranslation('people');
  const { proposal, me } = useProposal();
  const others = proposal.members.filter(({ userId }) => userId !== me.id);
  return (
    <>
      <Checkbox.Group
        label={t('cloneOrganisations')}
        value={wanted.organisationIds}
        onChange={(organisationIds) => change({ organisationIds })}
      >
        <Stack gap="xs" mt="xs">
          {proposal.organisations.map(({ id, legalName }) => (
            <Checkbox key={id} value={id} label={legalName} />
          ))}
        </Stack>
      </Checkbox.Group>
      {others.length > 0 && (
        <Checkbox.Group
          label={t('clonePeople')}
          description={t('clonePeopleHint')}
          value={wanted.memberIds}
          onChange={(memberIds) => change({ memberIds })}
        >
          <Stack gap="xs" mt="xs">
            {others.map(({ userId, name, role }) => (
              <Checkbox key={userId} value={userId} label={`${name} (${people(role)})`} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </>
  );
}

function Preview({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const { title: _title, acronym: _acronym, memberIds: _memberIds, ...asked } = wanted;
  const { data, error } = useQuery({
    queryKey: [proposal.id, 'clone', asked],
    queryFn: () => callApi(previewClone, { proposalId: proposal.id }, asked),
    enabled: asked.organisationIds.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error) return <Alert color="red">{problemText(error)}</Alert>;
  if (!data) return null;
  const { moves, leftovers } = data;
  return (
    <Alert color={leftovers.length > 0 ? 'yellow' : 'green'} title={t('cloneMoves', moves)} role="status">
      {leftovers.length === 0 ? (
        t('cloneAllFits')
      ) : (
        <>
          <Text size="sm">{t('cloneLeftovers', { count: leftovers.length })}</Text>
          <List size="sm" mt="xs">
            {leftovers.slice(0, 8).map(({ label }, index) => (
              // Labels may be equal; the list is drawn anew as a whole.
              <List.Item key={`${index}-${label}`}>{label}</List.Item>
            ))}
          </List>
          {leftovers.length > 8 && <Text size="sm">{t('cloneMore', { count: leftovers.length - 8 })}</Text>}
        </>
      )}
    </Alert>
  );
}
