// What a browser remembers of a guest: their session, and which guest somebody was here before they signed in to an account. Knows
// nothing of what guests may do.
import type { Database } from '@adagia/db/open-database';
import { sessionReader } from './read-session.ts';
import { cookieName, FORMER_GUEST_COOKIE, SESSION_COOKIE, setCookie } from './session-cookie.ts';

/**
 * Seconds that a guest stays in on a device: from the first idea of a proposal to the decision on it. They have no password to come
 * back with; and no browser keeps a cookie for more than 400 days.
 */
export const GUEST_SESSION_SECONDS = 180 * 24 * 60 * 60;

/** A cookie that is taken away. */
const ENDED = /;\s*max-age=0\b/i;

export interface FormerGuest {
  userId: string;
  name: string;
}

export interface GuestCookies {
  /** Values of Set-Cookie. */
  session(token: string): string;
  /** For the answer that puts another session in place of a guest's; null where there is none. */
  remember(headers: Headers): string | null;
  forget(): string;
  /** Whether an answer signs somebody in. */
  beginsSession(answer: Headers): boolean;
  /** Which guest somebody was on this device before they signed in, as long as that session holds. */
  formerGuestOf(headers: Headers): FormerGuest | null;
}

interface GuestCookieOptions {
  database: Database;
  publicUrl: string;
  secret: string;
}

export function createGuestCookies({ database, publicUrl, secret }: GuestCookieOptions): GuestCookies {
  const isSecure = publicUrl.startsWith('https://');
  const reading = { database, secret, isSecure, now: Date.now };
  const readSession = sessionReader(reading);
  const readFormer = sessionReader({ ...reading, cookie: FORMER_GUEST_COOKIE });
  const options = { secret, isSecure, maxAgeSeconds: GUEST_SESSION_SECONDS };
  return {
    session: (token) => setCookie(SESSION_COOKIE, token, options),
    remember(headers) {
      const session = readSession(headers.get('cookie'));
      return session?.isGuest ? setCookie(FORMER_GUEST_COOKIE, session.token, options) : null;
    },
    beginsSession: (answer) =>
      answer
        .getSetCookie()
        .some((one) => one.startsWith(`${cookieName(SESSION_COOKIE, isSecure)}=`) && !ENDED.test(one)),
    forget: () => setCookie(FORMER_GUEST_COOKIE, '', options),
    formerGuestOf(headers) {
      const session = readFormer(headers.get('cookie'));
      return session?.isGuest ? { userId: session.userId, name: session.name } : null;
    },
  };
}
