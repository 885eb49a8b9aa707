// `npm run check`: format, lint, types and unused code. No tests.
import { checkStages, runStages } from './steps.ts';

process.exit(await runStages(checkStages));
