// What is open in a negotiated budget, for its workbook: named as on the page, with who moved last and on which day.
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import type { Project } from '../../plan/use-project.ts';
import { useFigureName } from '../figures/use-figure-name.ts';
import { lastMove, useMoves, useOpenFigures } from '../negotiation/use-negotiation.ts';
import type { BudgetSheetsInput } from './budget-sheets.ts';

export function useProposedFigures(project: Project): Pick<BudgetSheetsInput, 'proposed'> {
  const { t } = useTranslation('negotiation');
  const { proposal } = useProposal();
  const open = useOpenFigures(project);
  const moves = useMoves();
  const nameOf = useFigureName();
  if (!proposal.isNegotiated) return {};
  const figures = open.map((one) => {
    const move = lastMove(moves, one);
    return { open: one, name: nameOf(one.cell), by: move?.actorName ?? '', day: move?.at.slice(0, 10) ?? '' };
  });
  const words = {
    sheet: t('title'),
    figure: t('figure'),
    agreed: t('agreed'),
    proposed: t('proposedColumn'),
    offered: t('counterColumn'),
    difference: t('difference'),
    by: t('by'),
    day: t('day'),
  };
  return { proposed: { figures, words } };
}
