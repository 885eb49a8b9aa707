// `/api/auth/*`: signing up, in and out, by better-auth. Only these addresses of it are open; what comes in is checked and
// counted here first, since it knows no bounds for names and cannot count attempts on one account.
import { personNameSchema } from '@adagia/shared/api/person-name';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Auth } from '../auth/create-auth.ts';
import { countAttempt, forgiveAttempts } from '../commands/attempt-limits.ts';
import type { Deps } from '../commands/deps.ts';
import { clientNetwork } from './client-address.ts';
import { parseBody } from './handle-route.ts';
import { readJson } from './read-body.ts';

/** Bytes. */
const BODY_MAX = 16 * 1024;
/** Characters of a password or an address that are looked at. */
const CREDENTIAL_MAX = 1000;
/** Characters of an address that mail can be sent to (RFC 5321). */
const EMAIL_MAX = 254;

// Whether the address and the password will do is better-auth's to say: the form knows its words for it.
const signInSchema = z.object({ email: z.string().max(CREDENTIAL_MAX), password: z.string().max(CREDENTIAL_MAX) });
const signUpSchema = signInSchema.extend({ name: personNameSchema });

export interface AccountOptions {
  deps: Deps;
  auth: Auth;
  trustsProxy: boolean;
  isLimited: boolean;
  endSession(sessionId: string): void;
}

/** As better-auth says it for signing in; for signing up it says something that no form could show. */
function invalidEmail(): Response {
  return Response.json({ code: 'INVALID_EMAIL', message: 'Invalid email' }, { status: 400 });
}

/** The same request with the checked body. */
function withBody({ url, headers }: Request, body: object): Request {
  const kept = new Headers(headers);
  kept.delete('content-length');
  kept.delete('transfer-encoding');
  kept.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers: kept, body: JSON.stringify(body) });
}

/** The session travels in its cookie alone, where no script reads it. Refusals keep better-auth's codes. */
function withoutToken(response: Response): Response {
  if (!response.ok) return response;
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response('{"ok":true}', { headers });
}

export function serveAccounts(app: Hono, { deps, auth, trustsProxy, isLimited, endSession }: AccountOptions): void {
  const count = (name: Parameters<typeof countAttempt>[1], who: string) => {
    if (isLimited) countAttempt(deps, name, who);
  };

  app.post('/api/auth/sign-up/email', async (context: Context) => {
    count('sign-up-address', clientNetwork(context, trustsProxy));
    const body = parseBody(signUpSchema, await readJson(context.req.raw, BODY_MAX));
    if (!z.email().max(EMAIL_MAX).safeParse(body.email).success) return invalidEmail();
    return withoutToken(await auth.handle(withBody(context.req.raw, body)));
  });

  app.post('/api/auth/sign-in/email', async (context: Context) => {
    count('sign-in-address', clientNetwork(context, trustsProxy));
    const body = parseBody(signInSchema, await readJson(context.req.raw, BODY_MAX));
    const account = body.email.trim().toLowerCase();
    // Counted before the password is looked at: a hundred guesses at once must not all find the count at nought.
    count('sign-in-account', account);
    const response = await auth.handle(withBody(context.req.raw, body));
    if (response.ok) forgiveAttempts(deps, 'sign-in-account', account);
    return withoutToken(response);
  });

  app.post('/api/auth/sign-out', async ({ req }) => {
    const person = await auth.personOf(req.raw.headers);
    const response = await auth.handle(withBody(req.raw, {}));
    if (person && response.ok) endSession(person.sessionId);
    return withoutToken(response);
  });
}
