// Hands one mail to the mail server. Knows nothing of when and how often: mails are written down with what they tell, and the jobs bring
// them here (notices/post-mail.ts). Never inside a request: a slow mail server must not hold it up.
import { isGuestAddress } from '@adagia/db/repositories/guests';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Letter } from './letter.ts';
import { type LetterSeal, letterSeal } from './sealed-letter.ts';

export interface Addressed {
  /** The same for one that is sent again: a mailbox that had it keeps it once. */
  id: string;
  to: string;
  letter: Letter;
}

/** null: it was handed over. */
export type Failure = { reason: string; isFinal: boolean } | null;

export interface Mailer {
  /** What `delivery` of a new mail is. */
  readonly delivery: 'smtp' | 'mailbox';
  readonly seal: LetterSeal;
  /** Waits for the mail server. Writes nothing down. */
  deliver(mail: Addressed): Promise<Failure>;
}

/** Milliseconds for each step with the mail server. Stopping the server waits for mails, so it cannot be minutes. */
const STEP_TIMEOUT_MS = 8000;
const timeouts = {
  dnsTimeout: STEP_TIMEOUT_MS,
  connectionTimeout: STEP_TIMEOUT_MS,
  greetingTimeout: STEP_TIMEOUT_MS,
  socketTimeout: STEP_TIMEOUT_MS,
};

/** What went wrong, without the words and addresses that a mail server likes to repeat. */
function reasonOf(error: unknown): { code: unknown; responseCode: unknown; command: unknown } {
  const { code, responseCode, command } = error as Record<string, unknown>;
  return { code, responseCode, command };
}

/** The mail server wants nothing of this address or this mail, today or tomorrow (RFC 5321, 4.2.1). */
function isFinal({ code, responseCode }: ReturnType<typeof reasonOf>): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500;
}

export function createMailer(options: { smtpUrl: string | null; from: string; secret: string; log: Logger }): Mailer {
  const { smtpUrl, from, log } = options;
  const seal = letterSeal(options.secret);
  if (!smtpUrl) return { delivery: 'mailbox', seal, deliver: async () => null };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'adagia';
  return {
    delivery: 'smtp',
    seal,
    async deliver({ id, to, letter }) {
      if (isGuestAddress(to)) return { reason: 'GUEST', isFinal: true };
      try {
        await transport.sendMail({ from, to, messageId: `<${id}@${domain}>`, ...letter });
        return null;
      } catch (error) {
        const reason = reasonOf(error);
        log.warn({ mailId: id, ...reason }, 'mail could not be sent');
        return { reason: typeof reason.code === 'string' ? reason.code : 'ERROR', isFinal: isFinal(reason) };
      }
    },
  };
}
