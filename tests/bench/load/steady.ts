// A steady load for a while, and what the server spent on it: the measurement that several scenarios share.
import { setTimeout as wait } from 'node:timers/promises';
import { cpuSecondsOf } from '../measure.ts';
import type { Figures, Turn } from '../scenario.ts';
import { gather } from './crowd.ts';
import type { Counts, LoadPlan } from './plan.ts';

export interface Window {
  /** Milliseconds before counting: code is compiled and buffers have their size. */
  warmUpMs: number;
  measureMs: number;
}

export const windowOf = ({ isQuick }: { isQuick: boolean }): Window =>
  isQuick ? { warmUpMs: 2000, measureMs: 4000 } : { warmUpMs: 3000, measureMs: 10_000 };

export async function underSteadyLoad({ server }: Turn, plan: LoadPlan, window: Window): Promise<Figures> {
  const crowd = await gather(plan);
  try {
    crowd.type();
    await wait(window.warmUpMs);
    await crowd.mark();
    const cpuBefore = cpuSecondsOf(server.pid);
    const startMs = performance.now();
    await wait(window.measureMs);
    const cpuSeconds = cpuSecondsOf(server.pid) - cpuBefore;
    const counts = await crowd.mark();
    return figuresOf(counts, cpuSeconds, (performance.now() - startMs) / 1000, plan);
  } finally {
    await crowd.leave();
  }
}

function othersPerTypist({ seats }: LoadPlan): number {
  return Math.max(...seats.map(({ place }) => place));
}

function figuresOf(counts: Counts, cpuSeconds: number, seconds: number, plan: LoadPlan): Figures {
  const delivered = counts.keystrokesDelivered + counts.presenceDelivered;
  const typists = plan.seats.filter(({ root }) => root !== null).length;
  const due = typists * plan.keystrokesPerSecond * seconds * othersPerTypist(plan);
  return {
    cpuPerDeliveryUs: (cpuSeconds * 1e6) / delivered,
    serverCpu: cpuSeconds / seconds,
    deliveredPerSecond: delivered / seconds,
    /** Below 1 the server, or the generator, did not keep up. */
    keptUp: counts.keystrokesDelivered / due,
    p50Ms: counts.latencyMs?.p50 ?? null,
    p99Ms: counts.latencyMs?.p99 ?? null,
    maxMs: counts.latencyMs?.max ?? null,
    framesPerDelivery: counts.framesIn / delivered,
    generatorCpu: counts.cpuSeconds / seconds,
    generatorLateP99Ms: counts.latenessMs?.p99 ?? null,
  };
}
