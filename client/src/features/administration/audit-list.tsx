// The record of rights, filtered and as a file: of one proposal, or of the installation. Its rows are never changed.
import * as routes from '@adagia/shared/api/audit';
import type { ProposalId } from '@adagia/shared/ids';
import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import classes from './audit-list.module.css';
import { useAuditDetails } from './use-audit-details.ts';

interface Choice {
  value: string;
  label: string;
}
interface AuditListProps {
  /** null: of the installation. */
  proposalId: ProposalId | null;
  people: Choice[];
}

/** What the fields hold; '' and null for nothing. Days are those of the reader. */
interface Filter {
  personId: string | null;
  kind: string | null;
  from: string;
  to: string;
}

function queryOf({ personId, kind, from, to }: Filter): routes.AuditQuery {
  const dayAfter = (day: string) => new Date(new Date(`${day}T00:00`).getTime() + 24 * 60 * 60 * 1000).toISOString();
  return {
    ...(personId && { personId: personId as NonNullable<routes.AuditQuery['personId']> }),
    ...(kind && { kind }),
    ...(from && { since: new Date(`${from}T00:00`).toISOString() }),
    ...(to && { until: dayAfter(to) }),
  };
}

function useAudit(proposalId: ProposalId | null, query: routes.AuditQuery) {
  return useInfiniteQuery({
    queryKey: [proposalId ?? 'installation', 'audit', query],
    queryFn: ({ pageParam }) => {
      const asked = { ...query, ...(pageParam && { before: pageParam }) };
      return proposalId ? callApi(routes.listAudit, { proposalId }, asked) : callApi(routes.listWholeAudit, {}, asked);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function AuditList({ proposalId, people }: AuditListProps) {
  const { t } = useTranslation('audit');
  const [filter, setFilter] = useState<Filter>({ personId: null, kind: null, from: '', to: '' });
  const query = queryOf(filter);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(proposalId, query);
  const [isBusy, run] = useTask();
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const download = () =>
    run(async () => {
      const asked = proposalId
        ? callApi(routes.exportAudit, { proposalId }, query)
        : callApi(routes.exportWholeAudit, {}, query);
      const { name, csv } = await asked;
      saveFile(name, csv, 'text/csv;charset=utf-8');
    });
  return (
    <>
      <Filters filter={filter} people={people} onChange={(part) => setFilter((before) => ({ ...before, ...part }))} />
      <Group justify="flex-end" my="sm">
        <Button variant="light" loading={isBusy} onClick={download}>
          {t('export')}
        </Button>
      </Group>
      {error && !data && <EmptyState title={problemText(error)} />}
      {!data && !error && <Waiting />}
      {data && entries.length === 0 && <EmptyState title={t('empty')} />}
      {entries.length > 0 && <Entries entries={entries} hasProposals={proposalId === null} />}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Filters({
  filter,
  people,
  onChange,
}: {
  filter: Filter;
  people: Choice[];
  onChange(part: Partial<Filter>): void;
}) {
  const { t } = useTranslation('audit');
  const families = [...new Set(routes.auditKinds.map((kind) => kind.split('.')[0] ?? ''))];
  const width = { base: '100%', xs: 190 };
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={t('person')}
        placeholder={t('all')}
        data={people}
        searchable
        clearable
        w={width}
        value={filter.personId}
        onChange={(personId) => onChange({ personId })}
      />
      <Select
        label={t('kind')}
        placeholder={t('all')}
        clearable
        w={width}
        data={families.map((value) => ({ value, label: t(`family_${value}` as 'family_member') }))}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextInput
        type="date"
        label={t('from')}
        w={width}
        value={filter.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        w={width}
        value={filter.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </Group>
  );
}

function Entries({ entries, hasProposals }: { entries: routes.AuditEntry[]; hasProposals: boolean }) {
  const { t, i18n } = useTranslation('audit');
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <WideTable label={t('what')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('time')}</Table.Th>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th>{t('by')}</Table.Th>
          <Table.Th>{t('whose')}</Table.Th>
          {hasProposals && <Table.Th>{t('proposal')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td className={classes.time}>{when.format(new Date(entry.at))}</Table.Td>
            <Table.Td>
              <Text size="sm">
                {t(`kind_${entry.kind.replace('.', '_')}` as 'kind_member_role', { defaultValue: entry.kind })}
              </Text>
              <Details entry={entry} />
            </Table.Td>
            <Table.Td>{entry.actorId === null ? t('server') : <bdi>{entry.actorName || t('gone')}</bdi>}</Table.Td>
            <Table.Td>{entry.personId !== null && <bdi>{entry.personName || t('gone')}</bdi>}</Table.Td>
            {hasProposals && (
              <Table.Td>
                <bdi>{entry.proposalName}</bdi>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Details({ entry }: { entry: routes.AuditEntry }) {
  const text = useAuditDetails()(entry);
  return text ? (
    <Text size="xs" c="dimmed">
      <bdi>{text}</bdi>
    </Text>
  ) : null;
}
