// A server with people, a real mail server, and jobs on a clock that only the test turns: for tests of what is told and when.
import { user } from '@adagia/db/schema';
import { pino } from 'pino';
import type { Deps } from '../commands/deps.ts';
import { jobHandlers } from '../jobs/handlers.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { createMailer } from '../mail/mailer.ts';
import { hire, type People } from './cast.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { startTestServer, type TestServer } from './test-server.ts';

export interface MailRoom {
  server: TestServer;
  cast: People;
  post: PostOffice;
  deps: Deps;
  /** Everything that is due at that moment is done. Milliseconds; only forward. */
  at(ms: number): Promise<void>;
  /** As a process that begins on what another one left behind. */
  restart(): void;
  dispose(): Promise<void>;
}

const log = pino({ level: 'silent' });

/** Its own jobs look at the clock of the machine, and so find nothing of what is put off until tomorrow. */
export async function openMailRoom(): Promise<MailRoom> {
  const [server, post] = await Promise.all([startTestServer(), openPostOffice()]);
  const cast = await hire(server);
  const { database } = server.deps;
  database.orm.update(user).set({ emailVerified: true }).run();
  let now = Date.now();
  const from = 'Adagia <adagia@example.org>';
  const mailer = createMailer({ smtpUrl: post.url, from, secret: 'of the mail room', log });
  const begin = () =>
    new JobRunner({ database, now: () => now, newId: server.deps.newId, log, handlers: () => jobHandlers(deps) });
  let jobs: JobRunner = begin();
  const deps: Deps = {
    ...server.deps,
    mailer,
    now: () => now,
    jobs: { enqueue: (tx, job) => jobs.enqueue(tx, job), wake() {} },
  };
  return {
    server,
    cast,
    post,
    deps,
    async at(ms) {
      now = Math.max(now, ms);
      // What one job asks for may be due at once.
      await jobs.runDue();
      await jobs.runDue();
    },
    restart() {
      jobs = begin();
      jobs.recover();
    },
    async dispose() {
      await jobs.stop();
      await post.close();
      await server.dispose();
    },
  };
}
