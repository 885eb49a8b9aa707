// What goes by mail: a link to sign in, a new password, a confirmed address. Asking is answered alike, and at once, for everybody; what
// is asked for is looked up afterwards. A link is redeemed by a request that only a person's click makes, once.
import { findAccountByEmail } from '@adagia/db/repositories/accounts';
import { nextPathSchema } from '@adagia/shared/next-path';
import type { Context } from 'hono';
import { z } from 'zod';
import { issueMailToken } from '../../auth/mail-token.ts';
import { type Asking, confirmNewEmail, sendVerification, verifyEmail } from '../../commands/account-emails.ts';
import { confirmAccount } from '../../commands/become-account.ts';
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

/** `next`: where the person was about to go; the link in the mail leads on to there. */
const askSchema = z.object({ email: credential, next: z.union([z.literal(''), nextPathSchema]).default('') });
const tokenSchema = z.object({ token: secretSchema });
const resetSchema = tokenSchema.extend({ newPassword: credential });

export function serveLinks(server: AccountServer): void {
  const { app, auth, deps, mails, trustsProxy } = server;
  ask(server, 'sign-in/magic-link', async ({ email, next }, context) => {
    const body = { email, metadata: { next } };
    await auth.handle(forwarded(context, trustsProxy, { path: 'sign-in/magic-link', body }));
  });
  ask(server, 'request-password-reset', async (asked) => sendReset(server, asked));
  ask(server, 'send-verification-email', async ({ email, ...asking }) => {
    const user = findAccountByEmail(deps.database.orm, email);
    if (user && !user.emailVerified) sendVerification({ deps, mails }, user, asking);
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
  app.post('/api/auth/become-account', async (context) => {
    countFrom(server, 'code-address', context);
    const { token } = await bodyOf(context, tokenSchema);
    return confirmAccount(deps, token) ? accepted() : refused('INVALID_TOKEN');
  });
}

interface Asked extends Asking {
  email: string;
}

/** A link that does not work is answered with a redirect to where better-auth would show that. */
function redeemed(response: Response): Response | Promise<Response> {
  return response.status === 302 ? refused('INVALID_TOKEN') : presented(response, ['twoFactorRedirect']);
}

function ask(server: AccountServer, path: string, work: (asked: Asked, context: Context) => Promise<void>): void {
  server.app.post(`/api/auth/${path}`, async (context: Context) => {
    countFrom(server, 'mail-address', context);
    const { email: typed, next } = await bodyOf(context, askSchema);
    const email = accountOf(typed);
    if (!isEmail(email)) return refused('INVALID_EMAIL');
    countFor(server, 'mail-account', email);
    afterwards(server, work({ email, next, language: context.req.header('accept-language') }, context));
    return accepted();
  });
}

async function sendReset({ deps, mails }: AccountServer, { email, language, next = '' }: Asked): Promise<void> {
  const user = findAccountByEmail(deps.database.orm, email);
  if (!user) return mails.send('unknown', { email, name: '', language });
  mails.send('reset', { ...user, language }, (tx) => {
    return { ...issueMailToken(tx, deps, 'reset-password', user.id), next };
  });
}
