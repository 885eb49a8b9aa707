// The HTTP side as one Hono app: health, accounts, the REST contract, and the pages. Order matters: the first match answers.
import { Hono } from 'hono';
import type { Auth } from '../auth/create-auth.ts';
import type { Deps } from '../commands/deps.ts';
import { exportProposal } from '../commands/export-proposal.ts';
import { AppError } from './app-error.ts';
import { problemResponse } from './problem-response.ts';
import { registerRoutes } from './routes.ts';
import { servePages } from './serve-pages.ts';

export interface AppOptions {
  deps: Deps;
  auth: Auth;
  isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** Folder of the built client; null in tests of the interface alone. */
  pagesFolder: string | null;
  endSession(sessionId: string): void;
}

export function createApp({ deps, auth, isAllowedOrigin, pagesFolder, endSession }: AppOptions): Hono {
  const app = new Hono();
  app.onError((error) => problemResponse(error, deps.log));

  app.get('/healthz', (context) => context.json({ ok: true }));

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

  app.on(['GET', 'POST'], '/api/auth/*', async (context) => {
    const isSignOut = context.req.path.endsWith('/sign-out');
    const person = isSignOut ? await auth.personOf(context.req.raw.headers) : null;
    const response = await auth.handle(context.req.raw);
    if (person && response.ok) endSession(person.sessionId);
    return response;
  });

  registerRoutes({ app, personOf: auth.personOf }, deps);
  app.get('/api/proposals/:proposalId/export', async (context) => {
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
