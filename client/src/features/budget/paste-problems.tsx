// Why nothing was pasted: each cell that could not take its value, by name. Nothing of the paste was written.
import { PASTE_CELLS_MAX } from '@adagia/shared/budget/parse-grid';
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Project } from '../plan/use-project.ts';
import type { BadCell } from './grid-edits.ts';
import type { GridModel } from './grid-model.ts';
import type { GridClipboard } from './use-grid-clipboard.ts';

/** Cells that are named: enough to see what went wrong. */
const SHOWN_MAX = 8;
/** Characters of a cell that are quoted. */
const QUOTED_MAX = 30;

interface PasteProblemsProps {
  refused: NonNullable<GridClipboard['refused']>;
  project: Project;
  model: GridModel;
  onClose(): void;
}

export function PasteProblems({ refused, project, model, onClose }: PasteProblemsProps) {
  const { t } = useTranslation(['budget', 'common']);
  return (
    <Alert
      color="red"
      title={t('paste.refused')}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={onClose}
    >
      {'tooMany' in refused ? (
        t('paste.tooMany', { max: PASTE_CELLS_MAX })
      ) : (
        <BadCells cells={refused.cells} project={project} model={model} />
      )}
    </Alert>
  );
}

function BadCells({ cells, project, model }: { cells: BadCell[]; project: Project; model: GridModel }) {
  const { t } = useTranslation('budget');
  const nameOf = ({ row, column }: BadCell): string => {
    const rowName = model.rows[row]?.row.number ?? `+${row - model.rows.length + 1}`;
    const at = model.columns[column];
    const isOrganisation = at?.kind === 'organisation';
    const columnName = isOrganisation
      ? project.paidOrganisations[column]?.number
      : at && t(`grid.${at.kind as 'total'}`);
    return t('cell', { ns: 'cells', row: rowName, column: columnName ?? `+${column - model.columns.length + 1}` });
  };
  return (
    <>
      <List size="sm">
        {cells.slice(0, SHOWN_MAX).map((cell) => (
          <List.Item key={`${cell.row}/${cell.column}`}>
            {t('paste.cell', {
              cell: nameOf(cell),
              text: cell.text.slice(0, QUOTED_MAX),
              problem: t(`problem.${cell.problem}`),
            })}
          </List.Item>
        ))}
      </List>
      {cells.length > SHOWN_MAX && <Text size="sm">{t('paste.more', { count: cells.length - SHOWN_MAX })}</Text>}
    </>
  );
}
