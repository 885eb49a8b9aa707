// What the programme data is not sure of, by call: to be looked up before anybody relies on it.
import { calls } from '@adagia/shared/programme/calls';
import { type UncertainFigure, uncertainFigures } from '@adagia/shared/programme/unconfirmed';
import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table.tsx';

export function FigureList() {
  const { t } = useTranslation('administration');
  return (
    <Stack gap="xl">
      <Text c="dimmed">{t('figuresText')}</Text>
      {calls.map((call) => (
        <section key={call.id} aria-label={call.id}>
          <Title order={2} size="h4" mb="xs">
            {call.action} {call.year}
          </Title>
          <WideTable label={`${call.action} ${call.year}`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('figure')}</Table.Th>
                <Table.Th>{t('value')}</Table.Th>
                <Table.Th>{t('confidence')}</Table.Th>
                <Table.Th>{t('source')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {uncertainFigures(call).map((figure) => (
                <Row key={figure.path} figure={figure} />
              ))}
            </Table.Tbody>
          </WideTable>
        </section>
      ))}
    </Stack>
  );
}

function Row({ figure }: { figure: UncertainFigure }) {
  const { t } = useTranslation('administration');
  return (
    <Table.Tr>
      <Table.Td>{figure.path}</Table.Td>
      <Table.Td>{figure.value}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={figure.confidence === 'unconfirmed' ? 'orange' : 'gray'}>
          {t(figure.confidence)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="xs">{figure.sources.join(', ')}</Text>
        {figure.note && (
          <Text size="xs" c="dimmed">
            {figure.note}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
