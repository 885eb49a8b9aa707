// The budget of this proposal as a rectangle of cells, live, with what of it is mine to change.
import { BUDGET } from '@adagia/shared/document';
import { useMemo } from 'react';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import type { Project } from '../plan/use-project.ts';
import { type GridModel, gridModel } from './grid-model.ts';

export function useGridModel({ budget, paidOrganisations, call, project }: Project): GridModel {
  // Shares are those of the whole grant.
  const lumpSumCents = call.unitCosts ? budget.total : project.lumpSumCents;
  const { refusalAt } = useWritingRights();
  return useMemo(
    () =>
      gridModel({
        budget,
        organisationIds: paidOrganisations.map((one) => one.id),
        unit: call.budgetUnit,
        lumpSumCents,
        isMine: (key) => refusalAt?.(BUDGET, key) !== 'notAllowed',
      }),
    [budget, paidOrganisations, call.budgetUnit, lumpSumCents, refusalAt],
  );
}
