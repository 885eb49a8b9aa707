// What goes by mail: a link to sign in, a new password, a confirmed address. Asking is answered alike, and at once, for everybody; what
// is asked for is looked up afterwards. A link is redeemed by a request that only a person's click makes, once.
import { findAccountByEmail } from '@adagia/db/repositories/accounts';
import type { Context } from 'hono';
import { z } from 'zod';
import { issueMailToken } from '../../auth/mail-token.ts';
import { confirmNewEmail, sendVerification, verifyEmail } from '../../commands/account-emails.ts';
import {
  type AccountServer,
  accountOf,
  afterwards,
  bodyOf,
  countFor,
  countFrom,
  credential,
  isEmail,
  secretSchema,
} from './account-server.ts';
import { accepted, forwarded, presented, refused } from './forward.ts';
import { checkNewPassword } from './serve-password.ts';

const askSchema = z.object({ email: credential });
const tokenSchema = z.object({ token: secretSchema });
const resetSchema = tokenSchema.extend({ newPassword: credential });

export function serveLinks(server: AccountServer): void {
  const { app, auth, deps, mails, trustsProxy } = server;
  ask(server, 'sign-in/magic-link', async (email, context) => {
    await auth.handle(forwarded(context, trustsProxy, { path: 'sign-in/magic-link', body: { email } }));
  });
  ask(server, 'request-password-reset', async (email, context) => sendReset(server, email, context));
  ask(server, 'send-verification-email', async (email, context) => {
    const user = findAccountByEmail(deps.database.orm, email);
    const language = context.req.header('accept-language');
    if (user && !user.emailVerified) sendVerification({ deps, mails }, user, language);
  });

  app.post('/api/auth/magic-link/verify', async (context) => {
    countFrom(server, 'code-address', context);
    const query = await bodyOf(context, tokenSchema);
    return redeemed(
      await auth.handle(forwarded(context, trustsProxy, { path: 'magic-link/verify', method: 'GET', query })),
    );
  });
  app.post('/api/auth/reset-password', async (context) => {
    countFrom(server, 'code-address', context);
    const body = await bodyOf(context, resetSchema);
    const wrong = checkNewPassword(body.newPassword);
    if (wrong) return wrong;
    return presented(await auth.handleHashing(forwarded(context, trustsProxy, { path: 'reset-password', body })));
  });
  app.post('/api/auth/verify-email', async (context) => {
    countFrom(server, 'code-address', context);
    const { token } = await bodyOf(context, tokenSchema);
    return verifyEmail(deps, token) ? accepted() : refused('INVALID_TOKEN');
  });
  app.post('/api/auth/change-email', async (context) => {
    countFrom(server, 'code-address', context);
    const { token } = await bodyOf(context, tokenSchema);
    return confirmNewEmail({ deps, mails }, token) ? accepted() : refused('INVALID_TOKEN');
  });
}

/** A link that does not work is answered with a redirect to where better-auth would show that. */
function redeemed(response: Response): Response | Promise<Response> {
  return response.status === 302 ? refused('INVALID_TOKEN') : presented(response, ['twoFactorRedirect']);
}

function ask(server: AccountServer, path: string, work: (email: string, context: Context) => Promise<void>): void {
  server.app.post(`/api/auth/${path}`, async (context: Context) => {
    countFrom(server, 'mail-address', context);
    const email = accountOf((await bodyOf(context, askSchema)).email);
    if (!isEmail(email)) return refused('INVALID_EMAIL');
    countFor(server, 'mail-account', email);
    afterwards(server, work(email, context));
    return accepted();
  });
}

async function sendReset({ deps, mails }: AccountServer, email: string, context: Context): Promise<void> {
  const language = context.req.header('accept-language');
  const user = findAccountByEmail(deps.database.orm, email);
  if (!user) return mails.send('unknown', { email, name: '', language });
  const link = deps.database.transaction((tx) => issueMailToken(tx, deps, 'reset-password', user.id));
  mails.send('reset', { ...user, language }, link);
}
