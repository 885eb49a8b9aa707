// Whether a small room notices that a large document is opened, written to and exported beside it: six people type in the
// small one all the while, and the longest wait of any of their keystrokes is what counts.
import { cpSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from '../contenders/contender.ts';
import { type Crowd, gather } from '../load/crowd.ts';
import { feed } from '../load/feed.ts';
import { createHistory, type History } from '../load/history.ts';
import { answerRoots, planOf } from '../load/seats.ts';
import { Visitor } from '../load/visitor.ts';
import {
  type Bench,
  type Column,
  type Contestant,
  type Figures,
  inTurns,
  type Result,
  type Scenario,
  withStages,
} from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';
import { keystrokeUpdate } from '../wire/messages.ts';

const LARGE = 1;
const seating = { documents: 1, peoplePerDocument: 6, typistsPerDocument: 6 };
const phases = ['calm', 'opened', 'written', 'exported'] as const;

const columns: Column[] = phases.flatMap((phase) => [
  { key: `${phase}P99Ms`, title: `${phase}: p99, ms`, digits: 1 },
  { key: `${phase}MaxMs`, title: 'longest, ms', digits: 0 },
]);

interface Scene {
  place: Contestant;
  server: RunningServer;
  history: History;
}

function visit({ place, server, history }: Scene, index: number): Visitor {
  const { contender, stage } = place;
  const expects = new Map(history.authors.map(({ clientId, clock }) => [clientId, clock]));
  const seat = { ...stage.seat(LARGE, index), localAddress: '127.0.0.3' };
  return new Visitor({ port: server.port, dialect: contender.dialect, seat, expects });
}

/** More updates than lie between two snapshots of any server here, at the pace that ours allows one person. */
const WRITTEN_UPDATES = 2400;
const WRITERS = 4;
const BEAT_MS = 50;
const PER_BEAT = 8;

async function writeInLarge(scene: Scene): Promise<void> {
  const writers = Array.from({ length: WRITERS }, (_, index) => visit(scene, index));
  await Promise.all(writers.map(({ arrived }) => arrived));
  for (let clock = 0; clock < WRITTEN_UPDATES / WRITERS; clock += PER_BEAT) {
    for (const [index, writer] of writers.entries()) {
      for (let one = clock; one < clock + PER_BEAT; one += 1) {
        writer.update(keystrokeUpdate(80_000_000 + index, one, answerRoots[index] ?? '', 'e'));
      }
    }
    await wait(BEAT_MS);
  }
  for (const writer of writers) writer.leave();
}

/** Ours as a file over HTTP; the others have none, so that for all of them five newcomers take the whole document too. */
async function takeAll(scene: Scene): Promise<void> {
  const { place, server } = scene;
  const { cookie, documentName } = place.stage.seat(LARGE, 0);
  if (place.contender.name === 'adagia') {
    const url = `http://127.0.0.1:${server.port}/api/proposals/${documentName}/export`;
    const answer = await fetch(url, { headers: { cookie: cookie ?? '' } });
    if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
    await answer.arrayBuffer();
  }
  const newcomers = Array.from({ length: 5 }, (_, index) => visit(scene, index));
  await Promise.all(newcomers.map(({ arrived }) => arrived));
  for (const newcomer of newcomers) newcomer.leave();
}

/** Milliseconds that a phase lasts at least: what it sets off may come later. */
const PHASE_MS = 3000;

async function during(crowd: Crowd, phase: string, work: () => Promise<void>): Promise<Figures> {
  await crowd.mark();
  await Promise.all([work(), wait(PHASE_MS)]);
  const { latencyMs } = await crowd.mark();
  return { [`${phase}P99Ms`]: latencyMs?.p99 ?? null, [`${phase}MaxMs`]: latencyMs?.max ?? null };
}

async function watch(scene: Scene, round: number): Promise<Figures> {
  const turn = { ...scene.place, server: scene.server, round };
  const crowd = await gather(planOf(turn, seating, { keystrokes: 16, presence: 2 }));
  try {
    crowd.type();
    await wait(2000);
    const holder: Visitor[] = [];
    const open = async () => void (await holder[holder.push(visit(scene, 0)) - 1]?.arrived);
    return {
      ...(await during(crowd, 'calm', async () => undefined)),
      ...(await during(crowd, 'opened', open)),
      ...(await during(crowd, 'written', () => writeInLarge(scene))),
      ...(await during(crowd, 'exported', () => takeAll(scene))),
    };
  } finally {
    await crowd.leave();
  }
}

/** A fresh copy each time: a large document that is open already is not opened. */
async function onCopy(place: Contestant, history: History, dataDir: string, round: number): Promise<Figures> {
  const copy = scratchFolder('copy');
  cpSync(dataDir, copy, { recursive: true });
  const server = await place.stage.start(copy);
  try {
    return await watch({ place, server, history }, round);
  } finally {
    await server.end();
    rmSync(copy, { recursive: true, force: true });
  }
}

async function measure(bench: Bench): Promise<Result> {
  const operations = bench.isQuick ? 40_000 : 200_000;
  const history = createHistory({ operations, authors: 8, perUpdate: 50, strokeSize: 40 });
  const keepers = { ...bench, contenders: bench.contenders.filter(({ isPersistent }) => isPersistent) };
  const rows = await withStages(keepers, { documents: 2, peoplePerDocument: 8 }, async (places) => {
    const prepared: (Contestant & { dataDir: string })[] = [];
    for (const place of places) {
      bench.say(`${place.contender.label}: writing a large document`);
      const server = await place.stage.start();
      await feed({ ...place, server, round: 0 }, LARGE, history);
      await server.stop();
      prepared.push({ ...place, dataDir: server.dataDir });
    }
    return inTurns(keepers, prepared, (place, round) => onCopy(place, history, place.dataDir, round));
  });
  const ours = rows.find(({ contender }) => contender === 'adagia')?.figures;
  const longest = ours && Math.max(...phases.slice(1).map((phase) => ours[`${phase}MaxMs`] ?? 0));
  return {
    scenario: 'stall',
    title: 'A small room beside a document of 5 MB',
    method: `Latency of six people who type 16 characters a second in a small document (calm), while another one with ${history.characters.toLocaleString('en')} characters is opened for the first time, then gets ${WRITTEN_UPDATES.toLocaleString('en')} updates (snapshots and delayed stores included), then is taken whole by five newcomers and, of ours, exported.`,
    columns,
    rows,
    bars: [{ text: 'the longest wait in our small room, ms', measured: longest ?? null, is: 'at most', limit: 50 }],
  };
}

export const stall: Scenario = { name: 'stall', run: async (bench) => [await measure(bench)] };
