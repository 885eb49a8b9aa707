// What an open document and a connection cost in memory while nobody types: 1,000 documents with one person each, and one
// document with 1,000 connections. The growth of what is held and of the resident set, after the server has had time to tidy up.
import { setTimeout as wait } from 'node:timers/promises';
import { gather } from '../load/crowd.ts';
import { planOf } from '../load/seats.ts';
import { residentBytesOf, untilIdle } from '../measure.ts';
import {
  type Bar,
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
  { key: 'heldKbEach', title: 'held, kB each', digits: 1 },
  { key: 'kbEach', title: 'resident set, kB each', digits: 1 },
  { key: 'baseMb', title: 'resident before, MB', digits: 0 },
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
  const heldBefore = await turn.server.heldBytes();
  const before = residentBytesOf(turn.server.pid);
  const crowd = await gather({ ...all, seats: all.seats.slice(WARM_UP) });
  await untilIdle(turn.server.pid);
  await wait(REST_MS);
  const held = await turn.server.heldBytes();
  const after = residentBytesOf(turn.server.pid);
  await crowd.leave();
  const count = all.seats.length - WARM_UP;
  const kbEach = (bytes: number) => bytes / count / 1000;
  return {
    heldKbEach: kbEach(held - heldBefore),
    kbEach: kbEach(after - before),
    baseMb: before / 1e6,
    fullMb: after / 1e6,
  };
}

const bar = (text: string, measured: number | null): Bar => ({ text, measured, is: 'at most', limit: 1.5 });

async function measure(bench: Bench, documents: number, people: number, name: string): Promise<Result> {
  const size = { documents, peoplePerDocument: people };
  const rows = await interleave(bench, size, (turn) => growth(turn, documents, people));
  const ratio = (key: string) => ratioOf(figureOf(rows, 'adagia', key), figureOf(rows, 'relay', key));
  return {
    scenario: name,
    title:
      documents > 1
        ? `Memory of an idle document: ${documents} x 1 person`
        : `Memory of a connection: 1 document x ${people}`,
    method: `What the server holds (heap and buffers behind a collection) and its resident set, after everybody is in and it is idle, less what it was before, over the number of connections. The resident set of a process with room left from its start grows less than what it holds.`,
    columns,
    rows,
    bars:
      documents > 1
        ? [
            bar('our resident set of an open idle document, as a multiple of a bare ws connection', ratio('kbEach')),
            bar('the same of what is held in heap and buffers', ratio('heldKbEach')),
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
