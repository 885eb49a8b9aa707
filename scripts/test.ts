// `npm test`: everything that must hold before a change lands. Takes about twenty minutes on two cores.
import { checkStages, runStages } from './steps.ts';

process.exit(
  await runStages([
    ...checkStages,
    [
      { name: 'browser tests', command: 'playwright', args: ['test', '--config', 'tests/playwright.config.ts'] },
      {
        name: 'unit, property and integration tests',
        command: 'vitest',
        args: ['run', '--config', 'tests/vitest.config.ts'],
        // Browsers wait for timers, animations and each other for half of their time.
        isBackground: true,
      },
    ],
  ]),
);
