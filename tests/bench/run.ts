// `npm run bench`: measures this server beside its peers, prints tables, and writes docs/benchmarks.{json,md}.
//   --only fanout,joins   these scenarios      --rounds 3   interleaved rounds      --quick   shorter windows
//   --contenders adagia,relay   only these     --dry   prints only, leaves docs/ alone
//   --profile FOLDER   profiles of the servers' CPU, and where most of it went
//   --priority=-10   ahead of other programs on a shared machine (needs root)
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { adagia } from './contenders/adagia.ts';
import { peers } from './contenders/peers.ts';
import { profiling } from './contenders/serve.ts';
import { setPriorityOfAll } from './processes.ts';
import { printProfiles } from './report/print-profile.ts';
import { printResult } from './report/tables.ts';
import { describeMoment, writeReport } from './report/write-report.ts';
import type { Bench, Scenario } from './scenario.ts';
import { scenarios } from './scenarios/all.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    contenders: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    priority: { type: 'string' },
    profile: { type: 'string' },
  },
});

/** @throws naming what does not exist: a misspelt scenario must not pass as "nothing to do". */
function pick<T extends { name: string }>(all: readonly T[], names: string | undefined): T[] {
  if (names === undefined) return [...all];
  return names.split(',').map((name) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new Error(`there is no ${name}; there are ${all.map((one) => one.name).join(', ')}`);
    return found;
  });
}

/** Each scenario is written down when it is done: what fails or is interrupted later does not take it along. */
async function measure(chosen: Scenario[], bench: Bench): Promise<void> {
  for (const scenario of chosen) {
    const before = describeMoment();
    bench.say(`── ${scenario.name} (${before})`);
    const results = await scenario.run(bench);
    for (const result of results) printResult(result);
    if (!values.dry) writeReport(results, bench, [before, describeMoment()]);
  }
}

if (values.priority !== undefined) setPriorityOfAll(Number(values.priority));
if (values.profile !== undefined) profiling.folder = resolve(values.profile);
const startedMs = performance.now();
const bench: Bench = {
  contenders: pick([adagia, ...peers], values.contenders),
  rounds: Number(values.rounds),
  isQuick: values.quick,
  say: (text) => console.error(`${((performance.now() - startedMs) / 1000).toFixed(0).padStart(4)} s  ${text}`),
};
await measure(pick(scenarios, values.only), bench);
if (profiling.folder !== null) printProfiles(profiling.folder);
process.exit(0);
