// What the selected cell is called and says, and what can be done with it beside writing: above the grid, as in a spreadsheet.
// Alt+F10 leads here from a cell, Escape back.
import { formatAmount, formatShare } from '@adagia/shared/budget/format-amount';
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { Button, Text } from '@mantine/core';
import { IconCalculator, IconHistory, IconMessagePlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { ariaKeys } from '../../../editor/ui/shortcuts.ts';
import type { PlaceThreads } from '../../comments/objects/place-threads.tsx';
import { useCanComment } from '../../comments/use-can-comment.ts';
import { cellAt, type GridCell, type GridColumn, type GridModel, isAboutMoney } from '../grid-model.ts';
import { OpenFigureBar } from '../negotiation/open-figure-bar.tsx';
import type { GridSelection } from '../use-grid-selection.ts';
import classes from './cell-bar.module.css';
import { HistoryDialog } from './history-dialog.tsx';
import { useCellName } from './use-cell-name.ts';
import { useSeesWorkings } from './use-workings.ts';
import { WorkingsDialog } from './workings-dialog.tsx';

export const CELL_BAR_ID = 'budget-cell';

interface CellBarProps {
  model: GridModel;
  selection: GridSelection;
  /** Open ones, by cell. */
  threads: PlaceThreads;
  onComment(cell: string): void;
  canWrite: boolean;
  /** Begins to edit the selected cell. */
  onType(cell: GridCell): void;
}

export function CellBar({ model, selection, threads, onComment, canWrite, onType }: CellBarProps) {
  const { t } = useTranslation('figures');
  const { active } = selection;
  const [open, setOpen] = useState<{ figure: string; dialog: FigureDialog } | null>(null);
  const nameOf = useCellName();
  const [row, column] = [model.rows[active.row], model.columns[active.column]];
  const cell = cellAt(model, active.row, active.column);
  if (!row || !column || !cell) return null;
  const place = `${row.row.id}/${column.id}`;
  const name = nameOf(place) ?? '';
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    selection.select(active);
  };
  const close = () => {
    setOpen(null);
    selection.select(active);
  };
  const isOpen = open !== null && open.figure === cell.figure;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leads back from its buttons
    <div id={CELL_BAR_ID} role="group" aria-label={t('bar', { name })} className={classes.bar} onKeyDown={back}>
      <Text size="sm" className={classes.name} title={name}>
        {name}
      </Text>
      <Value cell={cell} column={column} />
      <div className={classes.actions}>
        {isAboutMoney(model, active) && (
          <CommentButton count={threads.get(place)?.length ?? 0} onClick={() => onComment(place)} />
        )}
        <FigureButtons
          cell={cell}
          column={column}
          onOpen={(dialog) => setOpen({ figure: cell.figure ?? '', dialog })}
        />
      </div>
      {cell.open && (
        <OpenFigureBar
          open={cell.open}
          name={name}
          onType={cell.key !== null && canWrite ? () => onType(cell) : null}
          onDone={() => selection.select(active)}
        />
      )}
      {isOpen && open.dialog === 'history' && <HistoryDialog cell={cell} name={name} onClose={close} />}
      {isOpen && open.dialog === 'workings' && (
        <WorkingsDialog
          place={{ organisationId: column.id as OrganisationId, rowId: row.row.id }}
          cell={cell}
          name={name}
          onClose={close}
        />
      )}
    </div>
  );
}

type FigureDialog = 'history' | 'workings';

interface FigureButtonsProps {
  cell: GridCell;
  column: GridColumn;
  onOpen(dialog: FigureDialog): void;
}

function FigureButtons({ cell, column, onOpen }: FigureButtonsProps) {
  const { t } = useTranslation('figures');
  const { proposal } = useProposal();
  const seesWorkings = useSeesWorkings();
  if (cell.figure === null) return null;
  const style = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <>
      {can(proposal.role, 'timeline.read') && (
        <Button {...style} leftSection={<IconHistory size={16} aria-hidden />} onClick={() => onOpen('history')}>
          {t('history')}
        </Button>
      )}
      {column.kind === 'organisation' && seesWorkings(column.id) && (
        <Button {...style} leftSection={<IconCalculator size={16} aria-hidden />} onClick={() => onOpen('workings')}>
          {t('workings')}
        </Button>
      )}
    </>
  );
}

function CommentButton({ count, onClick }: { count: number; onClick(): void }) {
  const { t } = useTranslation('figures');
  const canComment = useCanComment();
  if (count === 0 && !canComment) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconMessagePlus size={16} aria-hidden />}
      aria-keyshortcuts={`Shift+F2 ${ariaKeys('comment')}`}
      onClick={onClick}
    >
      {count > 0 ? t('comments', { count }) : t('comment')}
    </Button>
  );
}

function Value({ cell, column }: { cell: GridCell; column: GridColumn }) {
  const { t, i18n } = useTranslation('figures');
  if (cell.isVoid) return null;
  const format = column.kind === 'share' ? formatShare : formatAmount;
  return (
    <Text size="sm" fw={600} className={classes.value}>
      {cell.value === null ? <span className={classes.empty}>{t('empty')}</span> : format(cell.value, i18n.language)}
    </Text>
  );
}
