// Every scenario, in the order of the report.
import type { Scenario } from '../scenario.ts';
import { fanout, readers } from './fanout.ts';

export const scenarios: Scenario[] = [fanout, readers];
