// A load generator: a process of its own that plays many people. Started by `crowd.ts`, told what to do over the channel,
// and ended when that closes. Types at a steady rate with random phases (open loop: a slow server is not waited for).

import { Participant, type Tally } from './participant.ts';
import { Histogram } from './percentiles.ts';
import type { Counts, LoadPlan, Order, Report } from './plan.ts';
import { createRandom } from './random.ts';

/** Sockets that are opened at once: more would measure the accept queue. */
const OPENING = 20;
/** Milliseconds without anything new after which what was typed counts as delivered. */
const QUIET_MS = 700;

const latency = new Histogram();
const lateness = new Histogram();
const tally: Tally = { ...zero(), latency: (ms) => latency.add(ms) };
let cpu = process.cpuUsage();
let participants: Participant[] = [];
let typing: NodeJS.Timeout | null = null;

function zero() {
  return {
    keystrokes: 0,
    presence: 0,
    keystrokesDelivered: 0,
    presenceDelivered: 0,
    framesIn: 0,
    bytesIn: 0,
    acks: 0,
  };
}

const tell = (report: Report): void => void process.send?.(report);

async function open(plan: LoadPlan): Promise<void> {
  const random = createRandom(plan.seed);
  const known = new Map<number, Participant>();
  const waiting = [...plan.seats];
  const one = async (): Promise<void> => {
    for (let seat = waiting.shift(); seat; seat = waiting.shift()) {
      const participant = new Participant(plan, seat, 1000 + Math.floor(random() * 2 ** 31), known, tally);
      known.set(participant.clientId, participant);
      participants.push(participant);
      await participant.ready;
    }
  };
  await Promise.all(Array.from({ length: OPENING }, one));
  schedule(plan, random);
  tell({ report: 'ready' });
}

interface Due {
  atMs: number;
  everyMs: number;
  act(): void;
}

let dues: Due[] = [];

function schedule({ keystrokesPerSecond, presencePerSecond }: LoadPlan, random: () => number): void {
  const add = (perSecond: number, act: () => void): void => {
    if (perSecond > 0) dues.push({ everyMs: 1000 / perSecond, atMs: (random() * 1000) / perSecond, act });
  };
  for (const participant of participants) {
    if (participant.seat.root === null) continue;
    add(keystrokesPerSecond, () => participant.type());
    add(presencePerSecond, () => participant.showPresence());
  }
}

function type(): void {
  const startMs = performance.now();
  for (const due of dues) due.atMs += startMs;
  typing = setInterval(() => {
    const now = performance.now();
    for (const due of dues) {
      while (due.atMs <= now) {
        lateness.add(now - due.atMs);
        due.act();
        due.atMs += due.everyMs;
      }
    }
  }, 1);
}

function mark(): Counts {
  const used = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  const { latency: _ignored, ...counted } = tally;
  const counts: Counts = {
    ...counted,
    latencyMs:
      latency.size === 0
        ? null
        : { p50: latency.at(0.5), p90: latency.at(0.9), p99: latency.at(0.99), max: latency.max },
    latenessMs: lateness.size === 0 ? null : { p50: lateness.at(0.5), p99: lateness.at(0.99) },
    cpuSeconds: (used.user + used.system) / 1e6,
  };
  Object.assign(tally, zero());
  latency.clear();
  lateness.clear();
  return counts;
}

/** Ends typing and waits until nothing comes any more. */
async function settle(): Promise<Counts> {
  if (typing) clearInterval(typing);
  dues = [];
  for (let before = -1; before !== tally.framesIn; ) {
    before = tally.framesIn;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
  return mark();
}

async function obey(order: Order): Promise<void> {
  switch (order.order) {
    case 'open':
      return open(order.plan);
    case 'type':
      return type();
    case 'mark':
      return tell({ report: 'marked', counts: mark() });
    case 'settle':
      return tell({ report: 'marked', counts: await settle() });
  }
}

function fail(error: unknown): void {
  tell({ report: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

process.on('message', (order: Order) => void obey(order).catch(fail));
process.on('uncaughtException', fail);
process.on('disconnect', () => {
  for (const participant of participants) participant.leave();
  participants = [];
  process.exit();
});
