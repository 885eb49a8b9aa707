// Sends a mail that a transaction has written down: through SMTP when it is configured, else it stays in the mailbox of
// its proposal, where the coordinator can read it. Never inside a request: a slow mail server must not hold it up.
import type { Database } from '@adagia/db/open-database';
import { type MailRow, updateMail } from '@adagia/db/repositories/invitations';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';

export interface Mailer {
  /** What `delivery` of a new mail is. */
  readonly delivery: 'smtp' | 'mailbox';
  /** After the commit. Returns at once; a failure is written to the row. */
  send(mail: MailRow): void;
  /** Waits for the mail server. @returns why it failed, as a code; null when it was handed over. Writes nothing down. */
  deliver(mail: MailRow): Promise<string | null>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** Milliseconds for each step with the mail server. Stopping the server waits for mails, so it cannot be minutes. */
const STEP_TIMEOUT_MS = 8000;
const timeouts = {
  dnsTimeout: STEP_TIMEOUT_MS,
  connectionTimeout: STEP_TIMEOUT_MS,
  greetingTimeout: STEP_TIMEOUT_MS,
  socketTimeout: STEP_TIMEOUT_MS,
};

function contentOf({ subject, text, html, headers }: MailRow) {
  return { subject, text, ...(html && { html }), ...(headers && { headers }) };
}

/** What went wrong, without the words and addresses that a mail server likes to repeat. */
function reasonOf(error: unknown): { code: unknown; responseCode: unknown; command: unknown } {
  const { code, responseCode, command } = error as Record<string, unknown>;
  return { code, responseCode, command };
}

export function createMailer(options: {
  smtpUrl: string | null;
  from: string;
  database: Database;
  log: Logger;
}): Mailer {
  const { smtpUrl, from, database, log } = options;
  if (!smtpUrl) return { delivery: 'mailbox', send() {}, deliver: async () => null, settled: async () => {} };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'adagia';
  const underWay = new Set<Promise<void>>();

  async function deliver(mail: MailRow): Promise<string | null> {
    try {
      // The same for one that is sent again: a mailbox that had it keeps it once.
      const messageId = `<${mail.id}@${domain}>`;
      await transport.sendMail({ from, to: mail.to, messageId, ...contentOf(mail) });
      return null;
    } catch (error) {
      const reason = reasonOf(error);
      log.warn({ mailId: mail.id, ...reason }, 'mail could not be sent');
      return typeof reason.code === 'string' ? reason.code : 'ERROR';
    }
  }

  async function deliverOrNote(mail: MailRow): Promise<void> {
    if ((await deliver(mail)) !== null) updateMail(database.orm, mail.id, 'failed');
  }

  return {
    delivery: 'smtp',
    deliver,
    send(mail) {
      const sending = deliverOrNote(mail)
        // The row could not be written either. Nobody waits for this promise, so it must not end the process.
        .catch((error: unknown) => log.error({ mailId: mail.id, err: error }, 'mail'))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
