// Signing in by another program: away to its page, and back with a code. Where it leads afterwards is a path of our own, so that no
// link can send people elsewhere.
import { nextPathSchema } from '@adagia/shared/next-path';
import type { Context } from 'hono';
import { z } from 'zod';
import { OIDC_ID } from '../../auth/oidc.ts';
import { AppError } from '../app-error.ts';
import { type AccountServer, bodyOf, countFrom } from './account-server.ts';
import { forwarded, presented, refused } from './forward.ts';

const startSchema = z.object({
  next: nextPathSchema.default('/'),
});

/** Of what the provider sends back; each is looked at by better-auth. */
const answered = ['code', 'state', 'iss', 'error', 'error_description'] as const;

/** Where none is set there is no such address: only where there is one can it be out of reach. */
function assertProvider({ auth }: AccountServer): void {
  if (!auth.hasProvider) throw new AppError('not-found');
}

export function serveOidc(server: AccountServer): void {
  const { app, auth, trustsProxy, deps } = server;

  app.post('/api/auth/sign-in/oidc', async (context) => {
    assertProvider(server);
    countFrom(server, 'sign-in-address', context);
    const { next } = await bodyOf(context, startSchema);
    const callbackURL = deps.publicUrl + next;
    const body = {
      provider: OIDC_ID,
      callbackURL,
      errorCallbackURL: `${deps.publicUrl}/sign-in`,
      disableRedirect: true,
    };
    const response = await auth.handleOidc(forwarded(context, trustsProxy, { path: 'sign-in/social', body }));
    return response ? presented(response, ['url']) : refused('PROVIDER_UNREACHABLE', 502);
  });

  app.get(`/api/auth/callback/${OIDC_ID}`, async (context: Context) => {
    assertProvider(server);
    countFrom(server, 'sign-in-address', context);
    const query: Record<string, string> = {};
    for (const name of answered) {
      const value = context.req.query(name);
      if (value !== undefined) query[name] = value;
    }
    const path = `callback/${OIDC_ID}`;
    const response = await auth.handleOidc(forwarded(context, trustsProxy, { path, method: 'GET', query }));
    const headers = new Headers({ 'cache-control': 'no-store' });
    headers.set('location', response?.headers.get('location') ?? `${deps.publicUrl}/sign-in?error=unreachable`);
    for (const cookie of response?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
    return new Response(null, { status: 302, headers });
  });
}
