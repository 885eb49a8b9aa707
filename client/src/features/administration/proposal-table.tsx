// All proposals of the installation, without a word of their content.
import { listAllProposals, type ProposalRow, restoreAnyProposal } from '@adagia/shared/api/installation';
import { Badge, Button, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { useBytes } from './use-bytes.ts';

const PROPOSALS = ['installation', 'proposals'];

export function ProposalTable() {
  const { t } = useTranslation('administration');
  const { data, error } = useQuery({ queryKey: PROPOSALS, queryFn: () => callApi(listAllProposals, {}, {}) });
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  if (data.length === 0) return <EmptyState title={t('noProposals')} />;
  return (
    <WideTable label={t('proposals')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('proposal')}</Table.Th>
          <Table.Th>{t('coordinators')}</Table.Th>
          <Table.Th>{t('members')}</Table.Th>
          <Table.Th>{t('lastActive')}</Table.Th>
          <Table.Th>{t('size')}</Table.Th>
          <Table.Th aria-label={t('actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map((proposal) => (
          <Row key={proposal.id} proposal={proposal} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ proposal }: { proposal: ProposalRow }) {
  const { t, i18n } = useTranslation('administration');
  const client = useQueryClient();
  const bytes = useBytes();
  const [isBusy, run] = useTask();
  const date = momentFormat(i18n.language, { dateStyle: 'medium' });
  const restore = () =>
    run(async () => {
      await callApi(restoreAnyProposal, { proposalId: proposal.id }, {});
      await client.invalidateQueries({ queryKey: PROPOSALS });
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          <bdi>{proposal.acronym || proposal.title}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {proposal.callId}
        </Text>
        {proposal.isArchived && (
          <Badge variant="light" tt="none">
            {t('archived')}
          </Badge>
        )}
        {proposal.deletedAt && (
          <Badge variant="light" color="red" tt="none">
            {t('deleted')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{proposal.coordinators.join(', ')}</Table.Td>
      <Table.Td>{proposal.members}</Table.Td>
      <Table.Td>{date.format(new Date(proposal.activeAt))}</Table.Td>
      <Table.Td>{bytes(proposal.bytes)}</Table.Td>
      <Table.Td>
        {proposal.deletedAt && (
          <Button size="xs" variant="light" loading={isBusy} onClick={restore}>
            {t('restore')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
