// `npm run test:fuzz -- --runs 1000 --seed 1`: as many simulations as are asked for, one seed after the other. A seed that fails
// is printed with its trace; `--trace` prints the trace of the one that is run.
import { parseArgs } from 'node:util';
import { runSimulation } from './run-simulation.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];
let current = first;
process.on('uncaughtException', (error) => {
  console.log(`seed ${current} FAILED, not caught: ${error.stack}`);
  process.exit(1);
});
const startedMs = performance.now();
const failed: number[] = [];

for (let seed = first; seed < first + runs; seed += 1) {
  current = seed;
  const { failure, traces } = await runSimulation(seed);
  if (failure !== null || (values.trace && runs === 1)) console.log(traces.join('\n'));
  if (failure !== null) {
    failed.push(seed);
    console.log(`seed ${seed} FAILED: ${failure}`);
  }
}

const cpu = process.cpuUsage();
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
console.log(
  `${runs} runs from seed ${first}: ${failed.length} failed (${failed.join(', ') || 'none'}), ` +
    `${((performance.now() - startedMs) / 1000).toFixed(1)} s, ${(runs / cpuSeconds).toFixed(1)} seeds per CPU second`,
);
process.exit(failed.length > 0 ? 1 : 0);
