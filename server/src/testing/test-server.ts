// The whole server on a port and a data folder of its own, and people who use it over HTTP and sockets, as tests see it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyRoute, pathOf } from '@adagia/shared/api/route';
import { readConfig } from '../config/read-config.ts';
import { type RunningServer, startServer } from '../start-server.ts';

export interface TestPerson {
  name: string;
  cookie: string;
  call(route: AnyRoute, params: object, body?: object): Promise<{ status: number; json: never }>;
}

export interface TestServer extends RunningServer {
  url: string;
  dataDir: string;
  signUp(name: string): Promise<TestPerson>;
  /** Somebody who is not signed in. */
  withoutAccount(): TestPerson;
  /** Whoever these cookies belong to. */
  withCookie(name: string, cookie: string): TestPerson;
  /** Stops it and starts it again on the same data. */
  restart(): Promise<TestServer>;
  dispose(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export async function startTestServer(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-test-')),
): Promise<TestServer> {
  // Chosen before where somebody else must know it.
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ADAGIA_TEST_HOOKS: '1',
  };
  const server = await startServer(readConfig({ ...settings, ...env }), { pagesFolder: null, isDemo: false });
  const url = `http://localhost:${port}`;
  return {
    ...server,
    url,
    dataDir,
    signUp: (name) => signUp(url, name),
    withoutAccount: () => personWith(url, 'Nobody', ''),
    withCookie: (name, cookie) => personWith(url, name, cookie),
    async restart() {
      await server.stop();
      return startTestServer(env, dataDir);
    },
    async dispose() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function signUp(url: string, name: string): Promise<TestPerson> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, email: emailOf(name), password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-up of ${name}: ${response.status}`);
  return personWith(url, name, cookieOf(response));
}

/** What the next request sends back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

export function personWith(url: string, name: string, cookie: string): TestPerson {
  return {
    name,
    cookie,
    async call(route, params, body) {
      const isGet = route.method === 'GET';
      const query = isGet && body ? `?${new URLSearchParams(body as Record<string, string>).toString()}` : '';
      const answer = await fetch(url + pathOf(route, params as Record<string, string>) + query, {
        method: route.method,
        headers: { cookie, ...(!isGet && { 'content-type': 'application/json' }) },
        ...(!isGet && { body: JSON.stringify(body ?? {}) }),
      });
      return { status: answer.status, json: (await answer.json()) as never };
    },
  };
}

/** Of everybody here. */
export const PASSWORD = 'a long password';
export const emailOf = (name: string): string => `${name.toLowerCase()}@example.org`;

export const newProposal = {
  callId: 'KA220-2026',
  sector: 'ADU',
  title: 'Next Door Online',
  organisation: { legalName: 'Thalassa Learning Network', country: 'EL' },
};
