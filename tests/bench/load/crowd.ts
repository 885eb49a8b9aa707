// The parent's side of the load generators: starts them, spreads documents over them, and adds up what they count.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { end, track } from '../processes.ts';
import type { Counts, LoadPlan, Order, Report } from './plan.ts';

const program = fileURLToPath(new URL('generator.ts', import.meta.url));

export interface Crowd {
  type(): void;
  /** Counts since the last mark. */
  mark(): Promise<Counts>;
  /** Stops typing, waits for what is still on its way, and counts since the last mark. */
  settle(): Promise<Counts>;
  leave(): Promise<void>;
}

class Generator {
  readonly #child = track(fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  #answer: { resolve(report: Report): void; reject(error: Error): void } | null = null;
  #failure: Error | null = null;

  constructor() {
    this.#child.on('message', (report: Report) => {
      if (report.report === 'failed') this.#fail(new Error(report.message));
      else this.#answer?.resolve(report);
    });
    this.#child.on('exit', () => this.#fail(new Error('a load generator ended')));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#answer?.reject(this.#failure);
  }

  order(order: Order): void {
    if (this.#failure) throw this.#failure;
    this.#child.send(order);
  }

  ask(order: Order): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.order(order);
    });
  }

  async counts(order: 'mark' | 'settle'): Promise<Counts> {
    const report = await this.ask({ order });
    if (report.report !== 'marked') throw new Error(`expected counts, heard ${report.report}`);
    return report.counts;
  }

  end(): Promise<void> {
    return end(this.#child, 'SIGKILL');
  }
}

/** Latencies of several generators: the worst of each, which flatters nobody. */
function addUp(all: readonly Counts[]): Counts {
  return all.reduce((sum, one) => ({
    keystrokes: sum.keystrokes + one.keystrokes,
    presence: sum.presence + one.presence,
    keystrokesDelivered: sum.keystrokesDelivered + one.keystrokesDelivered,
    presenceDelivered: sum.presenceDelivered + one.presenceDelivered,
    framesIn: sum.framesIn + one.framesIn,
    bytesIn: sum.bytesIn + one.bytesIn,
    acks: sum.acks + one.acks,
    latencyMs: worst(sum.latencyMs, one.latencyMs),
    latenessMs: worst(sum.latenessMs, one.latenessMs),
    cpuSeconds: sum.cpuSeconds + one.cpuSeconds,
  }));
}

function worst<T extends Record<string, number>>(a: T | null, b: T | null): T | null {
  if (!a || !b) return a ?? b;
  return Object.fromEntries(Object.keys(a).map((key) => [key, Math.max(a[key] ?? 0, b[key] ?? 0)])) as T;
}

/** Crowds so far: the next one must not come with the client ids of an earlier one, whose words the server has already. */
let crowds = 0;

/** Resolves when everybody is in. Those of one document are in one generator: only there can a latency be taken. */
export async function gather(plan: LoadPlan, generatorCount = 1): Promise<Crowd> {
  crowds += 1;
  const seed = plan.seed + crowds * 1000;
  const generators = Array.from({ length: generatorCount }, () => new Generator());
  await Promise.all(
    generators.map((generator, index) => {
      const seats = plan.seats.filter(({ document }) => document % generatorCount === index);
      return generator.ask({ order: 'open', plan: { ...plan, seats, seed: seed + index } });
    }),
  );
  const count = async (order: 'mark' | 'settle') =>
    addUp(await Promise.all(generators.map((generator) => generator.counts(order))));
  return {
    type: () => generators.forEach((generator) => generator.order({ order: 'type' })),
    mark: () => count('mark'),
    settle: () => count('settle'),
    leave: async () => void (await Promise.all(generators.map((generator) => generator.end()))),
  };
}
