// better-auth with every way to sign in that is offered, and what of its defaults is not ours. Only create-auth.ts asks for it.
//
// What was looked up (its issues and advisories), and is settled here: a link in a mail asks for the second factor too (#9552, #11287: it
// does not by itself); tokens are kept as hashes (they are plain by default); whoever confirms the address of an account that was
// never confirmed takes it over without anything that somebody else has put into it before; providers only link confirmed addresses.
import { authTables } from '@adagia/db/auth-tables';
import type { Database } from '@adagia/db/open-database';
import { nextPathOf } from '@adagia/shared/next-path';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { OidcConfig } from '../config/read-config.ts';
import { lifeMs, newSecret } from './mail-token.ts';
import { oidcPlugin } from './oidc.ts';

export const DAY_SECONDS = 24 * 60 * 60;
/** Characters. Ours to check before, so that no hash is computed in vain. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** Under this name `http/accounts` says where a request comes from: better-auth believes any other header that anybody sends. */
export const ADDRESS_HEADER = 'x-adagia-address';
/** Under this one where the person was about to go: no header of a browser is passed on under it. */
export const NEXT_HEADER = 'x-adagia-next';

/** What happens that others must be told of. */
export interface AuthEvents {
  /** Both after it is stored: in the same request, before it is answered. */
  accountCreated(userId: string, language: string | null): void;
  sessionStarted(userId: string, language: string | null): void;
  /** false: the account is shut, nobody comes in by it. */
  mayStartSession(userId: string): boolean;
  /** Whether somebody without an account gets one by signing in with another program. */
  mayComeByProvider(email: string): boolean;
  /** Signed out, or ended from another place. */
  sessionEnded(sessionId: string): void;
  /** The browser has the cookie of another session of the same person from now on. */
  sessionReplaced(sessionId: string, by: string): void;
  /** A link to sign in is asked for, by somebody who has an account or not. */
  linkAsked(email: string, token: string, asking: Asking): void;
  /** A new account whose address is not confirmed. */
  signedUp(user: AuthUser, asking: Asking): void;
  /** Somebody wants an account for an address that has one. */
  signedUpAgain(user: AuthUser, language: string | null): void;
  /** By a link in a mail. */
  passwordReset(user: AuthUser): void;
  /** The mailbox's owner has come in by a link, into an account whose address was not confirmed before. */
  claimed(userId: string): void;
}

/** Who asks: the languages of their browser, and where they were about to go ('' for nowhere). */
export interface Asking {
  language: string | null;
  next: string;
}

export interface AuthUser {
  id: string;
  name: string;
  email: string;
}

export interface BetterAuthOptions {
  database: Database;
  publicUrl: string;
  secret: string;
  requiresVerifiedEmail: boolean;
  /** null: without signing in by another program. */
  oidc: OidcConfig | null;
  events: AuthEvents;
}

type Asked = Pick<Request, 'headers'> | null | undefined;
const languageOf = (request: Asked): string | null => request?.headers.get('accept-language') ?? null;
const askingOf = (request: Asked): Asking => {
  return { language: languageOf(request), next: nextPathOf(request?.headers.get(NEXT_HEADER)) };
};

/** Its own hook knows passwords only. Without a redirect in the answer hooks run, so the link is redeemed without one. */
function secondFactor() {
  const plugin = twoFactor({ issuer: 'Adagia', totpOptions: { digits: 6, period: 30 } });
  for (const hook of plugin.hooks.after) {
    const isPassword = hook.matcher.bind(hook);
    hook.matcher = (context) => isPassword(context) || context.path === '/magic-link/verify';
  }
  return plugin;
}

