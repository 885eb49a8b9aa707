// Every mail leaves by here: written down in the transaction of what it tells, with the job that brings it to the mail server, which
// tries again for days, also after a restart. Without SMTP it stays where whoever runs the installation can read it.
import type { Tx } from '@adagia/db/open-database';
import { isGuestAddress } from '@adagia/db/repositories/guests';
import { deleteMail, findMail, insertMail, type MailRow, updateMail } from '@adagia/db/repositories/invitations';
import type { Deps } from '../commands/deps.ts';
import { FinalFailure, type JobHandler } from '../jobs/job-runner.ts';
import type { Letter } from './letter.ts';

export interface NewMail {
  /** Whose mailbox it stays in where there is no SMTP; null: that of the installation. */
  proposalId: string | null;
  to: string;
  letter: Letter;
  /** Milliseconds: when the link in it is of no use any more. */
  expiresAt?: number;
  /**
   * What becomes of one that a process died over while the mail server had it. News are in the inbox too, and a second mail is worse
   * than a look there; what somebody waits for must come.
   */
  isNews?: boolean;
}

type Posting = Pick<Deps, 'jobs' | 'mailer' | 'now' | 'newId'>;

/** `jobs.wake` after the commit, where somebody waits for it. */
export function postMail({ jobs, mailer, now, newId }: Posting, tx: Tx, mail: NewMail): void {
  const { proposalId, to, letter, expiresAt, isNews = false } = mail;
  // Guests have an address only because every person has one.
  if (isGuestAddress(to)) return;
  const { subject, text, html, headers } = letter;
  const about = { id: newId(), proposalId, to, sentAt: now(), expiresAt: expiresAt ?? null };
  if (mailer.delivery === 'mailbox') {
    return insertMail(tx, { ...about, subject, text, html, headers: headers ?? null, delivery: 'mailbox' });
  }
  const sealed = { subject: proposalId ? subject : '', text: mailer.seal.seal(letter), html: null, headers: null };
  insertMail(tx, { ...about, ...sealed, delivery: 'queued' });
  jobs.enqueue(tx, { kind: 'mail', data: { mailId: about.id, isNews } });
}

/** The mail server said no, or nothing: the job runner tries again. */
class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/**
 * Tries of one mail, with the waits of the job runner about four days: as long as mail servers try among themselves (RFC 5321,
 * 4.5.4.1), and longer than a weekend.
 */
const ATTEMPTS_MAX = 52;

export function mailJob(deps: Pick<Deps, 'database' | 'mailer' | 'now'>): JobHandler {
  const { database, mailer } = deps;
  return {
    attemptsMax: ATTEMPTS_MAX,
    async run({ mailId }) {
      const mail = findMail(database.orm, String(mailId));
      if (!mail) return;
      const letter = letterOf(mailer, mail);
      if (!letter || (mail.expiresAt !== null && mail.expiresAt <= deps.now())) return giveUp(database.orm, mail);
      const failure = await mailer.deliver({ id: mail.id, to: mail.to, letter });
      if (failure === null) return settle(database.orm, mail);
      if (!failure.isFinal) {
        updateMail(database.orm, mail.id, { delivery: 'failed' });
        throw new MailNotSent(failure.reason);
      }
      updateMail(database.orm, mail.id, { delivery: 'refused', text: '' });
      throw new FinalFailure(failure.reason);
    },
    interrupted(tx, { mailId, isNews }) {
      if (isNews === false) return 'again';
      updateMail(tx, String(mailId), { delivery: 'uncertain' });
      return 'leave';
    },
  };
}

/** One that a version of before wrote down is not sealed, and has its HTML beside it. */
function letterOf({ seal }: Pick<Deps['mailer'], 'seal'>, { subject, text, html, headers }: MailRow): Letter | null {
  return html === null ? seal.open(text) : { subject, text, html, ...(headers && { headers }) };
}

/** Nobody's personal mail is kept where others could read it; of a proposal's it is known that it left. */
function settle(tx: Tx, mail: MailRow): void {
  if (mail.proposalId === null) deleteMail(tx, mail.id);
  else updateMail(tx, mail.id, { delivery: 'smtp', text: '' });
}

/** Its link is of no use any more, or nobody can read it. */
function giveUp(tx: Tx, mail: MailRow): void {
  if (mail.proposalId === null) deleteMail(tx, mail.id);
  else updateMail(tx, mail.id, { delivery: 'failed', text: '' });
}
