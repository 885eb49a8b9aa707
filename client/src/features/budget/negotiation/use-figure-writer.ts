// Writes figures as the one who typed them means them: as they are; as a proposal, in one's own column of a negotiated budget; or as
// the coordinator's word on a proposal. Whatever changes amounts goes through here: typing, pasting, filling, fixes, imports.
import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import { splitNegotiated } from '@adagia/shared/budget/negotiation';
import { type FigureSide, negotiated } from '@adagia/shared/budget/negotiation-moves';
import { BUDGET, type FieldValue, splitFieldKey } from '@adagia/shared/document';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import { useCallback } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import { useCanWriteAt, useWritingRights } from '../../../app/use-writing-rights.ts';
import { setFields } from '../../../session/use-fields.ts';

/** @returns how what I type into a cell is meant. @param cell `<row>/<column>`, or the key of a quantity */
export function useFigureSide(): (cell: string) => FigureSide {
  const { proposal } = useProposal();
  const { refusalAt } = useWritingRights();
  const { isNegotiated } = proposal;
  return useCallback(
    (cell) => {
      const column = splitFieldKey(cell)[1];
      if (!isNegotiated || column === AMOUNT_COLUMN || splitNegotiated(column)) return 'direct';
      return refusalAt?.(BUDGET, cell) === 'notAllowed' ? 'partner' : 'coordinator';
    },
    [isNegotiated, refusalAt],
  );
}

/** One step of undo, one update. */
export function useFigureWriter(): (changes: FieldChanges) => void {
  const { session } = useProposal();
  const sideOf = useFigureSide();
  return useCallback(
    (changes) => {
      const cells = new Map(session.doc.getMap<FieldValue>(BUDGET).entries());
      setFields(session, BUDGET, negotiated(cells, changes, sideOf));
    },
    [session, sideOf],
  );
}

/** Is this cell mine to write into, be it as a proposal? Whether it is locked is another question. */
export function useCanTypeAt(): (cell: string) => boolean {
  const { refusalAt } = useWritingRights();
  const sideOf = useFigureSide();
  return useCallback(
    (cell) => {
      const key = sideOf(cell) === 'partner' ? `${cell}:proposed` : cell;
      return refusalAt?.(BUDGET, key) !== 'notAllowed';
    },
    [refusalAt, sideOf],
  );
}

/** As the session stands: also not locked, not offline from the start, not read only. */
export function useCanWriteFigure(cell: string | null): boolean {
  const sideOf = useFigureSide();
  return useCanWriteAt(BUDGET, cell !== null && sideOf(cell) === 'partner' ? `${cell}:proposed` : cell);
}
