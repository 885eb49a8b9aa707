// Mails that must leave exactly once: written down in the transaction of what they tell, with the job that sends them. What a
// process died over while the mail server had it is not sent again: a second mail is worse than a look into the inbox.
import type { Tx } from '@adagia/db/open-database';
import { deleteMail, findMail, insertMail, type MailRow, updateMail } from '@adagia/db/repositories/invitations';
import type { Deps } from '../commands/deps.ts';
import type { JobHandler } from '../jobs/job-runner.ts';

export function postMail({ jobs, mailer }: Pick<Deps, 'jobs' | 'mailer'>, tx: Tx, mail: MailRow): void {
  if (mailer.delivery === 'mailbox') return insertMail(tx, mail);
  insertMail(tx, { ...mail, delivery: 'queued' });
  jobs.enqueue(tx, { kind: 'mail', data: { mailId: mail.id } });
}

/** The mail server said no, or nothing: the job runner tries again. */
class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

export function mailJob({ database, mailer }: Pick<Deps, 'database' | 'mailer'>): JobHandler {
  return {
    async run({ mailId }) {
      const mail = findMail(database.orm, String(mailId));
      if (!mail) return;
      const reason = await mailer.deliver(mail);
      if (reason !== null) {
        updateMail(database.orm, mail.id, 'failed');
        throw new MailNotSent(reason);
      }
      // Nobody's personal mail is kept where others could read it.
      deleteMail(database.orm, mail.id);
    },
    interrupted(tx, { mailId }) {
      updateMail(tx, String(mailId), 'uncertain');
      return 'leave';
    },
  };
}
