// `npm run test:fuzz -- --runs 1000 --seed 1`: as many simulations as are asked for, one seed after the other. A seed that fails
// is printed with its trace; `--trace` prints the trace of the one that is run. `--outright` also looks for words that were written
// outright and are pending. Stopped by Ctrl+C it says what it has.
import { parseArgs } from 'node:util';
import { runSimulation } from './run-simulation.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    outright: { type: 'boolean', default: false },
  },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];
const startedMs = performance.now();
const failed: number[] = [];
const totals = new Map<string, number>();
let seed = first;
let done = 0;

/** Runs. A long row says that it is alive. */
const TELL_EVERY = 1000;

function summary(): string {
  const cpu = process.cpuUsage();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const perCpuSecond = (done / ((cpu.user + cpu.system) / 1e6)).toFixed(1);
  const failures = failed.length > 0 ? `${failed.length} FAILED (${failed.join(', ')})` : 'none failed';
  return `${done} runs from seed ${first}: ${failures}, ${seconds} s, ${perCpuSecond} seeds per CPU second`;
}

function end(): void {
  for (const [what, count] of [...totals].sort(([one], [other]) => (one < other ? -1 : 1))) console.log(count, what);
  console.log(summary());
  process.exit(failed.length > 0 ? 1 : 0);
}

process.on('SIGINT', end);
process.on('uncaughtException', (error) => {
  console.log(`seed ${seed} FAILED, not caught: ${error.stack}`);
  process.exit(1);
});

for (; seed < first + runs; seed += 1) {
  const { failure, counts, traces } = await runSimulation(seed, {}, values.outright);
  done += 1;
  for (const [what, count] of counts) totals.set(what, (totals.get(what) ?? 0) + count);
  if (failure !== null || (values.trace && runs === 1)) console.log(traces.join('\n'));
  if (failure !== null) {
    failed.push(seed);
    console.log(`seed ${seed} FAILED: ${failure}`);
  }
  if (done % TELL_EVERY === 0) console.log(summary());
}
end();
