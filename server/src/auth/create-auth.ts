// Accounts and sessions, by better-auth. The rest of the server knows only `personOf` and `handle`.
import { authTables } from '@adagia/db/auth-tables';
import type { Database } from '@adagia/db/open-database';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { sessionReader } from './read-session.ts';

export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
}

export interface Auth {
  /** Serves what `http/serve-accounts.ts` lets through. */
  handle(request: Request): Promise<Response>;
  /** Whose session the cookie belongs to, null without a valid one. */
  personOf(headers: Headers): Promise<SignedIn | null>;
  /** For the demo and for tests; e-mail addresses must be new. */
  signUp(person: { name: string; email: string; password: string }): Promise<string>;
}

export interface AuthOptions {
  database: Database;
  publicUrl: string;
  secret: string;
  /** After the account is stored: in the same request, before it is answered. */
  onNewAccount?(userId: string): void;
  onNewSession?(userId: string): void;
}

const DAY_SECONDS = 24 * 60 * 60;

export function createAuth({ database, publicUrl, secret, onNewAccount, onNewSession }: AuthOptions): Auth {
  const auth = betterAuth({
    appName: 'Adagia',
    baseURL: publicUrl,
    secret,
    database: drizzleAdapter(database.orm, { provider: 'sqlite', schema: authTables, transaction: false }),
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true },
    // A proposal takes weeks: nobody should lose the session on the last day.
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Attempts are counted in front of it (http/attempt-limits.ts).
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: publicUrl.startsWith('https://'),
      cookiePrefix: 'adagia',
      // One rule for every address, in front of it (http/create-app.ts); its own is off in tests and on elsewhere.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    databaseHooks: {
      user: { create: { after: async ({ id }) => onNewAccount?.(id) } },
      session: { create: { after: async ({ userId }) => onNewSession?.(userId) } },
    },
    logger: { disabled: true },
  });
  const isSecure = publicUrl.startsWith('https://');
  const readSession = sessionReader({ database, secret, isSecure, now: Date.now });
  return {
    handle: (request) => auth.handler(request),
    async personOf(headers) {
      const session = readSession(headers.get('cookie'));
      if (!session) return null;
      const { userId, name, email, sessionId } = session;
      if (Date.now() - session.updatedAt < DAY_SECONDS * 1000) return { userId, name, email, sessionId };
      return refreshed(headers);
    },
    async signUp(person) {
      return (await auth.api.signUpEmail({ body: person })).user.id;
    },
  };

  /** better-auth prolongs a session that is a day old when it is asked for it. */
  async function refreshed(headers: Headers): Promise<SignedIn | null> {
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const { user, session } = found;
    return { userId: user.id, name: user.name, email: user.email, sessionId: session.id };
  }
}
