// The HTTP side as one Hono app: health, accounts, the REST contract, and the pages. Order matters: the first match answers.
import type { SignInWays } from '@adagia/shared/api/account';
import { exportProposal as exportRoute } from '@adagia/shared/api/people';
import { Hono } from 'hono';
import type { Auth } from '../auth/create-auth.ts';
import type { GuestCookies } from '../auth/guest-cookies.ts';
import type { Deps } from '../commands/deps.ts';
import { exportProposal } from '../commands/export-proposal.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import type { Metrics } from '../metrics.ts';
import type { StorageState } from '../sync/storage-health.ts';
import { registerAccount } from './account-routes.ts';
import { serveAccounts } from './accounts/serve-accounts.ts';
import { AppError } from './app-error.ts';
import { serveOneClick } from './notice-routes.ts';
import { problemResponse } from './problem-response.ts';
import { registerRoutes } from './routes.ts';
import { serveDocuments } from './serve-documents.ts';
import { serveGuests } from './serve-guests.ts';
import { serveMetrics } from './serve-metrics.ts';
import { servePackages } from './serve-packages.ts';
import { servePages } from './serve-pages.ts';

export interface AppOptions {
  deps: Deps;
  auth: Auth;
  guestCookies: GuestCookies;
  isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** Folder of the built client; null in tests of the interface alone. */
  pagesFolder: string | null;
  mails: AccountMails;
  ways: SignInWays;
  /** X-Forwarded-For says who asks. */
  trustsProxy: boolean;
  /** Attempts to sign in and up are counted. */
  isLimited: boolean;
  /** Told with `GET /healthz`. It stays a 200 while storage fails: what is there can still be read. */
  health(): StorageState;
  metrics: Metrics;
  /** null: nobody may read them. */
  metricsToken: string | null;
}

export function createApp(options: AppOptions): Hono {
  const { deps, auth, isAllowedOrigin, pagesFolder, health } = options;
  const { metrics, metricsToken } = options;
  const app = new Hono();
  app.onError((error, { req }) =>
    problemResponse(error, deps.log, (code) => {
      metrics.requestRefused(code);
      // The pattern, not the address: whatever somebody writes into an address stays out of the log.
      deps.log.info({ code, method: req.method, route: req.routePath }, 'request refused');
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    if (!context.res.headers.has('referrer-policy')) context.header('referrer-policy', 'same-origin');
  });

  app.get('/healthz', (context) => context.json({ ok: true, ...health() }));
  serveMetrics(app, metrics, metricsToken);

  serveOneClick(app, deps, deps.site.unsubscribeTokens);

  // A page of another site can make a browser send our cookie, but not our Origin.
  app.use('/api/*', async (context, next) => {
    const { method } = context.req;
    if (
      method !== 'GET' &&
      method !== 'HEAD' &&
      !isAllowedOrigin(context.req.header('origin'), context.req.header('host'))
    ) {
      throw new AppError('foreign-origin');
    }
    await next();
  });

  const routes = { app, personOf: auth.personOf };
  // In front of the accounts: it looks at their answers.
  serveGuests(app, options);
  serveAccounts(app, { ...options, requiresVerifiedEmail: options.ways.requiresVerifiedEmail });
  registerAccount(routes, options);
  registerRoutes(routes, deps);
  serveDocuments(routes, deps);
  servePackages(routes, deps);
  app.get(exportRoute.path, async (context) => {
    const person = await auth.personOf(context.req.raw.headers);
    if (!person) throw new AppError('unauthenticated');
    const { file, name } = await exportProposal(deps, person, context.req.param('proposalId'));
    return context.body(JSON.stringify(file, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
      'cache-control': 'no-store',
    });
  });
  app.all('/api/*', () => {
    throw new AppError('not-found');
  });

  if (pagesFolder) servePages(app, pagesFolder);
  return app;
}
