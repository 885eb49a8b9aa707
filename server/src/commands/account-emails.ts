// Whose an e-mail address is: confirming that of a new account, and changing it. Both by a secret that only the mailbox has.
import { findAccount, findAccountByEmail, updateAccount } from '@adagia/db/repositories/accounts';
import { z } from 'zod';
import { issueMailToken, redeemMailToken } from '../auth/mail-token.ts';
import { AppError } from '../http/app-error.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import type { Deps, Person } from './deps.ts';
import { recordAudit } from './record-audit.ts';

interface Post {
  deps: Deps;
  mails: AccountMails;
}

const claimSchema = z.object({ userId: z.string(), email: z.string() });
type Claim = z.infer<typeof claimSchema>;

function claimOf(value: string | undefined): Claim | null {
  return value === undefined ? null : claimSchema.parse(JSON.parse(value));
}

export interface Asking {
  /** Accept-Language of whoever asks. */
  language?: string | null | undefined;
  /** Where they were about to go: the link leads on to there. */
  next?: string;
}

export function sendVerification(
  { deps, mails }: Post,
  { id, name, email }: { id: string; name: string; email: string },
  { language, next = '' }: Asking,
): void {
  const claim = JSON.stringify({ userId: id, email } satisfies Claim);
  mails.send('verify', { id, name, email, language }, (tx) => {
    return { ...issueMailToken(tx, deps, 'verify-email', claim), next };
  });
}

/** @returns false when the link was used, has expired, or the account has another address by now */
export function verifyEmail(deps: Deps, token: string): boolean {
  return deps.database.transaction((tx) => {
    const claim = claimOf(redeemMailToken(tx, deps, 'verify-email', token));
    if (!claim || findAccount(tx, claim.userId)?.email !== claim.email) return false;
    updateAccount(tx, claim.userId, { emailVerified: true }, deps.now());
    recordAudit(deps, tx, { kind: 'account.verified', actorId: claim.userId, personId: claim.userId });
    return true;
  });
}

interface NewEmail {
  email: string;
  /** false: it counts at once. */
  mustConfirm: boolean;
  /** Accept-Language. */
  language: string | undefined;
}

/** @returns whether it counts already. Whether the address is taken is told to its owner alone, unless it would count at once. */
export function askNewEmail(
  { deps, mails }: Post,
  person: Person,
  { email, mustConfirm, language }: NewEmail,
): boolean {
  const wanted = email.trim().toLowerCase();
  if (!mustConfirm) {
    setEmail(deps, { userId: person.userId, email: wanted }, false);
    return true;
  }
  const reader = { id: person.userId, name: person.name, email: wanted, language };
  if (findAccountByEmail(deps.database.orm, wanted)) {
    mails.send('addressTaken', { ...reader, id: '' });
    return false;
  }
  const claim = JSON.stringify({ userId: person.userId, email: wanted } satisfies Claim);
  mails.send('changeEmail', reader, (tx) => issueMailToken(tx, deps, 'change-email', claim));
  return false;
}

/** @throws AppError conflict when somebody has it */
function setEmail(deps: Deps, { userId, email }: Claim, isVerified: boolean): void {
  deps.database.transaction((tx) => {
    const owner = findAccountByEmail(tx, email);
    if (owner && owner.id !== userId) throw new AppError('conflict');
    updateAccount(tx, userId, { email, emailVerified: isVerified }, deps.now());
  });
}

/** The old address is told. @returns false when the link was used or has expired, or the address was taken meanwhile */
export function confirmNewEmail({ deps, mails }: Post, token: string): boolean {
  const told = deps.database.transaction((tx) => {
    const claim = claimOf(redeemMailToken(tx, deps, 'change-email', token));
    const before = claim && findAccount(tx, claim.userId);
    if (!claim || !before || before.deletedAt || findAccountByEmail(tx, claim.email)) return null;
    updateAccount(tx, claim.userId, { email: claim.email, emailVerified: true }, deps.now());
    return { before, claim };
  });
  if (told) mails.send('emailChanged', told.before, { newEmail: told.claim.email });
  return told !== null;
}
