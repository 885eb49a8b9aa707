// Does what was put off: jobs are rows, written in the transaction of what asks for them, so that none is lost and none is done
// for what was taken back. Knows no kind of job; handlers.ts has them. Deterministic: time is `now`, and tests call `runDue`.
import type { Database, Tx } from '@adagia/db/open-database';
import {
  deleteJobsDoneBefore,
  insertJob,
  type JobData,
  type JobRow,
  listBegunJobs,
  nextDueJob,
  updateJob,
} from '@adagia/db/repositories/jobs';
import { Cron } from 'croner';
import type { Logger } from 'pino';

interface Repeating {
  /** When it comes again, in UTC. Without it a job is done once. */
  pattern?: string;
  /** Tries before it is given up, where the usual number is too few. */
  attemptsMax?: number;
}
/** Thrown by a job that no further try can help. */
export class FinalFailure extends Error {
  override readonly name = 'FinalFailure';
}
/** In one transaction with its being done: what it writes is there exactly once, whenever the process dies. */
interface TransactionalHandler extends Repeating {
  work(tx: Tx, data: JobData): void;
}
/** Reaches out of the database. `interrupted` says what becomes of one that a process died over. */
interface OutwardHandler extends Repeating {
  run(data: JobData): Promise<void>;
  interrupted(tx: Tx, data: JobData): 'again' | 'leave';
}
export type JobHandler = TransactionalHandler | OutwardHandler;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobRunnerOptions {
  database: Database;
  now(): number;
  newId(): string;
  log: Logger;
  /** Asked for when the first job is done: handlers need what the runner is a part of. */
  handlers(): JobHandlers;
}

/** Milliseconds between two looks: nothing that waits for a clock here is due to the second. */
const LOOK_EVERY_MS = 10_000;
/** Tries before it is given up: the last one comes two hours after the first. */
const ATTEMPTS_MAX = 8;
/** Milliseconds before the second try; doubled with each further one. */
const RETRY_AFTER_MS = 60_000;
/** At the same time: one mail server that is slow must not hold up everything else. */
const OUTWARD_MAX = 4;
/** Milliseconds that a done job is kept, to find out what happened. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #underWay = new Set<Promise<void>>();
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #known: JobHandlers | null = null;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  get #handlers(): JobHandlers {
    return (this.#known ??= this.#options.handlers());
  }

  /** In the transaction of what asks for it; `wake` after the commit. */
  enqueue(tx: Tx, job: { kind: string; data?: JobData; runAt?: number; key?: string }): void {
    const { now, newId } = this.#options;
    insertJob(tx, {
      id: newId(),
      kind: job.kind,
      key: job.key ?? null,
      data: job.data ?? {},
      runAt: job.runAt ?? now(),
    });
  }

  /** Settles what a process before this one died over, and begins to look. */
  start(): void {
    this.recover();
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
    this.wake();
  }

  recover(): void {
    const { database } = this.#options;
    database.transaction((tx) => {
      for (const job of listBegunJobs(tx)) this.#settleBegun(tx, job);
      for (const [kind, { pattern }] of Object.entries(this.#handlers)) {
        if (pattern) this.enqueue(tx, { kind, key: `repeating:${kind}`, runAt: this.#nextOf(pattern) });
      }
      deleteJobsDoneBefore(tx, this.#options.now() - KEPT_MS);
    });
  }

  /** What is due is done soon. Returns at once. */
  wake(): void {
    this.runDue().catch((error: unknown) => this.#options.log.error({ err: error }, 'jobs'));
  }

  /** Resolves when everything that is due now has been done or tried. */
  runDue(): Promise<void> {
    const running = this.#running.then(() => this.#drain());
    // The one who asked hears of an error; the next one begins anew.
    this.#running = running.catch(() => undefined);
    return running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (!this.#isStopped) {
      const job = nextDueJob(this.#options.database.orm, this.#options.now());
      if (!job) break;
      await this.#do(job);
    }
    await Promise.all(this.#underWay);
  }

  async #do(job: JobRow): Promise<void> {
    const handler = this.#handlers[job.kind];
    if (!handler) return this.#failed(job, new Error(`no handler for ${job.kind}`), ATTEMPTS_MAX);
    if ('work' in handler) return this.#doWithin(job, handler);
    updateJob(this.#options.database.orm, job.id, { startedAt: this.#options.now() });
    const running = this.#doOutward(job, handler).finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
    if (this.#underWay.size >= OUTWARD_MAX) await Promise.race(this.#underWay);
  }

  #doWithin(job: JobRow, handler: TransactionalHandler): void {
    try {
      this.#options.database.transaction((tx) => {
        handler.work(tx, job.data);
        this.#done(tx, job, handler);
      });
    } catch (error) {
      this.#failed(job, error, job.attempts + 1);
    }
  }

  async #doOutward(job: JobRow, handler: OutwardHandler): Promise<void> {
    try {
      await handler.run(job.data);
    } catch (error) {
      return this.#failed(job, error, job.attempts + 1);
    }
    this.#done(this.#options.database.orm, job, handler);
  }

  #done(tx: Tx, { id }: JobRow, { pattern }: JobHandler): void {
    if (pattern) updateJob(tx, id, { runAt: this.#nextOf(pattern), startedAt: null, attempts: 0, error: '' });
    else updateJob(tx, id, { doneAt: this.#options.now(), key: null, error: '' });
  }

  #failed(job: JobRow, error: unknown, attempts: number): void {
    const { database, log, now } = this.#options;
    log.error({ err: error, kind: job.kind, attempts }, 'job');
    const reason = error instanceof Error ? error.name : 'error';
    const { pattern, attemptsMax = ATTEMPTS_MAX } = this.#handlers[job.kind] ?? {};
    const isOver = (error instanceof FinalFailure || attempts >= attemptsMax) && pattern === undefined;
    const ending = isOver ? { doneAt: now(), key: null } : { runAt: now() + waitOf(attempts), startedAt: null };
    updateJob(database.orm, job.id, { attempts, error: reason, ...ending });
  }

  #settleBegun(tx: Tx, job: JobRow): void {
    const handler = this.#handlers[job.kind];
    const isAgain = handler && 'run' in handler && handler.interrupted(tx, job.data) === 'again';
    if (isAgain) updateJob(tx, job.id, { startedAt: null });
    else updateJob(tx, job.id, { doneAt: this.#options.now(), key: null, error: 'interrupted' });
  }

  #nextOf(pattern: string): number {
    const { now } = this.#options;
    const next = new Cron(pattern, { timezone: 'UTC' }).nextRun(new Date(now()));
    if (!next) throw new Error(`${pattern} never comes`);
    return next.getTime();
  }
}

/** A repeating one goes on for ever, every two hours at the longest. */
const waitOf = (attempts: number): number => RETRY_AFTER_MS * 2 ** Math.min(attempts - 1, ATTEMPTS_MAX - 1);
