// What every part of `/api/auth/*` has at hand. These parts name each address of better-auth that is open; all others do not exist.
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Auth } from '../../auth/create-auth.ts';
import { countAttempt, type LimitName } from '../../commands/attempt-limits.ts';
import type { Deps } from '../../commands/deps.ts';
import type { AccountMails } from '../../mail/account-mails.ts';
import { AppError } from '../app-error.ts';
import { clientNetwork } from '../client-address.ts';
import { parseBody } from '../handle-route.ts';
import { readJson } from '../read-body.ts';

/** Bytes. The public key of a passkey with its attestation is the largest. */
const BODY_MAX = 16 * 1024;
/** Characters of a password or an address that are looked at. */
const CREDENTIAL_MAX = 1000;
/** Characters of an address that mail can be sent to (RFC 5321). */
const EMAIL_MAX = 254;

export interface AccountOptions {
  deps: Deps;
  auth: Auth;
  mails: AccountMails;
  trustsProxy: boolean;
  isLimited: boolean;
  requiresVerifiedEmail: boolean;
}

export const credential = z.string().max(CREDENTIAL_MAX);
export const secretSchema = z.string().regex(/^[0-9a-f]{64}$/);
const emailSchema = z.email().max(EMAIL_MAX);

export const accountOf = (email: string): string => email.trim().toLowerCase();
export const isEmail = (text: string): boolean => emailSchema.safeParse(text).success;

export function countFrom({ deps, isLimited, trustsProxy }: AccountOptions, name: LimitName, context: Context): void {
  if (isLimited) countAttempt(deps, name, clientNetwork(context, trustsProxy));
}

export function countFor({ deps, isLimited }: AccountOptions, name: LimitName, account: string): void {
  if (isLimited) countAttempt(deps, name, account);
}

export async function bodyOf<S extends z.ZodType>(context: Context, schema: S): Promise<z.output<S>> {
  return parseBody(schema, await readJson(context.req.raw, BODY_MAX));
}

/** With an account, to change how one signs in to it. */
export async function mustBeSignedIn({ auth }: AccountOptions, context: Context) {
  const person = await auth.personOf(context.req.raw.headers);
  if (!person) throw new AppError('unauthenticated');
  if (person.isGuest) throw new AppError('guest-needs-account');
  return person;
}

/** Goes on after the answer: how long it takes must tell nothing. */
export function afterwards({ deps }: AccountOptions, work: Promise<unknown>): void {
  work.catch((error: unknown) => deps.log.error({ err: error }, 'account'));
}

export interface AccountServer extends AccountOptions {
  app: Hono;
}
