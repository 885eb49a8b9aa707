// How latency grows with load until a server saturates, and what is left of it at half of that: 40 proposals with six people
// who type ever faster. Faster than people type: it stands for more proposals than this machine could play.
import { planOf } from '../load/seats.ts';
import { underSteadyLoad, windowOf } from '../load/steady.ts';
import {
  type Bench,
  type Column,
  type Figures,
  figureOf,
  interleave,
  type Result,
  type Row,
  ratioOf,
  type Scenario,
} from '../scenario.ts';

const seating = { documents: 40, peoplePerDocument: 6, typistsPerDocument: 6 };
const rates = [8, 16, 32, 64, 96];
/** Milliseconds of p99 above which nobody would call it live any more, or a share that did not arrive in time. */
const SATURATED_P99_MS = 250;
const KEPT_UP_MIN = 0.95;

const p99At = (rate: number) => `p99Ms@${rate}`;
const p50At = (rate: number) => `p50Ms@${rate}`;

/** Stops behind the rate that saturates: what comes after it measures only how long its queue has become. */
async function sweep(bench: Bench): Promise<Row[]> {
  return interleave(bench, seating, async (turn) => {
    const figures: Figures = Object.fromEntries(
      rates.flatMap((rate) => [p50At, p99At].map((key) => [key(rate), null])),
    );
    figures.saturatesAt = null;
    for (const rate of rates) {
      const window = windowOf({ isQuick: true });
      const one = await underSteadyLoad(turn, planOf(turn, seating, { keystrokes: rate, presence: 2 }), window);
      figures[p50At(rate)] = one.p50Ms ?? null;
      figures[p99At(rate)] = one.p99Ms ?? null;
      figures[`deliveriesPerCpuSecond@${rate}`] = 1e6 / (one.cpuPerDeliveryUs ?? Number.NaN);
      figures[`generatorCpu@${rate}`] = one.generatorCpu ?? null;
      if ((one.p99Ms ?? 0) <= SATURATED_P99_MS && (one.keptUp ?? 0) >= KEPT_UP_MIN) continue;
      figures.saturatesAt = rate;
      break;
    }
    return figures;
  });
}

/** The peer that holds out longest, and of several the quickest; the bare relay is none: it keeps nothing and checks nothing. */
function bestPeer(rows: readonly Row[]): { row: Row; rate: number } | null {
  const peers = rows.filter(({ contender }) => contender !== 'adagia' && contender !== 'relay');
  const saturated = peers.flatMap((row) => {
    const rate = row.figures.saturatesAt;
    return typeof rate === 'number' ? [{ row, rate, p99Ms: row.figures[p99At(rate)] ?? Number.POSITIVE_INFINITY }] : [];
  });
  saturated.sort((a, b) => b.rate - a.rate || a.p99Ms - b.p99Ms);
  return saturated.length < peers.length ? null : (saturated[0] ?? null);
}

function barsOf(rows: readonly Row[]): Result['bars'] {
  const best = bestPeer(rows);
  if (!best) return [];
  const { row, rate } = best;
  return [
    {
      text: `our p99 at ${rate} keystrokes a second, where the best peer (${row.label}) saturates, as a share of its p99`,
      measured: ratioOf(figureOf(rows, 'adagia', p99At(rate)), row.figures[p99At(rate)] ?? null),
      is: 'at most',
      limit: 0.1,
    },
    {
      text: `our deliveries per CPU second there, as a multiple of the bare relay`,
      measured: ratioOf(
        figureOf(rows, 'adagia', `deliveriesPerCpuSecond@${rate}`),
        figureOf(rows, 'relay', `deliveriesPerCpuSecond@${rate}`),
      ),
      is: 'at least',
      limit: 1,
    },
  ];
}

/** Half of what saturates the best peer is the rate at which all are compared. */
function halfOf(rows: readonly Row[]): number {
  const best = bestPeer(rows)?.rate ?? 32;
  return rates.findLast((rate) => rate <= best / 2) ?? (rates[0] as number);
}

async function measure(bench: Bench): Promise<Result> {
  const rows = await sweep(bench);
  const half = halfOf(rows);
  const columns: Column[] = [
    { key: p50At(half), title: `p50 at ${half}/s, ms`, digits: 1 },
    ...rates.map((rate) => ({ key: p99At(rate), title: `p99 at ${rate}/s, ms`, digits: 1 })),
    { key: 'saturatesAt', title: 'saturates at', digits: 0 },
  ];
  return {
    scenario: 'sweep',
    title: '40 documents, 6 people each, typing 8 to 96 characters a second',
    method: `Latency from keystroke to another screen, and presence twice a second. A server saturates where p99 is above ${SATURATED_P99_MS} ms or less than ${KEPT_UP_MIN * 100} % arrives in time. Half of the rate that saturates the best peer is ${half} a second.`,
    columns,
    rows,
    bars: barsOf(rows),
  };
}

export const latencySweep: Scenario = { name: 'sweep', run: async (bench) => [await measure(bench)] };
