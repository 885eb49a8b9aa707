// How often one may try what can be abused: passwords, new accounts, mails in our name. Each number says why.
import { createHash } from 'node:crypto';
import { forgetAttempts, takeAttempt } from '@adagia/db/repositories/rate-limits';
import { AppError } from '../http/app-error.ts';
import type { Deps } from './deps.ts';

const MINUTE_MS = 60 * 1000;

const limits = {
  /**
   * A school behind one address signs in at the same moment, a hundred of them; guessing needs thousands. Guesses at one account are
   * counted by that account, from wherever they come, so that this one can be wide.
   */
  'sign-in-address': { max: 120, windowMs: MINUTE_MS },
  /** Wrong passwords of one account, from wherever: people need two or three tries, and wait a minute after ten. */
  'sign-in-account': { max: 10, windowMs: MINUTE_MS },
  /** Codes of the second factor, and links from mails, from one address. A link cannot be guessed; a code has a limit of its own too. */
  'code-address': { max: 120, windowMs: MINUTE_MS },
  /** The same school creates its accounts. */
  'sign-up-address': { max: 120, windowMs: 10 * MINUTE_MS },
  /** Mails about one account: who waits for one presses again twice or three times; nobody fills a stranger's mailbox. */
  'mail-account': { max: 5, windowMs: 15 * MINUTE_MS },
  /** The same from one address, for many accounts. */
  'mail-address': { max: 60, windowMs: 15 * MINUTE_MS },
  /** The same school enters by one link; tokens of 256 bits need no other protection. */
  'enter-address': { max: 120, windowMs: 10 * MINUTE_MS },
  /** An office asks for a handful of proposals. */
  'access-request-address': { max: 20, windowMs: 60 * MINUTE_MS },
  /** One person, wherever they ask from, and for whatever proposals. */
  'access-request-person': { max: 10, windowMs: 60 * MINUTE_MS },
  /** Mails of one person: a large consortium is invited twice over; a server that sends more becomes a known spammer. */
  mail: { max: 60, windowMs: 60 * MINUTE_MS },
  /** Reminders to one organisation: nobody reads two an hour, and a second click is a mistake. */
  reminder: { max: 1, windowMs: 60 * MINUTE_MS },
  /** Uploads of one person: all documents of a large consortium twice over. */
  upload: { max: 120, windowMs: 60 * MINUTE_MS },
} as const;
export type LimitName = keyof typeof limits;

/** E-mail addresses are not kept in plain for having been tried. */
function keyOf(name: LimitName, who: string): string {
  return `${name}:${createHash('sha256').update(who).digest('base64url')}`;
}

/** @throws AppError too-many-requests */
export function countAttempt({ database, now, newId }: Deps, name: LimitName, who: string): void {
  const attempt = { ...limits[name], key: keyOf(name, who), now: now(), id: newId() };
  const waitMs = database.transaction((tx) => takeAttempt(tx, attempt));
  if (waitMs > 0) throw new AppError('too-many-requests', undefined, Math.ceil(waitMs / 1000));
}

export function forgiveAttempts({ database }: Deps, name: LimitName, who: string): void {
  forgetAttempts(database.orm, keyOf(name, who));
}
