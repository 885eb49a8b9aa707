// `/api/auth/*`: every way to sign in, by better-auth. Only the addresses named in these files are open; what comes in is checked and
// counted first, since it knows no bounds for names and cannot count attempts on one account.
import type { Hono } from 'hono';
import type { AccountOptions } from './account-server.ts';
import { serveFactors } from './serve-factors.ts';
import { serveLinks } from './serve-links.ts';
import { serveOidc } from './serve-oidc.ts';
import { servePassword } from './serve-password.ts';

export function serveAccounts(app: Hono, options: AccountOptions): void {
  // An address with a code or a state in it is told to nobody.
  app.use('/api/auth/*', async (context, next) => {
    await next();
    context.header('referrer-policy', 'no-referrer');
  });
  const server = { ...options, app };
  servePassword(server);
  serveLinks(server);
  serveFactors(server);
  serveOidc(server);
}
