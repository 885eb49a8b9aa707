// The figures of a call, those that nobody has confirmed first: to be looked up, and put right, before anybody relies on them.
import { type CorrectionEntry, listCorrections, takeBackCorrection } from '@adagia/shared/api/corrections';
import { findCall } from '@adagia/shared/programme/calls';
import { correctCall } from '@adagia/shared/programme/corrections';
import { type Figure, listFigures } from '@adagia/shared/programme/figures';
import { Badge, Button, Checkbox, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { callChoices } from '../../ui/call-choice.tsx';
import { useTask } from '../../ui/use-task.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { CorrectFigure } from './correct-figure.tsx';
import { CorrectionHistory } from './correction-history.tsx';
import classes from './figure-list.module.css';
import { figureText } from './figure-text.ts';
import { inOrderOfUse, useFigureName } from './use-figure-name.ts';

const CORRECTIONS = ['installation', 'corrections'];

interface Found {
  path: string;
  figure: Figure;
}

export function FigureList() {
  const { t } = useTranslation('administration');
  const [callId, setCallId] = useState('KA220-2026');
  const [isAll, setAll] = useState(false);
  const [open, setOpen] = useState<Found | null>(null);
  const client = useQueryClient();
  const { data = [] } = useQuery({ queryKey: CORRECTIONS, queryFn: () => callApi(listCorrections, {}, {}) });
  const history = data.filter((one) => one.callId === callId);
  const holding = history.filter(({ endedAt }) => endedAt === null);
  const found = findCall(callId);
  const figures = found ? listFigures(correctCall(found, holding)) : [];
  const wanted = figures.filter(({ figure }) => isAll || figure.confidence !== 'sourced' || figure.correction);
  const shown = inOrderOfUse(wanted);
  const refresh = () => client.invalidateQueries({ queryKey: CORRECTIONS });
  return (
    <Stack>
      <Text c="dimmed">{t('figuresText')}</Text>
      <Group align="flex-end">
        <Select
          label={t('figuresCall')}
          data={callChoices}
          allowDeselect={false}
          miw="min(26rem, 100%)"
          value={callId}
          onChange={(value) => value && setCallId(value)}
        />
        <Checkbox label={t('figuresAll')} checked={isAll} onChange={(event) => setAll(event.currentTarget.checked)} />
      </Group>
      <FigureTable callId={callId} figures={shown} holding={holding} onCorrect={setOpen} onChange={refresh} />
      <Title order={2} size="h4">
        {t('history')}
      </Title>
      <CorrectionHistory callId={callId} history={history} />
      {open && <CorrectFigure callId={callId} {...open} onDone={refresh} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

interface FigureTableProps {
  callId: string;
  figures: readonly Found[];
  holding: readonly CorrectionEntry[];
  onCorrect(found: Found): void;
  onChange(): Promise<unknown>;
}

function FigureTable({ callId, figures, holding, onCorrect, onChange }: FigureTableProps) {
  const { t } = useTranslation('administration');
  return (
    <WideTable label={callId}>
      <Table.Thead>
        <Table.Tr>
          {(['figure', 'value', 'confidence', 'source', 'actions'] as const).map((column) => (
            <Table.Th key={column}>{t(column)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map((one) => (
          <Row
            key={one.path}
            callId={callId}
            found={one}
            correction={holding.find(({ path }) => path === one.path)}
            onCorrect={() => onCorrect(one)}
            onChange={onChange}
          />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

interface RowProps {
  callId: string;
  found: Found;
  correction: CorrectionEntry | undefined;
  onCorrect(): void;
  onChange(): Promise<unknown>;
}

function Row({ callId, found: { path, figure }, correction, onCorrect, onChange }: RowProps) {
  const { t } = useTranslation('administration');
  const [isBusy, run] = useTask();
  const { confidence, sources, note } = figure;
  const name = useFigureName(callId)(path);
  const takeBack = (correctionId: string) =>
    run(async () => {
      await callApi(takeBackCorrection, { correctionId }, {});
      await onChange();
    });
  return (
    <Table.Tr>
      <Table.Td className={classes.long}>
        <Text size="sm">{name}</Text>
        {name !== path && (
          <Text size="xs" c="dimmed">
            {path}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.value}>{figureText(figure.value)}</Table.Td>
      <Table.Td>
        <Badge
          variant="light"
          tt="none"
          miw="max-content"
          color={correction ? 'blue' : confidence === 'unconfirmed' ? 'orange' : 'gray'}
        >
          {t(correction ? 'corrected' : confidence)}
        </Badge>
      </Table.Td>
      <Table.Td className={classes.long}>
        <Text size="xs">{sources.join(', ')}</Text>
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Button size="compact-sm" variant="light" aria-label={t('correctNamed', { name })} onClick={onCorrect}>
            {t('correct')}
          </Button>
          {correction && (
            <Button size="compact-sm" variant="subtle" loading={isBusy} onClick={() => takeBack(correction.id)}>
              {t('takeBack')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
