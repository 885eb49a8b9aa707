// What a killed server loses: somebody types, somebody else looks on, the server gets SIGKILL at a random moment, and a
// newcomer after the restart says what is there. Promised is what was acknowledged or was on the other's screen by then.
// SIGKILL ends the process, not the machine: what a power cut does to synchronous=FULL is the business of other tests.
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from '../contenders/contender.ts';
import { createRandom } from '../load/random.ts';
import { answerRoots } from '../load/seats.ts';
import { Visitor } from '../load/visitor.ts';
import {
  type Bench,
  type Column,
  type Contestant,
  type Figures,
  figureOf,
  inTurns,
  type Result,
  type Scenario,
  withStages,
} from '../scenario.ts';
import { keystrokeUpdate } from '../wire/messages.ts';

const columns: Column[] = [
  { key: 'lost', title: 'lost of what was promised', digits: 0 },
  { key: 'promised', title: 'promised', digits: 0 },
  { key: 'typed', title: 'typed', digits: 0 },
  { key: 'trialsWithLoss', title: 'trials with a loss', digits: 0 },
  { key: 'trials', title: 'trials', digits: 0 },
];

/** Milliseconds between two keystrokes: some are under way at any moment. */
const BEAT_MS = 8;
/** Milliseconds that a newcomer waits for what was promised: some servers answer before they have loaded. */
const PATIENCE_MS = 4000;

function visit({ contender, stage }: Contestant, { port }: RunningServer, place: number): Visitor {
  return new Visitor({
    port,
    dialect: contender.dialect,
    seat: { ...stage.seat(0, place), localAddress: '127.0.0.2' },
  });
}

/** Types until the server is gone. */
async function typeUntilKilled(place: Contestant, server: RunningServer, clientId: number, afterMs: number) {
  const [writer, reader] = [visit(place, server, 0), visit(place, server, 1)];
  await Promise.all([writer.arrived, reader.arrived]);
  const root = answerRoots[clientId % answerRoots.length] ?? '';
  let typed = 0;
  const typing = setInterval(() => writer.update(keystrokeUpdate(clientId, typed++, root, 'e')), BEAT_MS);
  await wait(afterMs);
  await server.kill();
  clearInterval(typing);
  await Promise.all([writer.closed, reader.closed]);
  const promised = Math.max(reader.seen.get(clientId) ?? 0, writer.ackedUpdates);
  return { typed, promised };
}

async function recovered(place: Contestant, server: RunningServer, clientId: number, promised: number) {
  const newcomer = visit(place, server, 2);
  await newcomer.arrived;
  const found = () => newcomer.seen.get(clientId) ?? 0;
  await Promise.race([newcomer.until(() => found() >= promised), wait(PATIENCE_MS)]);
  newcomer.leave();
  return found();
}

async function trials(place: Contestant, count: number, round: number): Promise<Figures> {
  const random = createRandom(1500 + round);
  const sum = { lost: 0, promised: 0, typed: 0, trialsWithLoss: 0, trials: count };
  let dataDir: string | undefined;
  for (let trial = 0; trial < count; trial += 1) {
    const clientId = 70_000_000 + trial;
    const server = await place.stage.start(dataDir);
    dataDir = server.dataDir;
    const one = await typeUntilKilled(place, server, clientId, 200 + random() * 1500);
    const again = await place.stage.start(dataDir);
    const lost = Math.max(0, one.promised - (await recovered(place, again, clientId, one.promised)));
    await again.stop();
    sum.typed += one.typed;
    sum.promised += one.promised;
    sum.lost += lost;
    sum.trialsWithLoss += lost > 0 ? 1 : 0;
  }
  return sum;
}

async function measure(bench: Bench): Promise<Result> {
  const count = bench.isQuick ? 5 : 20;
  const keepers = { ...bench, contenders: bench.contenders.filter(({ isPersistent }) => isPersistent) };
  const rows = await withStages(keepers, { documents: 1, peoplePerDocument: 3 }, (places) =>
    inTurns(keepers, places, (place, round) => trials(place, count, round)),
  );
  // Losses add up: a median would forget the one that happened.
  for (const row of rows) {
    for (const { key } of columns) row.figures[key] = row.samples.reduce((sum, one) => sum + (one[key] ?? 0), 0);
  }
  return {
    scenario: 'crash',
    title: 'Killed with SIGKILL while somebody types',
    method: `One types ${Math.round(1000 / BEAT_MS)} characters a second, one looks on; the server is killed after 0.2 to 1.7 s and started again. Promised: acknowledged, or seen by the other. Sums over all trials.`,
    columns,
    rows,
    bars: [
      {
        text: 'characters that we had promised and lost',
        measured: figureOf(rows, 'adagia', 'lost'),
        is: 'at most',
        limit: 0,
      },
    ],
  };
}

export const crash: Scenario = { name: 'crash', run: async (bench) => [await measure(bench)] };
