// One thing that a button does: busy while it runs, and what went wrong is said.
import { useState } from 'react';
import { showProblem } from './show-problem.ts';

export function useTask(): [isBusy: boolean, run: (work: () => Promise<unknown>) => void] {
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<unknown>) => {
    setBusy(true);
    work()
      .catch(showProblem)
      .finally(() => setBusy(false));
  };
  return [isBusy, run];
}
