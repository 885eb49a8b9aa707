// Each faulty variant must be caught: a simulation that lets one pass proves nothing.
import { expect, test } from 'vitest';
import { lossyBroadcast, mutants } from './mutants.ts';
import { runSimulation } from './run-simulation.ts';

/** The rarest is caught by every fifth seed or so. */
const SEEDS_MAX = 60;

test.each(Object.keys(mutants))('caught: %s', async (name) => {
  for (let seed = 1; seed <= SEEDS_MAX; seed += 1) {
    const { failure } = await runSimulation(seed, mutants[name]!());
    if (failure === null) continue;
    console.log(`${name}: caught by seed ${seed}: ${failure.slice(0, 100)}`);
    return;
  }
  expect.unreachable(`not caught by ${SEEDS_MAX} seeds`);
});

test('R13, S7 an update that gets lost on its way to a page is found when it is idle, and mended', async () => {
  let found = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const { failure, differences } = await runSimulation(seed, lossyBroadcast());
    expect(failure, `seed ${seed}`).toBeNull();
    found += differences;
  }
  expect(found).toBeGreaterThan(10);
});
