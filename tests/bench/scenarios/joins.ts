// Joining a document with a long history: first after a restart, again while it is open, and 200 people at once after a
// restart. Every contender gets the same history, written by the same authors over their sockets.
import { cpSync, rmSync } from 'node:fs';
import type { RunningServer, Stage } from '../contenders/contender.ts';
import { feed } from '../load/feed.ts';
import { createHistory, type History } from '../load/history.ts';
import { type Arrival, Visitor, type VisitTarget } from '../load/visitor.ts';
import { cpuSecondsOf, untilIdle } from '../measure.ts';
import {
  type Bench,
  type Column,
  type Contestant,
  type Figures,
  figureOf,
  inTurns,
  type Result,
  ratioOf,
  type Scenario,
  withStages,
} from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';
import { BareSocket } from '../wire/bare-socket.ts';

const PEOPLE = 200;
/** Documents of the stage: the long one, and a small one that only warms the process up. */
const LONG = 0;
const SMALL = 1;

const columns: Column[] = [
  { key: 'coldFirstMs', title: 'first join after a restart, ms', digits: 0 },
  { key: 'coldMs', title: 'the same, process warm, ms', digits: 0 },
  { key: 'warmCpuMs', title: 'CPU per warm join, ms', digits: 2 },
  { key: 'warmMs', title: 'warm join, ms', digits: 1 },
  { key: 'returnCpuMs', title: '200 back at once: CPU, ms', digits: 0 },
  { key: 'returnMs', title: 'last one in, ms', digits: 0 },
  { key: 'loadBytes', title: 'bytes of a first load', digits: 0 },
];

type Known = Pick<VisitTarget, 'stateVector' | 'expects'>;

const wholeOf = ({ authors }: History): Known => ({
  expects: new Map(authors.map(({ clientId, clock }) => [clientId, clock])),
});

interface Prepared extends Contestant {
  /** Data with the history in it, of a stopped server; null: it keeps nothing. */
  dataDir: string | null;
}

/** @param known a newcomer must get all of it; somebody who comes back has it. */
function visit(place: Contestant, server: RunningServer, document: number, index: number, known?: Known) {
  const { contender, stage } = place;
  // Away from the address of others, and below the ceiling of one.
  const seat = { ...stage.seat(document, index), localAddress: `127.0.0.${2 + Math.floor(index / 150)}` };
  return new Visitor({ port: server.port, dialect: contender.dialect, seat, ...known });
}

async function arrive(...where: Parameters<typeof visit>): Promise<Arrival> {
  const visitor = visit(...where);
  try {
    return await visitor.arrived;
  } finally {
    visitor.leave();
  }
}

