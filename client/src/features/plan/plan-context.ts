// What every row and bar of the plan page has at hand, so that nothing is handed down through five levels.
import { must } from '@adagia/shared/assert';
import { createContext, use } from 'react';
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
  /** The same for a key that moves one. */
  holdBriefly: () => void;
}

// Three contexts instead of one that is provided again further down: React would draw all who read the outer one anew, although a
// nearer one of the same name has not changed, and nothing would be kept.

/** Of the page: as it is now. */
export const LivePlanContext = createContext<PlanContextValue | null>(null);
/** Of what is below the picture: as it was while a bar is in somebody's hand. */
export const HeldPlanContext = createContext<PlanContextValue | null>(null);
/** Of a row: as it was when something that it shows last changed (`use-kept-plan.ts`). */
export const RowPlanContext = createContext<PlanContextValue | null>(null);

/** What is to be drawn: the nearest of the three. The outer ones are not even read, so that they wake nobody. */
export const usePlan = (): PlanContextValue =>
  // `use` may be called where the nearer one has nothing; a hook may not.
  use(RowPlanContext) ?? use(HeldPlanContext) ?? must(use(LivePlanContext), 'usePlan outside of the plan page');

/** For what is opened from a row and shows others: lists to choose from. */
export const useLivePlan = (): PlanContextValue => must(use(LivePlanContext), 'useLivePlan outside of the plan page');
