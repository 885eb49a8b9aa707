// A guest gets an account: the same person, under the same id, who can sign in anywhere from then on. Where addresses are confirmed that
// happens when the link in their mail is opened, and nobody else learns whether there is an account with the address.
import type { Tx } from '@adagia/db/open-database';
import { findAccount, updateAccount } from '@adagia/db/repositories/accounts';
import {
  deleteSessionsOf,
  isGuestAddress,
  makeAccount,
  membershipsOf,
  setSessionEnd,
} from '@adagia/db/repositories/guests';
import { revokeReturnLinks } from '@adagia/db/repositories/invitations';
import { findUserByEmail } from '@adagia/db/repositories/members';
import type { ProposalId } from '@adagia/shared/ids';
import { z } from 'zod';
import type { Auth } from '../auth/create-auth.ts';
import { issueMailToken, redeemMailToken } from '../auth/mail-token.ts';
import { DAY_SECONDS, PASSWORD_MAX, PASSWORD_MIN } from '../auth/make-better-auth.ts';
import { AppError } from '../http/app-error.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import type { Deps, Person } from './deps.ts';
import { recordAudit } from './record-audit.ts';

const passwordSchema = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
const emailSchema = z.email().max(254);

/** Milliseconds. An account's session; it is prolonged while it is used. */
const SESSION_MS = 30 * DAY_SECONDS * 1000;

interface Credentials {
  email: string;
  password: string;
}

/** @throws AppError invalid-body */
function checked({ email, password }: Credentials): Credentials {
  const address = email.trim().toLowerCase();
  if (!emailSchema.safeParse(address).success || isGuestAddress(address)) {
    throw new AppError('invalid-body', [{ path: 'email', message: 'no e-mail address' }]);
  }
  if (!passwordSchema.safeParse(password).success) {
    throw new AppError('invalid-body', [
      { path: 'password', message: `${PASSWORD_MIN} to ${PASSWORD_MAX} characters` },
    ]);
  }
  return { email: address, password };
}

/** What the link in the mail stands for. `sessionId` is that of the device on which they asked: it goes on. */
const claimSchema = z.object({
  userId: z.string(),
  sessionId: z.string(),
  email: z.string(),
  passwordHash: z.string(),
});
type Claim = z.infer<typeof claimSchema>;

interface Asked extends Credentials {
  /** false: it counts at once. */
  mustConfirm: boolean;
  /** Accept-Language. */
  language: string | undefined;
}

interface Making {
  deps: Deps;
  mails: AccountMails;
  auth: Pick<Auth, 'hashPassword'>;
}

/** @returns whether there is an account already @throws AppError forbidden for whoever has one, email-taken where it counts at once */
export async function becomeAccount({ deps, mails, auth }: Making, person: Person, asked: Asked): Promise<boolean> {
  if (!person.isGuest) throw new AppError('forbidden');
  const { email, password } = checked(asked);
  // Before anything is looked up: whether the address is taken must not show in how long the answer takes.
  const passwordHash = await auth.hashPassword(password);
  const claim: Claim = { userId: person.userId, sessionId: person.sessionId, email, passwordHash };
  if (!asked.mustConfirm) {
    makeAccountOf(deps, claim, false);
    return true;
  }
  const reader = { name: person.name, email, language: asked.language };
  if (findUserByEmail(deps.database.orm, email)) mails.send('guestAddressTaken', reader);
  else {
    mails.send('becomeAccount', { ...reader, id: person.userId }, (tx) =>
      issueMailToken(tx, deps, 'become-account', JSON.stringify(claim)),
    );
  }
  return false;
}

/** @returns false when the link was used or has expired, the address is taken by now, or the guest is none any more */
export function confirmAccount(deps: Deps, token: string): boolean {
  const value = deps.database.transaction((tx) => redeemMailToken(tx, deps, 'become-account', token));
  if (value === undefined) return false;
  try {
    makeAccountOf(deps, claimSchema.parse(JSON.parse(value)), true);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** @throws AppError forbidden for whoever is no guest, email-taken */
function makeAccountOf(deps: Deps, { userId, sessionId, email, passwordHash }: Claim, isVerified: boolean): void {
  const now = deps.now();
  const { ended, proposalIds } = deps.database.transaction((tx) => {
    // Asked again: it took a moment, in which a second request may have been quicker.
    assertFree(tx, userId, email);
    makeAccount(tx, { id: deps.newId(), userId, email, passwordHash, now });
    if (isVerified) updateAccount(tx, userId, { emailVerified: true }, now);
    recordAudit(deps, tx, { kind: 'account.created', actorId: userId, personId: userId });
    // Others may have links or devices from the time when a link was all that it took.
    revokeReturnLinks(tx, userId, now);
    setSessionEnd(tx, sessionId, { now, expiresAt: now + SESSION_MS });
    const ended = deleteSessionsOf(tx, userId, sessionId);
    return { ended, proposalIds: membershipsOf(tx, userId).map((one) => one.proposalId) };
  });
  for (const id of ended) deps.rooms.endSession(id);
  for (const proposalId of proposalIds) deps.rooms.hint(proposalId as ProposalId, 'people');
}

function assertFree(tx: Tx, userId: string, email: string): void {
  const guest = findAccount(tx, userId);
  if (!guest?.isGuest || guest.mergedInto) throw new AppError('forbidden');
  if (findUserByEmail(tx, email)) throw new AppError('email-taken');
}
