// What an import would change, amount by amount, and what of the file cannot be taken, cell by cell.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { QUANTITY_MAX } from '@adagia/shared/unit-costs/quantities';
import { Alert, List, ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../plan/use-project.ts';
import type { GridModel } from '../grid-model.ts';
import type { AmountChange, DryRun, SheetProblem } from './dry-run.ts';

/** Rows of the list: enough to see what happens. */
const SHOWN_MAX = 200;
const PROBLEMS_SHOWN_MAX = 20;
/** Characters of a cell that are quoted. */
const QUOTED_MAX = 30;

interface DryRunReportProps {
  run: DryRun;
  model: GridModel;
  project: Project;
}

export function DryRunReport({ run, model, project }: DryRunReportProps) {
  const { t } = useTranslation('budget');
  const { changes, problems, unchanged } = run;
  if (changes.length + problems.length + unchanged === 0) return <Text role="status">{t('importing.nothing')}</Text>;
  return (
    <>
      <Text role="status">
        {t('importing.changes', { count: changes.length })}, {t('importing.unchanged', { count: unchanged })}.
      </Text>
      {problems.length > 0 && <Problems problems={problems} />}
      {changes.length > 0 && <Changes changes={changes} model={model} project={project} />}
    </>
  );
}

function Problems({ problems }: { problems: readonly SheetProblem[] }) {
  const { t } = useTranslation('budget');
  const reason = ({ problem }: SheetProblem): string => {
    if (problem === 'count') return t('costs.problem', { max: QUANTITY_MAX });
    return problem === 'merged' || problem === 'calculation' ? t(`importing.${problem}`) : t(`problem.${problem}`);
  };
  return (
    <Alert color="red" role="alert" title={t('importing.problems', { count: problems.length })}>
      <Text size="sm">{t('importing.problemsHint')}</Text>
      <List size="sm">
        {problems.slice(0, PROBLEMS_SHOWN_MAX).map((one) => (
          <List.Item key={one.cell}>
            {t('paste.cell', { cell: one.cell, text: one.text.slice(0, QUOTED_MAX), problem: reason(one) })}
          </List.Item>
        ))}
      </List>
      {problems.length > PROBLEMS_SHOWN_MAX && (
        <Text size="sm">{t('importing.more', { count: problems.length - PROBLEMS_SHOWN_MAX })}</Text>
      )}
    </Alert>
  );
}

function Changes({ changes, model, project }: { changes: readonly AmountChange[] } & Omit<DryRunReportProps, 'run'>) {
  const { t, i18n } = useTranslation('budget');
  const said = ({ row, column }: AmountChange, figure: number | null) => {
    if (figure === null) return t('importing.empty');
    const isCount = model.rows[row]?.cells[column]?.isCount ?? false;
    return isCount ? figure.toLocaleString(i18n.language) : formatAmount(figure, i18n.language, 'euro');
  };
  const placeOf = ({ row, column }: AmountChange): string =>
    t('cell', {
      ns: 'cells',
      row: model.rows[row]?.row.number || (model.rows[row]?.row.title ?? ''),
      column: project.paidOrganisations[column]?.number ?? t('grid.total'),
    });
  return (
    <ScrollArea.Autosize mah={320}>
      <Table stickyHeader fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('importing.cell')}</Table.Th>
            <Table.Th>{t('importing.place')}</Table.Th>
            <Table.Th ta="end" style={{ whiteSpace: 'nowrap' }}>
              {t('importing.before')}
            </Table.Th>
            <Table.Th ta="end" style={{ whiteSpace: 'nowrap' }}>
              {t('importing.after')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.slice(0, SHOWN_MAX).map((change) => (
            <Table.Tr key={change.cell}>
              <Table.Td>{change.cell}</Table.Td>
              <Table.Td>{placeOf(change)}</Table.Td>
              <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
                {said(change, change.before)}
              </Table.Td>
              <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
                {said(change, change.after)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changes.length > SHOWN_MAX && (
        <Text size="sm">{t('importing.more', { count: changes.length - SHOWN_MAX })}</Text>
      )}
    </ScrollArea.Autosize>
  );
}
