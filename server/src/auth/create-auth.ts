// Accounts and sessions, by better-auth (make-better-auth.ts). The rest of the server knows only what stands in `Auth`.
import type { Database } from '@adagia/db/open-database';
import { findPasswordHash, findSession } from '@adagia/db/repositories/accounts';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { OidcConfig } from '../config/read-config.ts';
import { Gate, hashLimits } from './gate.ts';
import { type AuthEvents, DAY_SECONDS, makeBetterAuth } from './make-better-auth.ts';
import { OIDC_ID } from './oidc.ts';
import { sessionReader } from './read-session.ts';
import { SessionUse } from './session-use.ts';

export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  /** In by link, without an account. */
  isGuest: boolean;
}

/** Whether the person in front of the screen is the one who signed in: by their password, or because they just did. */
export type Confirmation = 'ok' | 'wrong-password' | 'sign-in-again';

export interface Auth {
  /** Serves what `http/accounts` lets through. */
  handle(request: Request): Promise<Response>;
  /** The same, where a password is hashed. @throws AppError too-many-requests at once when too many wait for that */
  handleHashing(request: Request): Promise<Response>;
  /** Whether there is another program to sign in by. */
  readonly hasProvider: boolean;
  /** Signing in by another program, and coming back from it. @returns null when its provider cannot be reached */
  handleOidc(request: Request): Promise<Response | null>;
  /** Whose session the cookie belongs to, null without a valid one. */
  personOf(headers: Headers): Promise<SignedIn | null>;
  /** When sessions were used up to now is in the database when it returns. */
  noteUse(): void;
  /** Before what cannot be undone. `password` is looked at when the person has one. */
  confirm(person: SignedIn, password: string): Promise<Confirmation>;
  /** @throws AppError too-many-requests at once when too many wait for that */
  hashPassword(password: string): Promise<string>;
  /** For the demo and for tests; e-mail addresses must be new. */
  signUp(person: { name: string; email: string; password: string }): Promise<string>;
}

export interface AuthOptions {
  database: Database;
  publicUrl: string;
  secret: string;
  requiresVerifiedEmail: boolean;
  oidc: OidcConfig | null;
  events: AuthEvents;
}

/** Milliseconds: within them somebody without a password counts as the one who signed in. */
const JUST_SIGNED_IN_MS = 15 * 60 * 1000;

export function createAuth(options: AuthOptions): Auth {
  const { database, publicUrl, secret, oidc } = options;
  const auth = makeBetterAuth({ ...options, oidc: null });
  const hashing = new Gate(hashLimits);
  const isSecure = publicUrl.startsWith('https://');
  const readSession = sessionReader({ database, secret, isSecure, now: Date.now });
  const use = new SessionUse(database);
  const withProvider = oidc ? providerReader(options) : null;
  return {
    handle: (request) => auth.handler(request),
    handleHashing: (request) => hashing.run(() => auth.handler(request)),
    hasProvider: withProvider !== null,
    handleOidc: async (request) => (await withProvider?.())?.handler(request) ?? null,
    async personOf(headers) {
      const session = readSession(headers.get('cookie'));
      if (!session) return null;
      const { userId, name, email, sessionId, isGuest } = session;
      const now = Date.now();
      use.note(sessionId, now);
      // A guest's is not prolonged: it lasts as long as it does.
      const isFresh = isGuest || now - session.updatedAt < DAY_SECONDS * 1000;
      return isFresh ? { userId, name, email, sessionId, isGuest } : refreshed(headers);
    },
    noteUse: () => use.flush(),
    async confirm({ userId, sessionId }, password) {
      const hash = findPasswordHash(database.orm, userId);
      if (hash) return (await hashing.run(() => verifyPassword({ hash, password }))) ? 'ok' : 'wrong-password';
      const since = findSession(database.orm, userId, sessionId)?.createdAt.getTime() ?? 0;
      return Date.now() - since < JUST_SIGNED_IN_MS ? 'ok' : 'sign-in-again';
    },
    hashPassword: (password) => hashing.run(() => hashPassword(password)),
    async signUp(person) {
      return (await auth.api.signUpEmail({ body: person })).user.id;
    },
  };

  /** better-auth prolongs a session that is a day old when it is asked for it. */
  async function refreshed(headers: Headers): Promise<SignedIn | null> {
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const { user, session } = found;
    return { userId: user.id, name: user.name, email: user.email, sessionId: session.id, isGuest: false };
  }
}

/** better-auth asks a provider where things are when it is made, and goes without for good when that fails: then it is made anew. */
function providerReader(options: AuthOptions) {
  let ready: ReturnType<typeof makeBetterAuth> | null = null;
  return async () => {
    if (ready) return ready;
    const made = makeBetterAuth(options);
    const { socialProviders } = await made.$context;
    if (socialProviders.some(({ id }) => id === OIDC_ID)) ready = made;
    return ready;
  };
}
