// Writes a history into a server as its authors would have: over their sockets, update by update, below its rate limits.
import { setTimeout as wait } from 'node:timers/promises';
import { limits } from '@adagia/shared/wire/limits';
import { untilIdle } from '../measure.ts';
import type { Turn } from '../scenario.ts';
import type { AuthorHistory, History } from './history.ts';
import { Visitor } from './visitor.ts';

/** Milliseconds between two batches. */
const BEAT_MS = 50;
/** Our server's limit, with some air: it counts in real time, and this machine is shared. */
const OURS_PER_SECOND = limits.framesPerSecond * 0.9;
/** Others have none; this keeps their queues short. */
const OTHERS_PER_SECOND = 1000;

async function writeOne({ contender, stage, server }: Turn, document: number, author: AuthorHistory): Promise<void> {
  const seat = { ...stage.seat(document, author.place), localAddress: '127.0.0.2' };
  const visitor = new Visitor({ port: server.port, dialect: contender.dialect, seat });
  await visitor.arrived;
  const perSecond = contender.name === 'adagia' ? OURS_PER_SECOND : OTHERS_PER_SECOND;
  const perBeat = Math.floor((perSecond * BEAT_MS) / 1000);
  for (let at = 0; at < author.updates.length; at += perBeat) {
    const startMs = performance.now();
    for (const update of author.updates.slice(at, at + perBeat)) visitor.update(update);
    await wait(Math.max(0, BEAT_MS - (performance.now() - startMs)));
  }
  await Promise.race([
    visitor.ask(),
    visitor.closed.then((reason) => {
      throw new Error(`${contender.label} did not take the history: ${reason}`);
    }),
  ]);
  visitor.leave();
}

/** Resolves when the server has all of it and has nothing left to do: some store in the background. */
export async function feed(turn: Turn, document: number, history: History): Promise<void> {
  await Promise.all(history.authors.map((author) => writeOne(turn, document, author)));
  await untilIdle(turn.server.pid);
}
