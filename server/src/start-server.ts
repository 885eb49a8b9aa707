// The whole server as one value that can be started and stopped: by main.ts, and by tests on a port of their own.
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '@adagia/db/open-database';
import { countUsers } from '@adagia/db/repositories/members';
import type { SignInWays } from '@adagia/shared/api/account';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { calls } from '@adagia/shared/programme/calls';
import { getRequestListener } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import packageJson from '../package.json' with { type: 'json' };
import { accountEvents } from './auth/account-events.ts';
import { createAuth } from './auth/create-auth.ts';
import { createGuestCookies } from './auth/guest-cookies.ts';
import type { Deps } from './commands/deps.ts';
import { FigureRecorder } from './commands/figure-history.ts';
import { ChangeGatherer } from './commands/gather-changes.ts';
import { recordContentChanges } from './commands/timeline.ts';
import { membershipIn } from './commands/writing-rights-in.ts';
import { loadSecret } from './config/load-secret.ts';
import type { Config } from './config/read-config.ts';
import { loadDemo } from './demo/load-demo.ts';
import { allowedOrigin } from './http/allowed-origin.ts';
import { createApp } from './http/create-app.ts';
import { createHttpServer, listen } from './http/http-server.ts';
import { stopper } from './http/stopper.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { createAccountMails } from './mail/account-mails.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { startCopyingBack } from './maintenance/copy-back.ts';
import { MemoryGuard, type MemoryState, readMemory } from './memory-guard.ts';
import { Metrics } from './metrics.ts';
import { unsubscribeTokens } from './notices/unsubscribe-tokens.ts';
import { serveSockets } from './serve-sockets.ts';
import { createRooms, type LiveRooms } from './sync/create-rooms.ts';
import { startUpkeep } from './sync/log-upkeep.ts';
import { openLog } from './sync/open-log.ts';
import type { ContentChanges } from './sync/rooms.ts';
import { openUploads } from './uploads/uploads.ts';
import { keepMissingFrozen } from './versions/keep-frozen.ts';
import { startKeepingVersions } from './versions/keep-versions.ts';

export interface RunningServer {
  port: number;
  /** Lines for the person who started it. */
  welcome: string[];
  deps: Deps;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the built client, null for the interface alone. */
  pagesFolder: string | null;
  isDemo: boolean;
  /** For whoever started it: mails about accounts where none leave the server. */
  print?(text: string): void;
}

const { version } = packageJson;

/** Milliseconds that a stop waits for a mail server; whoever stops the product does not wait longer for theirs. */
const MAIL_WAIT_MS = 3000;

const questionIds = new Set(calls.flatMap((call) => [...questionsOf(call).keys()]));

function waysOf({ oidc, requiresVerifiedEmail }: Config, { delivery }: Mailer): SignInWays {
  return { oidcName: oidc?.name ?? null, requiresVerifiedEmail, delivery };
}

function firstSteps(publicUrl: string, userCount: number): string[] {
  return userCount > 0 ? [] : [`Nobody has an account yet. Create the first one here: ${publicUrl}/sign-up`];
}

