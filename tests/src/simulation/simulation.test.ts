// A thousand runs with every build, and the seeds that once failed. More: `npm run test:fuzz -- --runs 100000 --seed 1`.
import { expect, test } from 'vitest';
import { failedSeeds } from './failed-seeds.ts';
import { runSimulation } from './run-simulation.ts';

const SEEDS = 1000;
const PER_TEST = 50;

async function expectHolds(seed: number): Promise<void> {
  const { failure, traces } = await runSimulation(seed);
  if (failure !== null) console.log(`seed ${seed}\n${traces.join('\n')}`);
  expect(failure, `npm run test:fuzz -- --runs 1 --seed ${seed} --trace`).toBeNull();
}

test.each(failedSeeds)('seed %i, which once showed that %s', (seed) => expectHolds(seed));

test('the same seed is the same run, line by line', async () => {
  for (const seed of [3, 264, 4711]) {
    const [one, other] = [await runSimulation(seed), await runSimulation(seed)];
    expect(one.traces.length).toBeGreaterThan(100);
    expect(other.traces).toEqual(one.traces);
  }
});

const starts = Array.from({ length: SEEDS / PER_TEST }, (_, at) => at * PER_TEST + 1);
test.each(starts)(
  `R1 to R10, S1 to S5: nothing is lost, doubled, shown differently or called saved too early: ${PER_TEST} seeds from %i`,
  async (first) => {
    for (let seed = first; seed < first + PER_TEST; seed += 1) await expectHolds(seed);
  },
);
