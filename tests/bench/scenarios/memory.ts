// What an open document and a connection cost in memory while nobody types: 1,000 documents with one person each, and one
// document with 1,000 connections. The growth of the resident set, after the server has had time to tidy up.
import { setTimeout as wait } from 'node:timers/promises';
import { gather } from '../load/crowd.ts';
import { planOf } from '../load/seats.ts';
import { residentBytesOf, untilIdle } from '../measure.ts';
import {
  type Bench,
  type Column,
  type Figures,
  figureOf,
  interleave,
  type Result,
  ratioOf,
  type Scenario,
  type Turn,
} from '../scenario.ts';

const columns: Column[] = [
  { key: 'kbEach', title: 'kB each', digits: 1 },
  { key: 'baseMb', title: 'before, MB', digits: 0 },
  { key: 'fullMb', title: 'with all, MB', digits: 0 },
];

/** Connections that are made and ended first: what a process allocates once is not a connection's. */
const WARM_UP = 20;
/** Milliseconds; below the minute after which Hocuspocus ends connections that say nothing. */
const REST_MS = 3000;

async function growth(turn: Turn, documents: number, people: number): Promise<Figures> {
  const all = planOf(
    turn,
    { documents, peoplePerDocument: people, typistsPerDocument: 0 },
    { keystrokes: 0, presence: 0 },
  );
  const warm = await gather({ ...all, seats: all.seats.slice(0, WARM_UP) });
  await warm.leave();
  await untilIdle(turn.server.pid);
  const before = residentBytesOf(turn.server.pid);
  const crowd = await gather({ ...all, seats: all.seats.slice(WARM_UP) });
  await untilIdle(turn.server.pid);
  await wait(REST_MS);
  const after = residentBytesOf(turn.server.pid);
  await crowd.leave();
  const count = all.seats.length - WARM_UP;
  return { kbEach: (after - before) / count / 1000, baseMb: before / 1e6, fullMb: after / 1e6 };
}

async function measure(bench: Bench, documents: number, people: number, name: string): Promise<Result> {
  const size = { documents, peoplePerDocument: people };
  const rows = await interleave(bench, size, (turn) => growth(turn, documents, people));
  const each = (contender: Parameters<typeof figureOf>[1]) => figureOf(rows, contender, 'kbEach');
  return {
    scenario: name,
    title:
      documents > 1
        ? `Memory of an idle document: ${documents} x 1 person`
        : `Memory of a connection: 1 document x ${people}`,
    method: `Resident set after everybody is in and the server is idle, less what it was before, over the number of connections.`,
    columns,
    rows,
    bars:
      documents > 1
        ? [
            {
              text: 'our memory of an open idle document, as a multiple of a bare ws connection',
              measured: ratioOf(each('adagia'), each('relay')),
              is: 'at most',
              limit: 1.5,
            },
          ]
        : [],
  };
}

export const memory: Scenario = {
  name: 'memory',
  run: async (bench) => {
    const many = bench.isQuick ? 200 : 1000;
    return [await measure(bench, many, 1, 'memory-documents'), await measure(bench, 1, many, 'memory-connections')];
  },
};
