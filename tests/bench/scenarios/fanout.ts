// What a delivered message costs the server: 50 proposals with six people who type, and one with a single writer and 200
// readers. The first is what a busy day of a shared installation looks like, the second a training session.
import { planOf } from '../load/seats.ts';
import { underSteadyLoad, windowOf } from '../load/steady.ts';
import { type Bench, type Column, figureOf, interleave, type Result, ratioOf, type Scenario } from '../scenario.ts';

const columns: Column[] = [
  { key: 'cpuPerDeliveryUs', title: 'CPU per delivery, µs', digits: 1 },
  { key: 'p50Ms', title: 'p50, ms', digits: 1 },
  { key: 'p99Ms', title: 'p99, ms', digits: 1 },
  { key: 'deliveredPerSecond', title: 'deliveries a second', digits: 0 },
  { key: 'serverCpu', title: 'server, cores', digits: 2 },
  { key: 'framesPerDelivery', title: 'frames per delivery', digits: 2 },
];

const DELIVERY =
  'A delivery is one keystroke or one presence message that reached one other person, counted by the clocks that a frame covers: a server that merges several into one frame has delivered all of them.';

async function manyDocuments(bench: Bench): Promise<Result> {
  const seating = { documents: 50, peoplePerDocument: 6, typistsPerDocument: 6 };
  const rates = { keystrokes: 4, presence: 2 };
  const rows = await interleave(bench, seating, (turn) =>
    underSteadyLoad(turn, planOf(turn, seating, rates), windowOf(bench)),
  );
  const cost = (name: Parameters<typeof figureOf>[1]) => figureOf(rows, name, 'cpuPerDeliveryUs');
  return {
    scenario: 'fanout',
    title: '50 documents, 6 people typing in each, with presence',
    method: `Each types 4 characters and moves the caret twice a second. ${DELIVERY}`,
    columns,
    rows,
    bars: [
      {
        text: 'CPU per delivery of Hocuspocus with SQLite, as a multiple of ours',
        measured: ratioOf(cost('hocuspocus'), cost('adagia')),
        is: 'at least',
        limit: 4,
      },
      {
        text: 'our CPU per delivery, as a multiple of the bare relay',
        measured: ratioOf(cost('adagia'), cost('relay')),
        is: 'at most',
        limit: 1.4,
      },
    ],
  };
}

async function manyReaders(bench: Bench): Promise<Result> {
  const seating = { documents: 1, peoplePerDocument: 201, typistsPerDocument: 1 };
  const rates = { keystrokes: 20, presence: 4 };
  const rows = await interleave(bench, seating, (turn) =>
    underSteadyLoad(turn, planOf(turn, seating, rates), windowOf(bench)),
  );
  return {
    scenario: 'readers',
    title: '1 document, 1 writer, 200 readers',
    method: `The writer types 20 characters and moves the caret four times a second. ${DELIVERY}`,
    columns,
    rows,
    bars: [],
  };
}

export const fanout: Scenario = { name: 'fanout', run: async (bench) => [await manyDocuments(bench)] };
export const readers: Scenario = { name: 'readers', run: async (bench) => [await manyReaders(bench)] };
