// `npm test`: everything that must hold before a change lands. Takes about ten minutes on two cores.
import { checkSteps, runSteps } from './steps.ts';

process.exit(
  runSteps([
    ...checkSteps,
    {
      name: 'unit, property and integration tests',
      command: 'vitest',
      args: ['run', '--config', 'tests/vitest.config.ts'],
    },
    { name: 'browser tests', command: 'playwright', args: ['test', '--config', 'tests/playwright.config.ts'] },
  ]),
);
