// The quantities behind a budget of unit costs: people, days, kilometres and real costs, by activity and organisation. The amounts
// beside them and in the grid follow at once; nothing computed is stored.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { activityPartSchema } from '@adagia/shared/programme/schema';
import { COST, costRows, type QuantityName, quantitiesOf } from '@adagia/shared/unit-costs/quantities';
import { Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table.tsx';
import type { Project } from '../plan/use-project.ts';
import classes from './cost-quantities.module.css';
import { QuantityBar, quantityOf, type SelectedQuantity } from './quantity-bar.tsx';
import { QuantityInput } from './quantity-input.tsx';
import { useRowName } from './use-row-name.ts';

export function CostQuantities({ project }: { project: Project }) {
  const { t } = useTranslation('budget');
  const [selected, setSelected] = useState<SelectedQuantity | null>(null);
  const rowName = useRowName();
  const parts = activityPartSchema.options.filter((part) =>
    project.workplan.activities.some((one) => one.part === part),
  );
  return (
    <Stack
      component="section"
      gap="lg"
      aria-labelledby="quantities-title"
      onFocus={({ target }) => setSelected((before) => quantityOf(target) ?? before)}
    >
      <div>
        <Title order={2} size="h4" id="quantities-title">
          {t('costs.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('costs.intro')}
        </Text>
      </div>
      {parts.map((part) => (
        <Stack key={part} gap="sm">
          <Title order={3} size="h5">
            {t(`costs.part.${part}`)}
          </Title>
          {project.workplan.activities
            .filter((one) => one.part === part)
            .map((one) => (
              <QuantityTable
                key={one.id}
                project={project}
                name={rowName({ ...one, kind: 'activity' })}
                cells={quantitiesOf[part].map((name) => ({ row: one.id, name, label: t(`costs.quantity.${name}`) }))}
              />
            ))}
        </Stack>
      ))}
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('costs.real')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('costs.realText')}
        </Text>
        <QuantityTable
          project={project}
          name={t('costs.real')}
          cells={costRows.map((row) => ({ row, name: COST, label: t(`row.${row}`, { ns: 'cells' }) }))}
        />
      </Stack>
      <div className={classes.selected}>
        <QuantityBar selected={selected} fields={project.budgetFields} />
      </div>
    </Stack>
  );
}

interface Cell {
  row: string;
  name: QuantityName;
  label: string;
}

function QuantityTable({ project, name, cells }: { project: Project; name: string; cells: readonly Cell[] }) {
  const { t, i18n } = useTranslation('budget');
  const rows = new Set(cells.map(({ row }) => row));
  const amountOf = (organisationId: string) =>
    project.lines
      .filter((line) => rows.has(line.rowId) && line.organisationId === organisationId)
      .reduce((sum, { cents }) => sum + cents, 0);
  return (
    <WideTable label={name}>
      <Table.Caption className={classes.caption}>{name}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('costs.organisation')}</Table.Th>
          {cells.map(({ label }) => (
            <Table.Th key={label} scope="col" ta="end">
              {label}
            </Table.Th>
          ))}
          <Table.Th scope="col" ta="end">
            {t('costs.amount')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {project.paidOrganisations.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row" fw={400} miw="10rem">
              {one.number} {one.legalName}
            </Table.Th>
            {cells.map((cell) => (
              <Table.Td key={cell.label} miw="6rem">
                <QuantityInput
                  row={cell.row}
                  organisationId={one.id}
                  name={cell.name}
                  label={`${name}, ${one.number}: ${cell.label}`}
                  fields={project.budgetFields}
                />
              </Table.Td>
            ))}
            <Table.Td ta="end" miw="6rem">
              {formatAmount(amountOf(one.id), i18n.language)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
