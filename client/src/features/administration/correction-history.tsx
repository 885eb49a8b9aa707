// What was put right in a call: when, by whom, why, and whether it still holds.
import type { CorrectionEntry } from '@adagia/shared/api/corrections';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { figureText } from './figure-text.ts';
import { useFigureName } from './use-figure-name.ts';

interface HistoryProps {
  callId: string;
  history: readonly CorrectionEntry[];
}

export function CorrectionHistory({ callId, history }: HistoryProps) {
  const nameOf = useFigureName(callId);
  const { t, i18n } = useTranslation('administration');
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  if (history.length === 0) return <Text c="dimmed">{t('historyNone')}</Text>;
  return (
    <WideTable label={t('history')}>
      <Table.Thead>
        <Table.Tr>
          {(['made', 'person', 'figure', 'value', 'source', 'reason', 'ended'] as const).map((column) => (
            <Table.Th key={column}>{t(column)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {history.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{when.format(new Date(one.at))}</Table.Td>
            <Table.Td>{one.byName}</Table.Td>
            <Table.Td>{nameOf(one.path)}</Table.Td>
            <Table.Td>{figureText(one.value)}</Table.Td>
            <Table.Td>{one.source}</Table.Td>
            <Table.Td>{one.reason}</Table.Td>
            <Table.Td>
              {one.endedAt ? `${when.format(new Date(one.endedAt))}, ${one.endedByName}` : t('holds')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
