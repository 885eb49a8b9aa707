// The open figures as a table: agreed, proposed and offered side by side, who and when, and what I can do.
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { isRefusal } from '@adagia/shared/budget/negotiation';
import { isCount } from '@adagia/shared/unit-costs/quantities';
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { WideTable } from '../../../ui/wide-table.tsx';
import { focusSoon } from '../../plan/focus-soon.ts';
import { cellAnchor } from '../figures/cell-anchor.ts';
import { useFigureName } from '../figures/use-figure-name.ts';
import { useFigureText } from '../figures/use-figure-text.ts';
import { DecisionButtons } from './decision-buttons.tsx';
import { lastMove, useMoves } from './use-negotiation.ts';

const columns = ['figure', 'agreed', 'proposedColumn', 'counterColumn', 'by', 'decision'] as const;
const isNumeric = (column: string) => column === 'agreed' || column === 'proposedColumn' || column === 'counterColumn';

export function OpenFigureList({ open }: { open: readonly Negotiation[] }) {
  const { t } = useTranslation('negotiation');
  return (
    <WideTable label={t('openFigures')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col" ta={isNumeric(column) ? 'end' : 'start'}>
              {t(column)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {open.map((one) => (
          <OpenRow key={one.cell} open={one} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function OpenRow({ open }: { open: Negotiation }) {
  const { t } = useTranslation('negotiation');
  const name = useFigureName()(open.cell);
  const textOf = useFigureText(isCount(open.cell));
  const offered = isRefusal(open) ? t('refusedShort') : textOf(open.counter);
  return (
    <Table.Tr data-open={open.cell}>
      <Table.Th scope="row" fw={400} miw="12rem">
        <Anchor component="button" type="button" ta="start" onClick={() => focusSoon(cellAnchor(open.cell))}>
          {name}
        </Anchor>
      </Table.Th>
      <Table.Td ta="end">{textOf(open.agreed)}</Table.Td>
      <Table.Td ta="end" fw={600}>
        {textOf(open.proposed)}
      </Table.Td>
      <Table.Td ta="end">{open.counter === null ? '' : offered}</Table.Td>
      <Table.Td miw="9rem">
        <By open={open} />
      </Table.Td>
      <Table.Td miw="12rem">
        <DecisionButtons open={[open]} name={name} onDone={() => focusSoon('negotiation')} />
      </Table.Td>
    </Table.Tr>
  );
}

function By({ open }: { open: Negotiation }) {
  const { i18n } = useTranslation('negotiation');
  const move = lastMove(useMoves(), open);
  if (!move) return null;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Text size="sm">
      <bdi>{move.actorName}</bdi>, {when.format(new Date(move.at))}
    </Text>
  );
}
