// A thousand random runs with every build. Replay one: ADAGIA_SEED=123 ADAGIA_RUNS=1. More: ADAGIA_RUNS=10000.
import { expect, test } from 'vitest';
import { simulate } from './testing/simulate.ts';

const environment = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process.env;
const firstSeed = Number(environment.ADAGIA_SEED ?? 1);
const runs = Number(environment.ADAGIA_RUNS ?? 1000);
/** Operations of one run: enough that people meet in the same block many times. */
const STEPS = 80;

test(`B9 nothing is lost, doubled or shown differently in ${runs} random runs from seed ${firstSeed}`, {
  timeout: 900_000,
}, () => {
  let operations = 0;
  let typed = 0;
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const outcome = simulate(seed, STEPS);
    operations += outcome.operations;
    typed += outcome.typed;
  }
  expect(operations).toBe(runs * STEPS);
  if (runs > 3) expect(typed).toBeGreaterThan(runs * 10);
  console.log(`${runs} runs, ${operations} operations, ${typed} characters typed, no violation`);
});
