// The whole server as one value that can be started and stopped: by main.ts, and by tests on a port of their own.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { openDatabase } from '@adagia/db/open-database';
import { countUsers, findMember } from '@adagia/db/repositories/members';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { personColour } from '@adagia/shared/person-colour';
import { calls } from '@adagia/shared/programme/calls';
import { can, roleSchema } from '@adagia/shared/roles';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { createAuth } from './auth/create-auth.ts';
import type { Deps } from './commands/deps.ts';
import { recordContentChanges } from './commands/timeline.ts';
import { loadSecret } from './config/load-secret.ts';
import type { Config } from './config/read-config.ts';
import { loadDemo } from './demo/load-demo.ts';
import { allowedOrigin } from './http/allowed-origin.ts';
import { createApp } from './http/create-app.ts';
import { createMailer } from './mail/mailer.ts';
import { attachSync } from './sync/attach-sync.ts';
import { createRooms } from './sync/create-rooms.ts';
import { delayedLog } from './sync/delayed-log.ts';
import { DamagedLogError, type DocumentLog, StaleEpochError } from './sync/document-log.ts';
import { hintThrottle } from './sync/hint-throttle.ts';

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
}

const questionIds = new Set(calls.flatMap((call) => [...questionsOf(call).keys()]));

function firstSteps(publicUrl: string, userCount: number): string[] {
  return userCount > 0 ? [] : [`Nobody has an account yet. Create the first one here: ${publicUrl}/sign-up`];
}

/** @throws DatabaseError, ConfigError, or what the system says about the port. */
export async function startServer(config: Config, { pagesFolder, isDemo }: StartOptions): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, base: null });
  const database = openDatabase(config.dataDir);
  const membershipOf = (proposalId: string, userId: string) => {
    const member = findMember(database.orm, proposalId, userId);
    if (!member) return null;
    const canWrite = can(roleSchema.parse(member.role), 'content.write');
    return { canWrite, organisationId: member.organisationId as OrganisationId | null };
  };
  const sqlite: DocumentLog = sqliteDocumentLog(database, {
    stale: (documentId) => new StaleEpochError(documentId),
    damaged: (documentId, seq) => new DamagedLogError(documentId, seq),
  });
  const rooms = createRooms({
    log: config.commitDelayMs > 0 ? delayedLog(sqlite, config.commitDelayMs) : sqlite,
    now: Date.now,
    isQuestion: (questionId) => questionIds.has(questionId),
    membershipOf,
    onError: (error, proposalId) => log.error({ err: error, proposalId }, 'room'),
  });
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, database, log });
  const deps: Deps = { database, rooms, mailer, log, publicUrl: config.publicUrl, now: Date.now, newId: uuidv7 };
  const tellTimeline = hintThrottle((proposalId) => rooms.hint(proposalId as ProposalId, 'timeline'));
  rooms.onContentChanges((changes) => {
    recordContentChanges(deps, changes);
    tellTimeline(changes.proposalId);
  });
  const secret = loadSecret(config.dataDir, config.secret);
  const auth = createAuth({ database, publicUrl: config.publicUrl, secret, isTest: config.isTest });
  const isAllowedOrigin = allowedOrigin(config.publicUrl);
  const endSession = (sessionId: string) => rooms.endSession(sessionId);
  const app = createApp({ deps, auth, isAllowedOrigin, pagesFolder, endSession });
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  attachSync(server, {
    rooms,
    authenticate: (request) => auth.personOf(headersOf(request)),
    membership: membershipOf,
    isAllowedOrigin,
    colourOf: personColour,
    onError: (error) => log.error({ err: error }, 'socket'),
    now: Date.now,
  });
  const demoLines = isDemo ? await loadDemo(deps, auth) : [];
  try {
    const port = await listen(server, config);
    const welcome = [...firstSteps(config.publicUrl, countUsers(database.orm)), ...demoLines];
    return {
      port,
      welcome,
      deps,
      stop: () => stop(server, [rooms.drain, mailer.settled], () => database.close(), rooms),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function headersOf(request: IncomingMessage): Headers {
  const { cookie, host } = request.headers;
  return new Headers({ ...(cookie && { cookie }), ...(host && { host }) });
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Sockets first, so that what people typed is on disk; then requests; then the database. */
async function stop(server: Server, waits: (() => Promise<void>)[], close: () => void, rooms: object): Promise<void> {
  for (const wait of waits) await wait.call(rooms);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  server.closeAllConnections();
  await closed;
  close();
}
