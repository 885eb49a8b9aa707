// What I can do about open figures: decide on a partner's, or answer an offer. Each call is one step of undo.
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { negotiationIn } from '@adagia/shared/budget/negotiation';
import { accept, acceptCounter, refuse, withdraw } from '@adagia/shared/budget/negotiation-moves';
import { BUDGET, type Fields, type FieldValue } from '@adagia/shared/document';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import { useCallback } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import { setFields } from '../../../session/use-fields.ts';

const moves = {
  accept,
  refuse,
  take: (_: Fields, open: Negotiation) => acceptCounter(open),
  withdraw: (_: Fields, { cell }: Negotiation) => withdraw(cell),
} as const satisfies Record<string, (cells: Fields, open: Negotiation) => FieldChanges>;

export type Decision = keyof typeof moves;

const isAsSeen = (now: Negotiation | null, seen: Negotiation): boolean =>
  now !== null && now.proposed === seen.proposed && now.counter === seen.counter;

/**
 * @param seen what was on the screen when it was decided: a figure that became another one in that moment is left alone
 * @returns how many were decided
 */
export function useDecide(): (decision: Decision, seen: readonly Negotiation[]) => number {
  const { session } = useProposal();
  return useCallback(
    (decision, seen) => {
      const cells = new Map(session.doc.getMap<FieldValue>(BUDGET).entries());
      const still = seen.filter((one) => isAsSeen(negotiationIn(cells, one.cell), one));
      const changes = still.map((one) => moves[decision](cells, one));
      setFields(session, BUDGET, Object.assign({}, ...changes) as FieldChanges);
      return still.length;
    },
    [session],
  );
}
