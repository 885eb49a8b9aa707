// Amounts of a file into the budget: choose it, say what is what where that is not known, see what changes, and only then write.

import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import { Alert, Button, Checkbox, FileButton, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import type { Project } from '../../plan/use-project.ts';
import type { GridModel } from '../grid-model.ts';
import { useFigureWriter } from '../negotiation/use-figure-writer.ts';
import { dryRun } from './dry-run.ts';
import { DryRunReport } from './dry-run-report.tsx';
import type { ReadFile } from './file-limits.ts';
import { MappingFields } from './mapping-fields.tsx';
import { readFile } from './read-file.ts';
import type { RawSheet } from './sheet.ts';
import { guessMapping, isOwnSheet, isProposedSheet, type MappingTarget, type TableMapping } from './table-mapping.ts';

interface ImportDialogProps {
  project: Project;
  model: GridModel;
  onClose(): void;
}

export function ImportDialog(props: ImportDialogProps) {
  const { t } = useTranslation(['budget', 'common']);
  const [read, setRead] = useState<ReadFile | 'reading' | null>(null);
  const choose = (file: File | null) => {
    if (!file) return;
    setRead('reading');
    void readFile(file).then(setRead);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('importing.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('importing.intro')}</Text>
        <Group>
          <FileButton onChange={choose} accept=".xlsx,.xlsm,.ods,.csv,.txt,.xls">
            {(button) => (
              <Button {...button} variant="light" loading={read === 'reading'} data-autofocus>
                {t('importing.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('importing.kinds')}
          </Text>
        </Group>
        {read !== null && read !== 'reading' && 'problem' in read && (
          <Alert color="red" role="alert">
            {t(`importing.problem.${read.problem}`)}
          </Alert>
        )}
        {read !== null && read !== 'reading' && 'sheets' in read && <ChosenFile {...props} sheets={read.sheets} />}
      </Stack>
    </Modal>
  );
}

/** The columns of the grid in its order: those that are computed from others come last, and have no place in a file. */
function useTarget(project: Project, model: GridModel): MappingTarget {
  const { t } = useTranslation('budget');
  const total = t('grid.total');
  return useMemo(() => {
    const named = project.paidOrganisations.map(({ id, number, legalName, legalNameLatin }) => ({
      id,
      label: `${number} ${legalName}`,
      names: [number, legalName, legalNameLatin, `${number} ${legalName}`],
    }));
    return {
      callId: project.call.id,
      rows: model.rows.map(({ row }) => row),
      columns: [...named, { id: AMOUNT_COLUMN, label: total, names: [total, 'total', 'amount', AMOUNT_COLUMN] }],
    };
  }, [project, model, total]);
}

const firstOwn = (sheets: readonly RawSheet[]): number => Math.max(0, sheets.findIndex(isOwnSheet));

function ChosenFile({ project, model, sheets: all, onClose }: ImportDialogProps & { sheets: RawSheet[] }) {
  const { t } = useTranslation('budget');
  const { proposal } = useProposal();
  const sheets = all.filter((one) => !isProposedSheet(one));
  const leftOut = all.find(isProposedSheet);
  const [sheetAt, setSheetAt] = useState(() => firstOwn(sheets));
  const sheet = sheets[sheetAt] ?? sheets[0];
  if (!sheet) return leftOut ? <Text>{t('importing.proposedLeft', { name: leftOut.name })}</Text> : null;
  return (
    <>
      {sheets.length > 1 && (
        <NativeSelect
          label={t('importing.sheet')}
          data={sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
          value={String(sheetAt)}
          onChange={(event) => setSheetAt(Number(event.currentTarget.value))}
        />
      )}
      {leftOut && <Text size="sm">{t('importing.proposedLeft', { name: leftOut.name })}</Text>}
      {proposal.isNegotiated && <Text size="sm">{t('importing.negotiated')}</Text>}
      <ChosenSheet key={sheetAt} project={project} model={model} sheet={sheet} onClose={onClose} />
    </>
  );
}

function ChosenSheet({ project, model, sheet, onClose }: ImportDialogProps & { sheet: RawSheet }) {
  const { t } = useTranslation(['budget', 'common']);
  const writeFigures = useFigureWriter();
  const target = useTarget(project, model);
  // As it was when the file was chosen: a colleague who renames a partner meanwhile changes nothing that was said here.
  const [mapping, setMapping] = useState<TableMapping>(() => guessMapping(sheet, target));
  const [doesEmpty, setEmpty] = useState(mapping.origin === 'own');
  const run = useMemo(() => dryRun({ sheet, mapping, model, doesEmpty }), [sheet, mapping, model, doesEmpty]);
  const count = run.changes.length;
  const write = () => {
    writeFigures(run.fields);
    notifications.show({ color: 'teal', message: t('importing.done', { count }) });
    onClose();
  };
  return (
    <>
      <Text size="sm">{t(`importing.${mapping.origin}`)}</Text>
      {mapping.origin !== 'own' && (
        <MappingFields sheet={sheet} mapping={mapping} target={target} onChange={setMapping} />
      )}
      <Checkbox
        label={t('importing.doesEmpty')}
        checked={doesEmpty}
        onChange={(event) => setEmpty(event.currentTarget.checked)}
      />
      <DryRunReport run={run} model={model} project={project} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button onClick={write} disabled={count === 0 || run.problems.length > 0}>
          {t('importing.submit', { count })}
        </Button>
      </Group>
    </>
  );
}
