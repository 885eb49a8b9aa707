// What every row and bar of the plan page has at hand, so that nothing is handed down through five levels.
import { must } from '@adagia/shared/assert';
import { createContext, useContext } from 'react';
import type { PlanBaseline } from './baseline/use-baseline.ts';
import type { PlanActions } from './use-plan-actions.tsx';
import type { Project } from './use-project.ts';

export interface PlanContextValue {
  project: Project;
  /** The plan of a version, behind the one of now. */
  baseline: PlanBaseline | null;
  actions: PlanActions;
  announce: (text: string) => void;
  /** A bar is in somebody's hand here: what is below the picture waits until it is let go. */
  holdRest: (isHeld: boolean) => void;
}

export const PlanContext = createContext<PlanContextValue | null>(null);

export function usePlan(): PlanContextValue {
  return must(useContext(PlanContext), 'usePlan outside of the plan page');
}
