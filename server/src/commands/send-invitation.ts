// The letter of an invitation, written with it and sent after the commit. How many mails somebody may cause is counted before.

import type { Tx } from '@adagia/db/open-database';
import { type InvitationRow, insertMail, type MailRow } from '@adagia/db/repositories/invitations';
import type { ProposalRow } from '@adagia/db/repositories/proposals';
import { roleSchema } from '@adagia/shared/roles';
import { newMail } from '../mail/new-mail.ts';
import { countAttempt } from './attempt-limits.ts';
import type { Deps, Person } from './deps.ts';
import { invitationMail } from './invitation-mail.ts';

/** Before anything is written; in a transaction of its own, so that a refusal is counted too. */
export function countMail(deps: Deps, person: Person): void {
  if (deps.mailer.delivery === 'smtp') countAttempt(deps, 'mail', person.userId);
}

interface Written {
  proposal: ProposalRow;
  row: InvitationRow;
  link: string;
  inviter: string;
}

/** @returns the mail's row, to be sent after the commit; null where there is no address */
export function writeInvitationMail(deps: Deps, tx: Tx, { proposal, row, link, inviter }: Written): MailRow | null {
  if (!row.email) return null;
  const letter = invitationMail({
    title: proposal.acronym || proposal.title,
    inviter,
    role: roleSchema.parse(row.role),
    message: row.message,
    link,
    expiresAt: row.expiresAt,
    allowsGuests: row.allowsGuests,
  });
  const mail = newMail(deps, { proposalId: proposal.id, to: row.email, letter });
  insertMail(tx, mail);
  return mail;
}