function databaseHooks(events: AuthEvents) {
  return {
    session: {
      create: {
        before: async ({ userId }: { userId: string }) => events.mayStartSession(userId),
        after: async ({ userId }: { userId: string }, context: HookContext) =>
          events.sessionStarted(userId, languageOf(context?.request)),
      },
      delete: {
        after: async ({ id, userId }: SessionRow, context: EndContext | null) => {
          const next = successorOf(id, userId, context);
          if (next) events.sessionReplaced(id, next);
          else events.sessionEnded(id);
        },
      },
    },
    user: {
      create: {
        // Who signs up here was looked at before the password was hashed.
        before: async ({ email }: { email: string }, context: { path?: string } | null) =>
          context?.path !== '/callback/:id' || events.mayComeByProvider(email),
        after: async ({ id }: { id: string }, context: HookContext) =>
          events.accountCreated(id, languageOf(context?.request)),
      },
      update: {
        after: async ({ id, emailVerified }: Claimable, context: { path?: string } | null) => {
          if (emailVerified && context?.path === '/magic-link/verify') events.claimed(id);
        },
      },
    },
  };
}

type HookContext = { request?: Request | undefined } | null;

interface SessionRow {
  id: string;
  userId: string;
}

interface EndContext {
  path?: string;
  context?: { session?: { session: SessionRow } | null; newSession?: { session: SessionRow } | null };
}

/** Turning the second factor on or off gives the browser another session: its other tabs must not notice. */
function successorOf(id: string, userId: string, context: EndContext | null): string | null {
  if (!context?.path?.startsWith('/two-factor/')) return null;
  const { session: own, newSession } = context.context ?? {};
  const next = newSession?.session;
  const isOwn = own?.session.id === id;
  return isOwn && next?.userId === userId && next.id !== id ? next.id : null;
}

interface Claimable {
  id: string;
  emailVerified: boolean;
}

function linksByMail(events: AuthEvents) {
  return magicLink({
    expiresIn: lifeMs['sign-in'] / 1000,
    disableSignUp: true,
    storeToken: 'hashed',
    generateToken: newSecret,
    sendMagicLink: ({ email, token, metadata }, context) =>
      events.linkAsked(email, token, { ...askingOf(context?.request), next: nextPathOf(metadata?.next) }),
  });
}

export function makeBetterAuth({
  database,
  publicUrl,
  secret,
  requiresVerifiedEmail,
  oidc,
  events,
}: BetterAuthOptions) {
  return betterAuth({
    appName: 'Adagia',
    baseURL: publicUrl,
    secret,
    database: drizzleAdapter(database.orm, { provider: 'sqlite', schema: authTables, transaction: false }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      autoSignIn: true,
      requireEmailVerification: requiresVerifiedEmail,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: async ({ user }, request) => events.signedUpAgain(user, languageOf(request)),
      onPasswordReset: async ({ user }) => events.passwordReset(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: false,
      // Its own token is a signed text that works any number of times: ours goes out in its place.
      sendVerificationEmail: async ({ user }, request) => events.signedUp(user, askingOf(request)),
    },
    verification: { storeIdentifier: 'hashed' },
    account: { accountLinking: { enabled: true, requireLocalEmailVerified: true } },
    // A proposal takes weeks: nobody should lose the session on the last day.
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Attempts are counted in front of it (commands/attempt-limits.ts).
    rateLimit: { enabled: false },
    databaseHooks: databaseHooks(events),
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      // Refusals are its own to answer; what fails goes to our log and our codes, where it would write to the console.
      onError(error) {
        if (!isAPIError(error)) throw error;
      },
    },
    advanced: {
      useSecureCookies: publicUrl.startsWith('https://'),
      cookiePrefix: 'adagia',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // One rule for every address, in front of it (http/create-app.ts); its own is off in tests and on elsewhere.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    logger: { disabled: true },
    plugins: [
      linksByMail(events),
      secondFactor(),
      passkey({ rpName: 'Adagia', rpID: new URL(publicUrl).hostname, origin: new URL(publicUrl).origin }),
      ...(oidc ? [oidcPlugin(oidc)] : []),
    ],
  });
}