/** @throws DatabaseError, ConfigError, or what the system says about the port. */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, base: null });
  const database = openDatabase(config.dataDir);
  try {
    return await startOn(database, log, config, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeRooms(
  database: Database,
  log: Logger,
  { documents, fold }: Pick<ReturnType<typeof openLog>, 'documents' | 'fold'>,
  metrics: Metrics,
  sizes: Config['documentSizes'],
): LiveRooms {
  return createRooms({
    log: documents,
    fold,
    now: Date.now,
    isQuestion: (questionId) => questionIds.has(questionId),
    membershipOf: membershipIn(database),
    onError: (error, proposalId) => log.error({ err: error, proposalId }, 'room'),
    meter: metrics,
    ...(sizes && { sizes }),
  });
}

/** The words are on disk already: a timeline that fails must not take anything else with it. */
function gatherChanges(deps: Pick<Deps, 'database' | 'now' | 'newId' | 'log' | 'jobs'>, rooms: LiveRooms): Flushable {
  const record = (groups: readonly ContentChanges[]) => {
    try {
      recordContentChanges(deps, groups);
    } catch (error) {
      deps.log.error({ err: error }, 'timeline');
    }
  };
  const gatherer = new ChangeGatherer({ record, hint: (proposalId) => rooms.hint(proposalId, 'timeline') });
  const figures = new FigureRecorder({
    ...deps,
    onError: (error) => deps.log.error({ err: error }, 'figure history'),
    // A topic with which the inbox is asked for; what it is about has come over the socket.
    onTold: (proposalId) => rooms.hint(proposalId, 'answers'),
  });
  rooms.onContentChanges((changes) => {
    gatherer.note(changes);
    figures.note(changes);
  });
  return {
    flush() {
      gatherer.flush();
      figures.flush();
    },
  };
}

interface Flushable {
  flush(): void;
}

/** @returns ends it all, in their order. */
function startCare(deps: Deps, rooms: LiveRooms, { memoryMaxBytes }: Config): (() => void | Promise<void>)[] {
  const { database, log } = deps;
  return [
    startKeepingVersions(deps, () => keepMissingFrozen(deps)),
    guardMemory(rooms, log, memoryMaxBytes),
    startUpkeep(database, { log, now: Date.now, rooms }),
    startCopyingBack(database, log),
  ];
}

async function startOn(
  database: Database,
  log: Logger,
  config: Config,
  { pagesFolder, isDemo, print = () => undefined }: StartOptions,
): Promise<RunningServer> {
  const { publicUrl, trustsProxy, commitDelayMs } = config;
  const metrics = new Metrics();
  const { documents, health, fold } = openLog(database, { log, now: Date.now, commitDelayMs });
  const rooms = makeRooms(database, log, { documents, fold }, metrics, config.documentSizes);
  const secret = loadSecret(config.dataDir, config.secret);
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, secret, log });
  const clock = { now: Date.now, newId: uuidv7 };
  const jobs: JobRunner = new JobRunner({ database, log, handlers: () => jobHandlers(deps), ...clock });
  const site = {
    dataDir: config.dataDir,
    version,
    unsubscribeTokens: unsubscribeTokens(secret),
    health: () => health.state(),
  };
  const uploads = openUploads(config);
  const base = { database, rooms, mailer, log, publicUrl, uploads, jobs, site, ...clock };
  const gatherer = gatherChanges(base, rooms);
  const deps: Deps = { ...base, recordChanges: () => gatherer.flush() };
  const mails = createAccountMails(deps, print);
  const ways = waysOf(config, mailer);
  const asksForVerification = ways.requiresVerifiedEmail || ways.delivery === 'smtp';
  const signing = { database, publicUrl, secret };
  const auth = createAuth({
    ...signing,
    requiresVerifiedEmail: config.requiresVerifiedEmail,
    oidc: config.oidc,
    events: accountEvents({ deps, mails, asksForVerification }),
  });
  const isAllowedOrigin = allowedOrigin(publicUrl);
  const isLimited = !config.isTest;
  const app = createApp({
    deps,
    auth,
    guestCookies: createGuestCookies(signing),
    isAllowedOrigin,
    pagesFolder,
    mails,
    ways,
    trustsProxy,
    isLimited,
    health: () => health.state(),
    metrics,
    metricsToken: config.metricsToken,
  });
  const server = serveRequests(app.fetch);
  serveSockets(server, { rooms, auth, database, isAllowedOrigin, metrics, log, trustsProxy, isLimited });
  const end = stopper(server, () => comeToRest({ jobs, rooms, gatherer }));
  jobs.start();
  const demoLines = isDemo ? await loadDemo(deps, auth) : [];
  const port = await listen(server, config);
  const stops = startCare(deps, rooms, config);
  return {
    port,
    welcome: [...firstSteps(publicUrl, countUsers(database.orm)), ...demoLines],
    deps,
    async stop() {
      await end();
      auth.noteUse();
      for (const stop of stops) await stop();
      database.close();
    },
  };
}

function serveRequests(fetch: Parameters<typeof getRequestListener>[0]) {
  const listener = getRequestListener(fetch);
  return createHttpServer((request, response) => void listener(request, response));
}

/** What was accepted is on disk when it resolves; mails that are under way get some seconds. */
async function comeToRest({ jobs, rooms, gatherer }: Resting): Promise<void> {
  const mails = jobs.stop();
  await rooms.drain();
  gatherer.flush();
  await Promise.race([mails, setTimeout(MAIL_WAIT_MS, undefined, { ref: false })]);
}

interface Resting {
  jobs: JobRunner;
  rooms: LiveRooms;
  gatherer: Flushable;
}

function guardMemory(rooms: LiveRooms, log: Logger, maxBytes: number | null): () => void {
  const shed = (state: MemoryState) => {
    log.error(state, 'memory is short: everybody is sent away to come back');
    rooms.shed().catch((error: unknown) => log.error({ err: error }, 'memory'));
  };
  return new MemoryGuard({ read: () => readMemory(maxBytes), now: Date.now, shed }).start();
}
