// What a keystroke leaves on disk and what a first load takes on the wire: six people type one character at a time, then
// the server is stopped, started and opened once more, so that it can tidy up.
import { setTimeout as wait } from 'node:timers/promises';
import { gather } from '../load/crowd.ts';
import { planOf } from '../load/seats.ts';
import { Visitor } from '../load/visitor.ts';
import { untilIdle } from '../measure.ts';
import { bytesBelow } from '../measure-folder.ts';
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

const seating = { documents: 1, peoplePerDocument: 6, typistsPerDocument: 6 };
/** Characters a second and person: below the rate at which ours refuses. */
const RATE = 100;
/** Milliseconds behind the longest delay with which a peer stores (10 s in Hocuspocus). */
const STORED_AFTER_MS = 11_000;

const columns: Column[] = [
  { key: 'liveBytes', title: 'on disk per keystroke', digits: 1 },
  { key: 'tidyBytes', title: 'opened once more', digits: 1 },
  { key: 'loadBytes', title: 'first load, bytes per keystroke', digits: 2 },
  { key: 'keystrokes', title: 'keystrokes', digits: 0 },
];

async function load({ contender, stage }: Contestant, port: number): Promise<number> {
  const visitor = new Visitor({
    port,
    dialect: contender.dialect,
    seat: { ...stage.seat(0, 0), localAddress: '127.0.0.3' },
  });
  await visitor.arrived;
  // A server that answers before it has loaded sends the rest behind.
  await wait(1000);
  const { bytesIn } = visitor;
  visitor.leave();
  return bytesIn;
}

async function write(place: Contestant, round: number, typingMs: number): Promise<Figures> {
  // A stopped server has no journal of passing size beside its data: what is left is what a keystroke costs.
  const empty = await place.stage.start();
  await load(place, empty.port);
  await untilIdle(empty.pid);
  await empty.stop();
  const before = bytesBelow(empty.dataDir);
  const server = await place.stage.start(empty.dataDir);
  const turn = { ...place, server, round };
  const crowd = await gather(planOf(turn, seating, { keystrokes: RATE, presence: 0 }));
  crowd.type();
  await wait(typingMs);
  const { keystrokes } = await crowd.settle();
  await wait(STORED_AFTER_MS);
  await untilIdle(server.pid);
  await crowd.leave();
  await server.stop();
  const live = bytesBelow(server.dataDir);
  const again = await place.stage.start(server.dataDir);
  const bytesIn = await load(place, again.port);
  await untilIdle(again.pid);
  await again.stop();
  const tidy = bytesBelow(server.dataDir);
  const per = (bytes: number) => Math.max(0, bytes) / keystrokes;
  return { keystrokes, liveBytes: per(live - before), tidyBytes: per(tidy - before), loadBytes: per(bytesIn) };
}

async function measure(bench: Bench): Promise<Result> {
  const typingMs = bench.isQuick ? 5000 : 30_000;
  const keepers = { ...bench, contenders: bench.contenders.filter(({ isPersistent }) => isPersistent) };
  const rows = await withStages(keepers, seating, (places) =>
    inTurns(keepers, places, (place, round) => write(place, round, typingMs)),
  );
  return {
    scenario: 'disk',
    title: 'Bytes of a keystroke',
    method: `Six people type ${RATE} characters a second each. The growth of all files of the stopped server, and once more after it was started, opened and stopped again; and what a newcomer receives, both over the number of keystrokes. Ours keeps the log behind a snapshot, with author and time of every update.`,
    columns,
    rows,
    bars: [],
  };
}

export const disk: Scenario = { name: 'disk', run: async (bench) => [await measure(bench)] };
