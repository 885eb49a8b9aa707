// A mail as it is written down in the transaction of what it tells; `mailer.send` comes after the commit.
import type { MailRow } from '@adagia/db/repositories/invitations';
import type { Deps } from '../commands/deps.ts';
import type { Letter } from './letter.ts';

interface Envelope {
  /** Whose mailbox it stays in where there is no SMTP; null: that of the installation. */
  proposalId: string | null;
  to: string;
  letter: Letter;
  /** Milliseconds: when the link in it is of no use any more. */
  expiresAt?: number;
}

export function newMail(
  { newId, now, mailer }: Pick<Deps, 'newId' | 'now' | 'mailer'>,
  { proposalId, to, letter, expiresAt }: Envelope,
): MailRow {
  const { subject, text, html, headers } = letter;
  return {
    id: newId(),
    proposalId,
    to,
    subject,
    text,
    html,
    headers: headers ?? null,
    sentAt: now(),
    delivery: mailer.delivery,
    expiresAt: expiresAt ?? null,
  };
}
