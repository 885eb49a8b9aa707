// Signing up, in and out with a password, and changing it.
import { findAccount } from '@adagia/db/repositories/accounts';
import { personNameSchema } from '@adagia/shared/api/person-name';
import { nextPathOf } from '@adagia/shared/next-path';
import type { Context } from 'hono';
import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../auth/make-better-auth.ts';
import { endOtherSessions } from '../../commands/account.ts';
import { forgiveAttempts } from '../../commands/attempt-limits.ts';
import { recordSignInChange } from '../../commands/record-accounts.ts';
import { maySignUp } from '../../commands/sign-up-policy.ts';
import {
  type AccountServer,
  accountOf,
  afterwards,
  bodyOf,
  countFor,
  countFrom,
  credential,
  isEmail,
  mustBeSignedIn,
} from './account-server.ts';
import { forwarded, presented, refused } from './forward.ts';

// Whether the address and the password will do is said in better-auth's codes: the form knows its words for them.
const signInSchema = z.object({ email: credential, password: credential });
const signUpSchema = signInSchema.extend({ name: personNameSchema, invitation: z.string().max(64).default('') });
/** Who signs up by an invitation goes on with it when their address is confirmed. */
const placeOf = (invitation: string): string => (invitation ? nextPathOf(`/join#${invitation}`) : '');
const changeSchema = z.object({ currentPassword: credential, newPassword: credential });

/** @returns the refusal, null for one that will do. Before anything is hashed. */
export function checkNewPassword(password: string): Response | null {
  if (password.length < PASSWORD_MIN) return refused('PASSWORD_TOO_SHORT');
  return password.length > PASSWORD_MAX ? refused('PASSWORD_TOO_LONG') : null;
}

export function servePassword(server: AccountServer): void {
  const { app, auth, trustsProxy } = server;
  app.post('/api/auth/sign-up/email', (context) => signUp(server, context));
  app.post('/api/auth/sign-in/email', (context) => signIn(server, context));
  app.post('/api/auth/sign-out', async (context) =>
    presented(await auth.handle(forwarded(context, trustsProxy, { path: 'sign-out' }))),
  );
  app.post('/api/auth/change-password', (context) => changePassword(server, context));
}

async function signUp(server: AccountServer, context: Context): Promise<Response> {
  const { auth, trustsProxy, requiresVerifiedEmail } = server;
  countFrom(server, 'sign-up-address', context);
  const { invitation, ...body } = await bodyOf(context, signUpSchema);
  // As better-auth says it for signing in; for signing up it says something that no form could show.
  if (!isEmail(body.email)) return refused('INVALID_EMAIL');
  const wrong = checkNewPassword(body.password);
  if (wrong) return wrong;
  if (!maySignUp(server.deps, { email: body.email, invitation })) return refused('SIGN_UP_BY_INVITATION');
  // Every one of these ends in a mail, whoever has the address already.
  if (requiresVerifiedEmail) countFor(server, 'mail-account', accountOf(body.email));
  const done = auth.handleHashing(
    forwarded(context, trustsProxy, { path: 'sign-up/email', body, next: placeOf(invitation) }),
  );
  if (!requiresVerifiedEmail) return presented(await done);
  afterwards(server, done);
  return Response.json({ ok: true, mustVerify: true }, { headers: { 'cache-control': 'no-store' } });
}

async function signIn(server: AccountServer, context: Context): Promise<Response> {
  const { auth, deps, trustsProxy } = server;
  countFrom(server, 'sign-in-address', context);
  const body = await bodyOf(context, signInSchema);
  const account = accountOf(body.email);
  // Counted before the password is looked at: a hundred guesses at once must not all find the count at nought.
  countFor(server, 'sign-in-account', account);
  const response = await auth.handleHashing(forwarded(context, trustsProxy, { path: 'sign-in/email', body }));
  if (response.ok) forgiveAttempts(deps, 'sign-in-account', account);
  return presented(response, ['twoFactorRedirect']);
}

/** Everybody else who is signed in as this person is so no more: that is why passwords are changed. */
async function changePassword(server: AccountServer, context: Context): Promise<Response> {
  const { auth, deps, mails, trustsProxy } = server;
  const person = await mustBeSignedIn(server, context);
  countFor(server, 'sign-in-account', person.email);
  const body = await bodyOf(context, changeSchema);
  const wrong = checkNewPassword(body.newPassword);
  if (wrong) return wrong;
  const response = await auth.handleHashing(forwarded(context, trustsProxy, { path: 'change-password', body }));
  if (!response.ok) return presented(response);
  forgiveAttempts(deps, 'sign-in-account', person.email);
  endOtherSessions(deps, person);
  recordSignInChange(deps, person.userId, 'sign-in.changed', 'password');
  const user = findAccount(deps.database.orm, person.userId);
  if (user) mails.send('passwordChanged', { ...user, language: context.req.header('accept-language') });
  return presented(response);
}
