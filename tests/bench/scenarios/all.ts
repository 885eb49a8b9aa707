// Every scenario, in the order of the report.
import type { Scenario } from '../scenario.ts';
import { browserScenario } from './browser.ts';
import { crash } from './crash.ts';
import { disk } from './disk.ts';
import { fanout, readers } from './fanout.ts';
import { ganttScenario } from './gantt.ts';
import { joins } from './joins.ts';
import { memory } from './memory.ts';
import { reviewingScenario } from './reviewing.ts';
import { stall } from './stall.ts';
import { latencySweep } from './sweep.ts';
import { versionsScenario } from './versions.ts';

export const scenarios: Scenario[] = [
  fanout,
  readers,
  latencySweep,
  joins,
  memory,
  crash,
  disk,
  stall,
  browserScenario,
  reviewingScenario,
  ganttScenario,
  versionsScenario,
];
