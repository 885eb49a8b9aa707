// Reads the session of a request from its cookie in some microseconds. better-auth makes sessions and ends them; asking it takes
// milliseconds, which two hundred people who come back at once would wait for one after the other. Knows the form of its cookie:
// token, dot, HMAC-SHA256 in base64 (`signCookieValue` of better-call). read-session.test.ts holds it against better-auth.
import { timingSafeEqual } from 'node:crypto';
import type { Database } from '@adagia/db/open-database';
import { type SessionRow, sessionByToken } from '@adagia/db/repositories/sessions';
import { type CookieName, cookieName, SESSION_COOKIE, signatureOf } from './session-cookie.ts';

interface ReaderOptions {
  database: Database;
  secret: string;
  isSecure: boolean;
  now(): number;
  /** That of the session by default. */
  cookie?: CookieName;
}

/** @returns what reads a cookie header: the session, null without a valid one. */
export function sessionReader({ database, secret, isSecure, now, cookie = SESSION_COOKIE }: ReaderOptions) {
  const find = sessionByToken(database);
  const name = cookieName(cookie, isSecure);
  return (cookieHeader: string | null | undefined): SessionRow | null => {
    const token = tokenOf(valueOf(cookieHeader ?? '', name), secret);
    return token === null ? null : (find(token, now()) ?? null);
  };
}

/** The first one of that name, as better-auth takes it. */
function valueOf(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      // No percent-encoding of ours.
      return null;
    }
  }
  return null;
}

function tokenOf(value: string | null, secret: string): string | null {
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  // As text: what decodes base64 overlooks what stands behind it.
  const wanted = Buffer.from(signatureOf(token, secret));
  const given = Buffer.from(value.slice(dot + 1));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}
