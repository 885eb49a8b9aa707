// Cookies that we write ourselves, in better-auth's form: that of a guest's session, which it knows nothing of, and the one that
// remembers which guest somebody was on this device before they signed in. read-session.ts is the other end.
import { createHmac } from 'node:crypto';

export const SESSION_COOKIE = 'adagia.session_token';
export const FORMER_GUEST_COOKIE = 'adagia.former_guest';
export type CookieName = typeof SESSION_COOKIE | typeof FORMER_GUEST_COOKIE;

/** Over https the name has a prefix that browsers hold to it. */
export const cookieName = (name: CookieName, isSecure: boolean): string => `${isSecure ? '__Secure-' : ''}${name}`;

export const signatureOf = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64');

/** Only these addresses are told which guest somebody was. */
const pathOf = { [SESSION_COOKIE]: '/', [FORMER_GUEST_COOKIE]: '/api/me' } as const;

export interface CookieOptions {
  secret: string;
  isSecure: boolean;
  maxAgeSeconds: number;
}

/** @returns a value of Set-Cookie; with a token of '' it takes the cookie away. */
export function setCookie(name: CookieName, token: string, { secret, isSecure, maxAgeSeconds }: CookieOptions): string {
  const value = token === '' ? '' : encodeURIComponent(`${token}.${signatureOf(token, secret)}`);
  const maxAge = token === '' ? 0 : maxAgeSeconds;
  const flags = `Max-Age=${maxAge}; Path=${pathOf[name]}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return `${cookieName(name, isSecure)}=${value}; ${flags}`;
}
