// The budget of this proposal as a rectangle of cells, live, with what of it is mine to change.
import { negotiationIn } from '@adagia/shared/budget/negotiation';
import { BUDGET } from '@adagia/shared/document';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import type { Project } from '../plan/use-project.ts';
import { type GridModel, gridModel } from './grid-model.ts';
import { useCanTypeAt } from './negotiation/use-figure-writer.ts';

export function useGridModel({ budget, paidOrganisations, call, project }: Project): GridModel {
  // Shares are those of the whole grant.
  const lumpSumCents = call.unitCosts ? budget.total : project.lumpSumCents;
  const { proposal, session } = useProposal();
  const cells = useFields(session, BUDGET);
  const isMine = useCanTypeAt();
  const { isNegotiated } = proposal;
  return useMemo(
    () =>
      gridModel({
        budget,
        organisationIds: paidOrganisations.map((one) => one.id),
        unit: call.budgetUnit,
        lumpSumCents,
        isMine,
        ...(isNegotiated && { openIn: (key: string) => negotiationIn(cells, key) }),
      }),
    [budget, paidOrganisations, call.budgetUnit, lumpSumCents, isMine, isNegotiated, cells],
  );
}
