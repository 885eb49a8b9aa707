// Workplan and budget of the frozen copy, folded: what is done when, by whom, for how much.

import type { BudgetRow } from '@adagia/shared/budget/budget';
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import type { PlanActivity, PlanWorkPackage } from '@adagia/shared/plan/workplan';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table.tsx';
import classes from './evaluation.module.css';
import type { FrozenProposal } from './frozen-proposal.ts';

type Row = PlanWorkPackage | PlanActivity;

export function FrozenPlan({ frozen: { context, organisations } }: { frozen: FrozenProposal }) {
  const { t, i18n } = useTranslation('evaluation');
  const { workplan, budget } = context;
  const euro = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'EUR' });
  const money = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? '' : euro.format(cents / 100);
  const loose = workplan.activities.filter((one) => one.workPackageId === null);
  const rows: Row[] = [...workplan.workPackages.flatMap((one) => [one, ...one.activities]), ...loose];
  const amounts = new Map(
    budget.rows.flatMap((row: BudgetRow) => [row, ...row.activities]).map((row) => [row.id, row.total]),
  );
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.legalName ?? '';
  const months = ({ from, to }: Row) => (from === null || to === null ? '' : `M${from}–M${to}`);
  return (
    <details className={classes.plan}>
      <summary>{t('planAndBudget')}</summary>
      <WideTable label={t('workplan')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workplan')}</Table.Th>
            <Table.Th>{t('months')}</Table.Th>
            <Table.Th>{t('lead')}</Table.Th>
            <Table.Th ta="end">{t('amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td fw={'activities' in row ? 600 : 400}>
                {row.number} <bdi>{row.title}</bdi>
              </Table.Td>
              <Table.Td>{months(row)}</Table.Td>
              <Table.Td>{nameOf(row.lead)}</Table.Td>
              <Table.Td ta="end">{money(amounts.get(row.id))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <WideTable label={t('budget')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('organisation')}</Table.Th>
            <Table.Th ta="end">{t('amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {organisations.map(({ id, legalName }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <bdi>{legalName}</bdi>
              </Table.Td>
              <Table.Td ta="end">{money(budget.organisationTotals.get(id))}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr key={TOTAL_COLUMN}>
            <Table.Td fw={600}>{t('total')}</Table.Td>
            <Table.Td ta="end" fw={600}>
              {money(budget.total)}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </WideTable>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noPlan')}
        </Text>
      )}
    </details>
  );
}