/** Each start on a copy of its own: a first load may tidy up, and the next one would find it tidied. */
async function onCopy<T>(stage: Stage, dataDir: string, work: (server: RunningServer) => Promise<T>): Promise<T> {
  const copy = scratchFolder('copy');
  cpSync(dataDir, copy, { recursive: true });
  const server = await stage.start(copy);
  try {
    return await work(server);
  } finally {
    await server.end();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Written, stopped, opened once more and stopped: what a server tidies on its first load is tidied. */
async function writeHistory(place: Contestant, history: History): Promise<string | null> {
  const { contender, stage } = place;
  if (!contender.isPersistent) return null;
  const first = await stage.start();
  await feed({ ...place, server: first, round: 0 }, LONG, history);
  await first.stop();
  const second = await stage.start(first.dataDir);
  await arrive(place, second, LONG, 0, wholeOf(history));
  await second.stop();
  return first.dataDir;
}

async function warmJoins(place: Contestant, server: RunningServer, history: History, count: number) {
  const whole = wholeOf(history);
  const holder = visit(place, server, LONG, 0, whole);
  const { bytesIn } = await holder.arrived;
  // Until the code that answers is compiled.
  for (let index = 0; index < 30; index += 1) await arrive(place, server, LONG, index % PEOPLE, whole);
  const cpuBefore = cpuSecondsOf(server.pid);
  let joinMs = 0;
  for (let index = 0; index < count; index += 1)
    joinMs += (await arrive(place, server, LONG, index % PEOPLE, whole)).joinMs;
  const cpuSeconds = cpuSecondsOf(server.pid) - cpuBefore;
  holder.leave();
  return { warmCpuMs: (cpuSeconds * 1000) / count, warmMs: joinMs / count, loadBytes: bytesIn };
}

/** They have everything: only their state vectors differ from a newcomer's. */
async function returnOfAll(place: Contestant, server: RunningServer, { stateVector }: History): Promise<Figures> {
  const cpuBefore = cpuSecondsOf(server.pid);
  const startMs = performance.now();
  const visitors = Array.from({ length: PEOPLE }, (_, index) => visit(place, server, LONG, index, { stateVector }));
  await Promise.all(visitors.map(({ arrived }) => arrived));
  const returnMs = performance.now() - startMs;
  // One of the peers answers before it has loaded the document: its work counts too.
  await untilIdle(server.pid);
  const returnCpuMs = (cpuSecondsOf(server.pid) - cpuBefore) * 1000;
  for (const visitor of visitors) visitor.leave();
  return { returnCpuMs, returnMs };
}

async function afterRestarts(place: Prepared, dataDir: string, history: History, count: number): Promise<Figures> {
  const { stage } = place;
  const first = await onCopy(stage, dataDir, (server) => arrive(place, server, LONG, 0, wholeOf(history)));
  const rest = await onCopy(stage, dataDir, async (server) => {
    for (let index = 0; index < 5; index += 1) await arrive(place, server, SMALL, index);
    const { joinMs } = await arrive(place, server, LONG, 0, wholeOf(history));
    return { coldMs: joinMs, ...(await warmJoins(place, server, history, count)) };
  });
  const back = await onCopy(stage, dataDir, (server) => returnOfAll(place, server, history));
  return { coldFirstMs: first.joinMs, coldOpenMs: first.openMs, ...rest, ...back };
}

async function inMemory(place: Prepared, history: History, count: number): Promise<Figures> {
  const server = await place.stage.start();
  try {
    await feed({ ...place, server, round: 0 }, LONG, history);
    return { coldFirstMs: null, coldMs: null, ...(await warmJoins(place, server, history, count)) };
  } finally {
    await server.end();
  }
}

/** What any join costs before a document has a part in it: a bare connection, opened and closed. */
async function connectionsOnly(place: Contestant, count: number): Promise<Figures> {
  const server = await place.stage.start();
  const connect = async (index: number): Promise<void> => {
    const seat = { ...place.stage.seat(LONG, index % PEOPLE), localAddress: '127.0.0.2' };
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const handlers = { onOpen: open, onMessage: () => undefined, onClose: () => close() };
    const socket = new BareSocket({ port: server.port, ...seat }, handlers);
    await opened;
    socket.destroy();
    await closed;
  };
  try {
    for (let index = 0; index < 30; index += 1) await connect(index);
    const cpuBefore = cpuSecondsOf(server.pid);
    for (let index = 0; index < count; index += 1) await connect(index);
    return { warmCpuMs: ((cpuSecondsOf(server.pid) - cpuBefore) * 1000) / count };
  } finally {
    await server.end();
  }
}

function barsOf(rows: Result['rows']): Result['bars'] {
  const least = (key: string): number | null => {
    const all = [figureOf(rows, 'hocuspocus', key), figureOf(rows, 'y-websocket-leveldb', key)];
    const known = all.filter((value) => value !== null);
    return known.length > 0 ? Math.min(...known) : null;
  };
  const bar = (text: string, key: string, limit: number) => {
    return { text, measured: ratioOf(figureOf(rows, 'adagia', key), least(key)), is: 'at most' as const, limit };
  };
  return [
    bar('our first join after a restart, as a share of the best persistent peer', 'coldFirstMs', 0.2),
    bar('our CPU per warm join, as a share of the best persistent peer', 'warmCpuMs', 0.1),
  ];
}

async function measure(bench: Bench): Promise<Result> {
  const operations = bench.isQuick ? 52_000 : 260_000;
  const history = createHistory({ operations, authors: 8, perUpdate: 10 });
  const count = bench.isQuick ? 100 : 300;
  const rows = await withStages(bench, { documents: 2, peoplePerDocument: PEOPLE }, async (places) => {
    const prepared: Prepared[] = [];
    for (const place of places) {
      if (place.contender.hasSync) bench.say(`${place.contender.label}: writing ${operations} operations`);
      prepared.push({ ...place, dataDir: await writeHistory(place, history) });
    }
    return inTurns(bench, prepared, (place) => {
      if (!place.contender.hasSync) return connectionsOnly(place, count);
      if (place.dataDir === null) return inMemory(place, history, count);
      return afterRestarts(place, place.dataDir, history, count);
    });
  });
  return {
    scenario: 'joins',
    title: `Joining a document with ${operations.toLocaleString('en')} operations behind it`,
    method: `Eight authors wrote ${history.characters.toLocaleString('en')} characters that are left, in updates of ten keystrokes. A join lasts from the connection attempt, signing in included, to the whole document. Those who come back at once have the document and send their state vector; CPU counts from the first of them until the server is idle again. The bare relay has no document: its CPU is that of a connection opened and closed, which is below every join.`,
    columns,
    rows,
    bars: barsOf(rows),
  };
}

export const joins: Scenario = { name: 'joins', run: async (bench) => [await measure(bench)] };
