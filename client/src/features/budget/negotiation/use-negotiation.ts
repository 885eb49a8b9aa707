// What is open between partners and coordinators in the rows and columns that the budget shows, live from the document; and who did
// it when, from the server, which alone knows.
import { type ColumnAgreement, type FigureMove, getNegotiation } from '@adagia/shared/api/negotiation';
import { type Negotiation, openNegotiations, partKey } from '@adagia/shared/budget/negotiation';
import { negotiableRows } from '@adagia/shared/budget/rule';
import { BUDGET, splitFieldKey } from '@adagia/shared/document';
import { can } from '@adagia/shared/roles';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { useFields } from '../../../session/use-fields.ts';
import type { Project } from '../../plan/use-project.ts';
import { columnOf } from './column-of.ts';

/** Under the topic of the timeline: asked for again when somebody has changed something. */
export const negotiationKey = (proposalId: string) => [proposalId, 'timeline', 'negotiation'];

function useNegotiationQuery() {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: negotiationKey(proposal.id),
    queryFn: () => callApi(getNegotiation, { proposalId: proposal.id }, {}),
    enabled: can(proposal.role, 'timeline.read'),
  });
}

const noMoves: readonly FigureMove[] = [];
const noAgreements: readonly ColumnAgreement[] = [];

export function useMoves(): readonly FigureMove[] {
  return useNegotiationQuery().data?.moves ?? noMoves;
}

export function useAgreements(): readonly ColumnAgreement[] {
  return useNegotiationQuery().data?.agreements ?? noAgreements;
}

/** Whoever proposed, or offered last. undefined while the server has not said so: it may not have it yet. */
export function lastMove(
  moves: readonly FigureMove[],
  { cell, proposed, counter }: Negotiation,
): FigureMove | undefined {
  const key = partKey(cell, counter === null ? 'proposed' : 'counter');
  return moves.find((one) => one.cell === key && one.after === (counter ?? proposed));
}

/** In the order of the grid, or of the quantities: row by row. */
export function useOpenFigures(project: Project): readonly Negotiation[] {
  const { paidOrganisations } = project;
  const { session } = useProposal();
  const cells = useFields(session, BUDGET);
  return useMemo(() => {
    const rows = negotiableRows(project);
    const columns = paidOrganisations.map(({ id }) => id as string);
    const open = openNegotiations(cells, { rowIds: new Set(rows), organisationIds: new Set(columns) });
    const order = (one: Negotiation) =>
      rows.indexOf(splitFieldKey(one.cell)[0]) * columns.length + columns.indexOf(columnOf(one));
    return open.sort((a, b) => order(a) - order(b));
  }, [cells, project, paidOrganisations]);
}
