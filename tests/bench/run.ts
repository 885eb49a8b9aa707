// `npm run bench`: measures this server beside its peers, prints tables, and writes docs/benchmarks.{json,md}.
//   --only fanout,joins   these scenarios      --rounds 3   interleaved rounds      --quick   shorter windows
//   --contenders adagia,relay   only these     --dry   prints only, leaves docs/ alone
//   --priority=-10   ahead of other programs on a shared machine (needs root)
import { parseArgs } from 'node:util';
import { adagia } from './contenders/adagia.ts';
import { peers } from './contenders/peers.ts';
import { setPriorityOfAll } from './processes.ts';
import { printResult } from './report/tables.ts';
import { describeMoment, writeReport } from './report/write-report.ts';
import type { Bench, Result, Scenario } from './scenario.ts';
import { scenarios } from './scenarios/all.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    contenders: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    priority: { type: 'string' },
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

async function measure(chosen: Scenario[], bench: Bench): Promise<Result[]> {
  const results: Result[] = [];
  for (const scenario of chosen) {
    bench.say(`── ${scenario.name}`);
    for (const result of await scenario.run(bench)) {
      printResult(result);
      results.push(result);
    }
  }
  return results;
}

if (values.priority !== undefined) setPriorityOfAll(Number(values.priority));
const startedMs = performance.now();
const bench: Bench = {
  contenders: pick([adagia, ...peers], values.contenders),
  rounds: Number(values.rounds),
  isQuick: values.quick,
  say: (text) => console.error(`${((performance.now() - startedMs) / 1000).toFixed(0).padStart(4)} s  ${text}`),
};
const before = describeMoment();
bench.say(before);
const results = await measure(pick(scenarios, values.only), bench);
const after = describeMoment();
bench.say(after);
if (!values.dry) writeReport(results, bench, [before, after]);
process.exit(0);
