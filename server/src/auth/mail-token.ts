// Secrets that go out in mails: 256 bits, of which only a hash is stored, each for one purpose, once, for a while. In the link they
// stand behind the '#': no server log and no referrer has them, and what looks through mails ahead of people uses none up.
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@adagia/db/open-database';
import { insertMailToken, takeMailToken } from '@adagia/db/repositories/mail-tokens';

/** `reset-password` is redeemed by better-auth, under this name. */
export type MailPurpose = 'reset-password' | 'verify-email' | 'change-email' | 'become-account';

const MINUTE_MS = 60 * 1000;
/** Somebody at a desk: an hour. A new address may be read tomorrow. */
export const lifeMs: Record<MailPurpose | 'sign-in', number> = {
  'sign-in': 15 * MINUTE_MS,
  'reset-password': 60 * MINUTE_MS,
  'verify-email': 24 * 60 * MINUTE_MS,
  'change-email': 24 * 60 * MINUTE_MS,
  'become-account': 24 * 60 * MINUTE_MS,
};

export const newSecret = (): string => randomBytes(32).toString('hex');

/** As better-auth hashes its identifiers. */
const identifierOf = (purpose: MailPurpose, token: string): string =>
  createHash('sha256').update(`${purpose}:${token}`).digest('base64url');

interface Clock {
  now(): number;
  newId(): string;
}

/** @returns the secret and until when it works */
export function issueMailToken(tx: Tx, clock: Clock, purpose: MailPurpose, value: string) {
  const token = newSecret();
  const now = clock.now();
  const expiresAt = now + lifeMs[purpose];
  insertMailToken(tx, { id: clock.newId(), identifier: identifierOf(purpose, token), value, expiresAt, now });
  return { token, expiresAt };
}

/** @returns what it was issued for, undefined when it is unknown, used or expired */
export function redeemMailToken(tx: Tx, clock: Clock, purpose: MailPurpose, token: string): string | undefined {
  return takeMailToken(tx, identifierOf(purpose, token), clock.now());
}
