// One seed from its start to its end.
import { comeToRest, end } from './at-rest.ts';
import { operate } from './operations.ts';
import { type Faults, Simulation, SimulationFailure } from './simulation.ts';
import { scheduleTrouble } from './trouble.ts';

export interface Outcome {
  seed: number;
  /** null: everything held. */
  failure: string | null;
  /** What comparing idle pages with the server found. */
  differences: number;
  counts: ReadonlyMap<string, number>;
  traces: string[];
}

const OPERATIONS = 60;
const TROUBLES = 17;
/** Milliseconds in which they happen: close enough together that one trouble meets what another has left. */
const DURATION_MS = 20_000;

export async function runSimulation(seed: number, faults: Faults = {}, seeksOutright = false): Promise<Outcome> {
  const simulation = new Simulation(seed, faults);
  const outcome = (failure: string | null): Outcome => {
    const { differences, counts, traces } = simulation;
    return { seed, failure, differences, counts, traces };
  };
  try {
    await simulation.start();
    for (let left = OPERATIONS; left > 0; left -= 1)
      simulation.clock.after(simulation.random.between(200, DURATION_MS), () => operate(simulation));
    scheduleTrouble(simulation, TROUBLES, DURATION_MS);
    await simulation.clock.run(DURATION_MS, () => simulation.hasFailed);
    simulation.throwIfFailed();
    await comeToRest(simulation, seeksOutright);
    return outcome(null);
  } catch (error) {
    if (!(error instanceof SimulationFailure)) simulation.traces.push(String((error as Error).stack));
    return outcome((error as Error).message);
  } finally {
    end(simulation);
  }
}
