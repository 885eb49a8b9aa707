// Accounts and sessions, by better-auth. The rest of the server knows only `personOf` and `handle`.
import { authTables } from '@adagia/db/auth-tables';
import type { Database } from '@adagia/db/open-database';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';

export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
}

export interface Auth {
  /** Serves `/api/auth/*`. */
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
  isTest: boolean;
}

const DAY_SECONDS = 24 * 60 * 60;

export function createAuth({ database, publicUrl, secret, isTest }: AuthOptions): Auth {
  const auth = betterAuth({
    appName: 'Adagia',
    baseURL: publicUrl,
    secret,
    database: drizzleAdapter(database.orm, { provider: 'sqlite', schema: authTables, transaction: false }),
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true },
    // A proposal takes weeks: nobody should lose the session on the last day.
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Ten wrong passwords a minute from one address is a script; tests sign in more often than people.
    rateLimit: {
      enabled: !isTest,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 10 } },
    },
    advanced: { useSecureCookies: publicUrl.startsWith('https://'), cookiePrefix: 'adagia' },
    // The address that the browser itself used: a laptop is reached as localhost and by its number.
    trustedOrigins: (request) => [publicUrl, ...(request ? [new URL(request.url).origin] : [])],
    logger: { disabled: true },
  });
  return {
    handle: (request) => auth.handler(request),
    async personOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const { user, session } = found;
      return { userId: user.id, name: user.name, email: user.email, sessionId: session.id };
    },
    async signUp(person) {
      return (await auth.api.signUpEmail({ body: person })).user.id;
    },
  };
}
