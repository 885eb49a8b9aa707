// Which addresses the server has: those of the contract, which authorisation.test.ts goes through, and the few beside it, by name.
import type { AnyRoute } from '@adagia/shared/api/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth } from '../auth/create-auth.ts';
import { createGuestCookies } from '../auth/guest-cookies.ts';
import { Metrics } from '../metrics.ts';
import { AUTH_PATHS } from '../testing/auth-paths.ts';
import { contract } from '../testing/contract.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { createApp } from './create-app.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const noAuth: Auth = {
  handle: async () => new Response(),
  handleHashing: async () => new Response(),
  hasProvider: false,
  handleOidc: async () => null,
  personOf: async () => null,
  noteUse: () => undefined,
  hashPassword: async () => '',
  confirm: async () => 'ok',
  signUp: async () => '',
};

const isRoute = (one: unknown): one is Pick<AnyRoute, 'method' | 'path'> =>
  typeof one === 'object' && one !== null && 'path' in one && 'needs' in one;

test('the server has no address that is neither in the contract nor known here', () => {
  const app = createApp({
    deps: server.deps,
    auth: noAuth,
    guestCookies: createGuestCookies({ database: server.deps.database, publicUrl: server.url, secret: '' }),
    mails: { send: () => undefined },
    ways: { oidcName: null, requiresVerifiedEmail: false, delivery: 'mailbox' },
    isAllowedOrigin: () => true,
    pagesFolder: null,
    trustsProxy: false,
    isLimited: false,
    health: () => ({ storage: 'ok', damagedRows: 0 }),
    metrics: new Metrics(),
    metricsToken: null,
  });
  const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const served = app.routes.filter(({ method }) => method !== 'ALL').map(nameOf);
  const known = (Object.values(contract) as unknown[]).filter(isRoute).map(nameOf);
  const beside = [
    // Mail programs unsubscribe there, by the signature in the address.
    'GET /api/unsubscribe/:token',
    'POST /api/unsubscribe/:token',
    'GET /healthz',
    'GET /metrics',
    ...AUTH_PATHS.map((path) => `POST /api/auth/${path}`),
    'GET /api/auth/callback/oidc',
    'POST /api/proposals/:proposalId/organisations/:organisationId/documents',
    'GET /api/proposals/:proposalId/organisations/:organisationId/documents/:documentId',
    'POST /api/proposals/:proposalId/packages/check',
    'GET /api/proposals/:proposalId/packages/:packageId/file',
  ];
  expect(served.sort()).toEqual([...known, ...beside].sort());
});
