// The letter of an invitation, written down with it. How many mails somebody may cause is counted before.

import type { Tx } from '@adagia/db/open-database';
import type { InvitationRow } from '@adagia/db/repositories/invitations';
import type { ProposalRow } from '@adagia/db/repositories/proposals';
import { roleSchema } from '@adagia/shared/roles';
import { postMail } from '../mail/post-mail.ts';
import { languageOfAddress, languageOfPerson } from '../notices/settings.ts';
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

/** Of whoever has an account with the address; else as the inviter wished, else theirs: they know whom they invite. */
function languageOf(tx: Tx, { email, language, createdBy }: InvitationRow): string {
  return languageOfAddress(tx, email) ?? (language || (languageOfPerson(tx, createdBy) ?? ''));
}

/** Nothing where there is no address. */
export function writeInvitationMail(deps: Deps, tx: Tx, { proposal, row, link, inviter }: Written): void {
  if (!row.email) return;
  const letter = invitationMail({
    language: languageOf(tx, row),
    title: proposal.acronym || proposal.title,
    inviter,
    role: roleSchema.parse(row.role),
    message: row.message,
    link,
    expiresAt: row.expiresAt,
    allowsGuests: row.allowsGuests,
  });
  postMail(deps, tx, { proposalId: proposal.id, to: row.email, letter, expiresAt: row.expiresAt });
}
