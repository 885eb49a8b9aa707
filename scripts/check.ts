// `npm run check`: format, lint, types and unused code. No tests.
import { checkSteps, runSteps } from './steps.ts';

process.exit(runSteps(checkSteps));
