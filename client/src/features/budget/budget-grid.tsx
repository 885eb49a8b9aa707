// The grid of the budget: work packages (with their activities beneath) or activities by organisations, with totals. Behaves
// like a spreadsheet; a grid for screen readers, with one stop of Tab.
import type { Thread } from '@adagia/shared/api/review';
import { IconLock } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlaceThreads, useOpenThreads, usePlaceThreads } from '../comments/objects/place-threads.tsx';
import { usePlaces } from '../plan/use-places.ts';
import type { Project } from '../plan/use-project.ts';
import classes from './budget-grid.module.css';
import { CellBar } from './figures/cell-bar.tsx';
import { useCellName } from './figures/use-cell-name.ts';
import { GridBodyCell } from './grid-body-cell.tsx';
import type { GridModel, GridRow } from './grid-model.ts';
import { GridTotals } from './grid-totals.tsx';
import { PasteProblems } from './paste-problems.tsx';
import { type CellEditor, useCellEditing } from './use-cell-editing.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { type GridSelection, useGridSelection } from './use-grid-selection.ts';
import { useRowName } from './use-row-name.ts';

/** One and the same, so that cells without are not drawn anew. */
const none: readonly Thread[] = [];

interface BudgetGridProps {
  project: Project;
  model: GridModel;
  announce(text: string): void;
}

export function BudgetGrid({ project, model, announce }: BudgetGridProps) {
  const { t } = useTranslation('budget');
  const { canWrite } = project;
  const selection = useGridSelection(model);
  const editor = useCellEditing(canWrite);
  const threads = usePlaceThreads();
  const openComments = useOpenThreads();
  const cellName = useCellName();
  const comment = (cell: string) =>
    openComments({ kind: 'cell', cell, name: cellName(cell) ?? '' }, threads.get(cell) ?? none);
  const pressed = useGridKeys({ model, selection, editor, canWrite, comment });
  const clipboard = useGridClipboard({ model, selection, canWrite, stopEditing: editor.cancel, announce });
  return (
    <>
      {clipboard.refused && (
        <PasteProblems refused={clipboard.refused} project={project} model={model} onClose={clipboard.dismiss} />
      )}
      <CellBar
        model={model}
        selection={selection}
        threads={threads}
        onComment={comment}
        canWrite={canWrite}
        onType={(cell) => editor.begin(cell)}
      />
      <div className={classes.scroller}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells take the focus and are edited is a grid
          role="grid"
          className={classes.grid}
          style={{ '--columns': model.columns.length } as CSSProperties}
          aria-label={t('grid.label')}
          aria-describedby="budget-keys"
          aria-rowcount={model.rows.length + 1}
          aria-colcount={model.columns.length + 1}
          aria-multiselectable
          aria-readonly={!canWrite}
          onKeyDown={pressed}
          onCopy={clipboard.onCopy}
          onCut={clipboard.onCut}
          onPaste={clipboard.onPaste}
        >
          <GridHead model={model} project={project} />
          <GridBody model={model} project={project} selection={selection} editor={editor} threads={threads} />
          <GridTotals columns={model.columns} project={project} />
        </table>
      </div>
    </>
  );
}

function GridHead({ model: { columns, rows }, project }: { model: GridModel; project: Project }) {
  const { t } = useTranslation('budget');
  const { t: rights } = useTranslation('rights');
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.corner}>
          {t('grid.row')}
        </th>
        {columns.map((column, index) => {
          const isForeign = rows.some(({ cells }) => cells[index]?.isForeign);
          const organisation = project.paidOrganisations.find((one) => one.id === column.id);
          return (
            <th key={column.id} scope="col" data-kind={column.kind} title={organisation?.legalName}>
              {column.kind === 'organisation' ? (
                <>
                  <span className={classes.organisationNumber}>
                    {organisation?.number}{' '}
                    {isForeign && <IconLock size={13} role="img" aria-label={rights('foreignHeader')} />}
                  </span>{' '}
                  <span className={classes.organisation}>{organisation?.legalName}</span>
                </>
              ) : (
                t(`grid.${column.kind}`)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface GridBodyProps {
  model: GridModel;
  project: Project;
  selection: GridSelection;
  editor: CellEditor;
  threads: PlaceThreads;
}

function GridBody({ model, project, selection, editor, threads }: GridBodyProps) {
  const places = usePlaces('budget');
  const rowName = useRowName();
  return (
    <tbody>
      {model.rows.map((gridRow, row) => (
        <tr key={gridRow.row.id} aria-rowindex={row + 2} className={classes.row} data-level={gridRow.level}>
          <RowHeader gridRow={gridRow} />
          {gridRow.cells.map((cell, column) => {
            const columnId = model.columns[column]?.id ?? '';
            return (
              <GridBodyCell
                key={columnId}
                cell={cell}
                column={model.columns[column]}
                position={{ row, column }}
                place={`${gridRow.row.id}/${columnId}`}
                name={`${gridRow.row.number || rowName(gridRow.row)}, ${project.paidOrganisations[column]?.number ?? columnId}`}
                selection={selection}
                editor={editor}
                holder={places.get(`${gridRow.row.id}/${columnId}`)}
                canWrite={project.canWrite}
                threads={threads.get(`${gridRow.row.id}/${columnId}`) ?? none}
                hasProblem={
                  columnId === 'total' && project.violationsOf.has(gridRow.row.id) && isMoneyProblem(project, gridRow)
                }
              />
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

function isMoneyProblem(project: Project, { row }: GridRow): boolean {
  return project.violationsOf.get(row.id)?.some(({ place }) => place.page === 'budget') ?? false;
}

function RowHeader({ gridRow: { row } }: { gridRow: GridRow }) {
  const title = useRowName()(row);
  return (
    <th scope="row" className={classes.rowHeader} title={title}>
      <span className={classes.rowTitle}>{title}</span>
    </th>
  );
}
