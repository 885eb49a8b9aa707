// Where the project is today on its axis, by the clock with which the page was opened.
import { monthAt } from '@adagia/shared/plan/project-facts';
import { useState } from 'react';
import { usePlan } from './plan-context.ts';

/** @returns null outside of the project, and without a start date */
export function useTodayMonth(): number | null {
  const { project } = usePlan();
  const [today] = useState(() => new Date());
  return monthAt(project.project.startDate, today, project.axisMonths);
}
