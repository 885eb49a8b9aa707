// One cell of the budget grid: its amount, or the field in which it is being edited.
import type { Thread } from '@adagia/shared/api/review';
import { formatAmount, formatShare } from '@adagia/shared/budget/format-amount';
import { Text } from '@mantine/core';
import type { FocusEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '../presence/people-here.ts';
import classes from './budget-grid.module.css';
import { cellAnchor } from './figures/cell-anchor.ts';
import type { GridCell, GridColumn } from './grid-model.ts';
import { isInRange, type Position } from './grid-selection.ts';
import { OpenFigure } from './negotiation/open-figure.tsx';
import { type CellEditing, type CellEditor, FIELD_ID } from './use-cell-editing.ts';
import { sayForeign } from './use-grid-keys.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface GridBodyCellProps {
  cell: GridCell;
  column: GridColumn | undefined;
  position: Position;
  /** `<row>/<column>`, as the others are told. */
  place: string;
  name: string;
  selection: GridSelection;
  editor: CellEditor;
  holder: PersonHere['user'] | undefined;
  canWrite: boolean;
  hasProblem: boolean;
  threads: readonly Thread[];
}

function shown({ value, isVoid }: GridCell, kind: GridColumn['kind'] | undefined, locale: string): string {
  if (value === null || isVoid) return '';
  return kind === 'share' ? formatShare(value, locale) : formatAmount(value, locale);
}

export function GridBodyCell(props: GridBodyCellProps) {
  const { cell, column, position, selection, editor, holder } = props;
  const { t, i18n } = useTranslation('budget');
  const { t: rights } = useTranslation('rights');
  const isActive = selection.active.row === position.row && selection.active.column === position.column;
  const editing = cell.key !== null && editor.editing?.key === cell.key ? editor.editing : null;
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || editing) return;
    const isSecondTouch = isActive && event.pointerType === 'touch';
    if (editor.editing && !editor.store()) return event.preventDefault();
    // Without a keyboard there is no Enter: the second touch of a cell edits it.
    if (isSecondTouch) editor.begin(cell);
    else selection.select(position, event.shiftKey);
  };
  const focused = (event: FocusEvent) => {
    if (event.target !== event.currentTarget) return;
    if (editor.isRefused()) document.getElementById(FIELD_ID)?.focus();
    else selection.focused(position);
  };
  return (
    <td
      id={cellAnchor(props.place)}
      className={classes.cell}
      tabIndex={isActive ? 0 : -1}
      aria-colindex={position.column + 2}
      aria-selected={isInRange(selection.range, position)}
      aria-readonly={!props.canWrite || cell.key === null}
      data-active={isActive || undefined}
      data-kind={column?.kind}
      data-computed={(cell.key === null && !cell.isForeign) || undefined}
      data-foreign={cell.isForeign || undefined}
      title={cell.isForeign ? rights('foreignColumn') : undefined}
      data-void={cell.isVoid || undefined}
      data-negative={(cell.value ?? 0) < 0 || undefined}
      data-problem={props.hasProblem || undefined}
      data-open={cell.open?.turn}
      data-held={holder ? true : undefined}
      style={holder && { outlineColor: holder.colour }}
      onPointerDown={down}
      onPointerEnter={(event) =>
        event.buttons === 1 && event.pointerType === 'mouse' && !editor.editing && selection.extendTo(position)
      }
      onDoubleClick={() => {
        if (cell.isForeign) sayForeign();
        else if (!editing) editor.begin(cell);
      }}
      onFocus={focused}
    >
      {editing ? (
        <CellField editing={editing} editor={editor} name={props.name} />
      ) : (
        shown(cell, column?.kind, i18n.language)
      )}
      {cell.open && !editing && <OpenFigure open={cell.open} />}
      <CommentMark threads={props.threads} />
      {holder && (
        <span className={classes.holder} style={{ backgroundColor: holder.colour }}>
          <bdi className={classes.holderName}>{holder.name}</bdi>
          <span className={classes.forReaders}>{t('grid.held', { name: holder.name })}</span>
        </span>
      )}
    </td>
  );
}

/** In the corner, as in a spreadsheet; in words for whoever does not see it. */
function CommentMark({ threads }: { threads: readonly Thread[] }) {
  const { t } = useTranslation('comments');
  if (threads.length === 0) return null;
  const unread = threads.filter(({ isUnread }) => isUnread).length;
  const words = [t('openCount', { count: threads.length }), unread > 0 && t('newCount', { count: unread })];
  return (
    <span className={classes.mark} data-unread={unread > 0 || undefined}>
      <span className={classes.forReaders}>, {words.filter(Boolean).join(', ')}</span>
    </span>
  );
}

function CellField({ editing, editor, name }: { editing: CellEditing; editor: CellEditor; name: string }) {
  const { t } = useTranslation('budget');
  return (
    <>
      <input
        id={FIELD_ID}
        className={classes.field}
        aria-label={name}
        aria-invalid={editing.problem !== null}
        aria-describedby={editing.problem ? 'budget-problem' : undefined}
        autoFocus
        autoComplete="off"
        inputMode="decimal"
        maxLength={40}
        value={editing.text}
        onChange={(event) => editor.change(event.currentTarget.value)}
        onBlur={() => editor.store()}
      />
      {editing.problem && (
        <Text id="budget-problem" role="alert" className={classes.problem} size="xs">
          {t(`problem.${editing.problem}`)}
        </Text>
      )}
    </>
  );
}
