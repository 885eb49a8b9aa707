// The selection of the grid: kept by ids, moved by keys and pointer, told to the others.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { cellAnchor } from './figures/cell-anchor.ts';
import type { GridModel } from './grid-model.ts';
import {
  type CellId,
  cellIdAt,
  type Position,
  positionOf,
  type Range,
  rangeOf,
  type Selection,
} from './grid-selection.ts';

export interface GridSelection {
  active: Position;
  range: Range;
  /** Puts the focus on a cell; with `extend` the selection grows to it. */
  select(position: Position, extend?: boolean): void;
  selectRange(range: Range): void;
  /** Where a drag of the pointer has come. */
  extendTo(position: Position): void;
  /** A cell got the focus from outside: by Tab, or because an address names it. */
  focused(position: Position): void;
}

export function cellElementId({ rowId, columnId }: CellId): string {
  return cellAnchor(`${rowId}/${columnId}`);
}

export function useGridSelection(model: GridModel): GridSelection {
  const { session } = useProposal();
  const first = cellIdAt(model, { row: 0, column: 0 });
  const [selection, setSelection] = useState<Selection>({ anchor: first, active: first });
  const latest = useRef({ model, isMoving: false });
  useEffect(() => {
    latest.current.model = model;
  });
  const go = useCallback(
    (active: CellId, anchor?: CellId) => {
      setSelection((before) => ({ anchor: anchor ?? before.anchor, active }));
      session.setPlace({ kind: 'budget', cell: `${active.rowId}/${active.columnId}` });
      // At once, so that the next key of a fast typist already belongs to the next cell.
      latest.current.isMoving = true;
      document.getElementById(cellElementId(active))?.focus();
      latest.current.isMoving = false;
    },
    [session],
  );
  const moves = useMemo(() => {
    const idAt = (position: Position) => cellIdAt(latest.current.model, position);
    return {
      select(position: Position, extend = false) {
        const active = idAt(position);
        go(active, extend ? undefined : active);
      },
      extendTo: (position: Position) => setSelection(({ anchor }) => ({ anchor, active: idAt(position) })),
      selectRange({ top, bottom, left, right }: Range) {
        go(idAt({ row: top, column: left }), idAt({ row: bottom, column: right }));
      },
      focused(position: Position) {
        if (latest.current.isMoving) return;
        const active = idAt(position);
        go(active, active);
      },
    };
  }, [go]);
  return useMemo(
    () => ({ ...moves, active: positionOf(model, selection.active), range: rangeOf(model, selection) }),
    [model, selection, moves],
  );
}
