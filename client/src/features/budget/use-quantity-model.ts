// The quantities of this proposal as a rectangle, live, named as on the page, with what of it is mine to change.
import { COST, isCostRow } from '@adagia/shared/unit-costs/quantities';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '../plan/use-project.ts';
import type { GridModel } from './grid-model.ts';
import { useCanTypeAt } from './negotiation/use-figure-writer.ts';
import { quantityModel } from './quantity-model.ts';

/** null where amounts are typed. */
export function useQuantityModel({ call, budgetFields, workplan, paidOrganisations }: Project): GridModel | null {
  const { t } = useTranslation('budget');
  const isMine = useCanTypeAt();
  return useMemo(() => {
    if (!call.unitCosts) return null;
    return quantityModel({
      cells: budgetFields,
      workplan,
      organisationIds: paidOrganisations.map(({ id }) => id),
      labelOf: (name, row) => {
        const activity = workplan.activities.find(({ id }) => id === row);
        if (isCostRow(row)) return t(`row.${row}`, { ns: 'cells' });
        const quantity = name === COST ? '' : t(`costs.quantity.${name}`);
        return activity ? `${[activity.number, activity.title].filter(Boolean).join(' ')}: ${quantity}` : quantity;
      },
      isMine,
    });
  }, [call, budgetFields, workplan, paidOrganisations, isMine, t]);
}
