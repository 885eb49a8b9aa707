// Which work each kind of job is. The one place that knows them all.
import type { Deps } from '../commands/deps.ts';
import { eraseDeleted } from '../commands/erase-proposals.ts';
import type { JobHandlers } from './job-runner.ts';

export function jobHandlers(deps: Pick<Deps, 'database' | 'now' | 'newId'>): JobHandlers {
  return {
    // Once an hour, at a minute that nobody else has: the time of grace is counted in days.
    erase: { pattern: '17 * * * *', run: () => eraseDeleted(deps), interrupted: () => 'again' },
  };
}
