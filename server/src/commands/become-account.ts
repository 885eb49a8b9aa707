// A guest gets an account: the same person, under the same id, who can sign in anywhere from then on.
import { findAccount } from '@adagia/db/repositories/accounts';
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
import { DAY_SECONDS, PASSWORD_MAX, PASSWORD_MIN } from '../auth/make-better-auth.ts';
import { AppError } from '../http/app-error.ts';
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

/** @throws AppError forbidden for whoever has an account, email-taken */
export async function becomeAccount(
  deps: Deps & { hashPassword(password: string): Promise<string> },
  person: Person,
  credentials: Credentials,
): Promise<{ id: string; name: string; email: string }> {
  if (!person.isGuest) throw new AppError('forbidden');
  const { email, password } = checked(credentials);
  const passwordHash = await deps.hashPassword(password);
  const now = deps.now();
  const { userId, sessionId } = person;
  const { ended, proposalIds } = deps.database.transaction((tx) => {
    // Asked again: hashing took a moment, in which a second request may have been quicker.
    if (!findAccount(tx, userId)?.isGuest) throw new AppError('forbidden');
    if (findUserByEmail(tx, email)) throw new AppError('email-taken');
    makeAccount(tx, { id: deps.newId(), userId, email, passwordHash, now });
    recordAudit(deps, tx, { kind: 'account.created', actorId: userId, personId: userId });
    // Others may have links or devices from the time when a link was all that it took.
    revokeReturnLinks(tx, userId, now);
    setSessionEnd(tx, sessionId, { now, expiresAt: now + SESSION_MS });
    const ended = deleteSessionsOf(tx, userId, sessionId);
    return { ended, proposalIds: membershipsOf(tx, userId).map((one) => one.proposalId) };
  });
  for (const id of ended) deps.rooms.endSession(id);
  for (const proposalId of proposalIds) deps.rooms.hint(proposalId as ProposalId, 'people');
  return { id: userId, name: person.name, email };
}
