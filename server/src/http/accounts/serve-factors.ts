// The second factor (codes of an app, recovery codes) and passkeys. What turns one on or off asks for the password again, or for a
// session that is less than a day old (better-auth's own rule for passkeys).
import { nameSchema } from '@adagia/shared/api/names';
import type { Context } from 'hono';
import { z } from 'zod';
import { forgiveAttempts } from '../../commands/attempt-limits.ts';
import { recordSignInChange } from '../../commands/record-accounts.ts';
import { type AccountServer, bodyOf, countFor, countFrom, credential, mustBeSignedIn } from './account-server.ts';
import { forwarded, presented } from './forward.ts';

const passwordSchema = z.object({ password: credential });
const codeSchema = z.object({ code: z.string().trim().max(20), trustDevice: z.boolean().optional() });
/** What the browser's authenticator says; better-auth checks it. */
const responseSchema = z.record(z.string(), z.unknown());

export function serveFactors(server: AccountServer): void {
  // On from the first right code on.
  withPassword(server, 'two-factor/enable', { fields: ['totpURI', 'backupCodes'], kind: 'sign-in.added' });
  withPassword(server, 'two-factor/disable', { fields: [], kind: 'sign-in.removed' });
  withPassword(server, 'two-factor/generate-backup-codes', { fields: ['backupCodes'], kind: 'sign-in.changed' });
  withCode(server, 'two-factor/verify-totp');
  withCode(server, 'two-factor/verify-backup-code');
  servePasskeys(server);
}

interface Protected {
  /** Of the answer. */
  fields: readonly string[];
  /** For the record of rights. */
  kind: Parameters<typeof recordSignInChange>[2];
}

function withPassword(server: AccountServer, path: string, { fields, kind }: Protected): void {
  const { app, auth, deps, trustsProxy } = server;
  app.post(`/api/auth/${path}`, async (context: Context) => {
    const { email, userId } = await mustBeSignedIn(server, context);
    countFor(server, 'sign-in-account', email);
    const body = await bodyOf(context, passwordSchema);
    const response = await auth.handleHashing(forwarded(context, trustsProxy, { path, body }));
    if (!response.ok) return presented(response);
    forgiveAttempts(deps, 'sign-in-account', email);
    recordSignInChange(deps, userId, kind, 'second-factor');
    return presented(response, fields);
  });
}

/** The second step of signing in, which its cookie names, or the first code when it is turned on. */
function withCode(server: AccountServer, path: string): void {
  const { app, auth, trustsProxy } = server;
  app.post(`/api/auth/${path}`, async (context: Context) => {
    countFrom(server, 'code-address', context);
    const body = await bodyOf(context, codeSchema);
    return presented(await auth.handle(forwarded(context, trustsProxy, { path, body })));
  });
}

function servePasskeys(server: AccountServer): void {
  const { app, auth, trustsProxy } = server;
  // Challenges are written down: asked for by a POST, so that no other page can make a browser ask for them.
  for (const path of ['passkey/generate-register-options', 'passkey/generate-authenticate-options']) {
    app.post(`/api/auth/${path}`, async (context: Context) => {
      countFrom(server, 'code-address', context);
      const response = await auth.handle(forwarded(context, trustsProxy, { path, method: 'GET' }));
      return response.ok ? response : presented(response);
    });
  }
  changePasskeys(
    server,
    'passkey/verify-registration',
    z.object({ response: responseSchema, name: nameSchema }),
    'sign-in.added',
  );
  changePasskeys(server, 'passkey/delete-passkey', z.object({ id: z.string().max(100) }), 'sign-in.removed');
  app.post('/api/auth/passkey/verify-authentication', async (context) => {
    countFrom(server, 'sign-in-address', context);
    const body = await bodyOf(context, z.object({ response: responseSchema }));
    return presented(
      await auth.handle(forwarded(context, trustsProxy, { path: 'passkey/verify-authentication', body })),
    );
  });
}

function changePasskeys(server: AccountServer, path: string, schema: z.ZodType<object>, kind: Protected['kind']): void {
  const { app, auth, deps, trustsProxy } = server;
  app.post(`/api/auth/${path}`, async (context: Context) => {
    const { userId } = await mustBeSignedIn(server, context);
    const body = await bodyOf(context, schema);
    const response = await auth.handle(forwarded(context, trustsProxy, { path, body }));
    if (response.ok) recordSignInChange(deps, userId, kind, 'passkey');
    return presented(response);
  });
}
