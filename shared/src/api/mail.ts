// A mail that went out of a proposal, as its coordinators see it.
import { z } from 'zod';
import { timestampSchema } from './names.ts';

/**
 * mailbox: kept here only, because no SMTP server is configured. queued: on its way. smtp: handed over. failed: not yet, it is tried
 * again for days. refused: the mail server wants nothing of that address. uncertain: perhaps handed over.
 */
export const deliverySchema = z.enum(['smtp', 'mailbox', 'queued', 'failed', 'refused', 'uncertain']);
export const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  /** '' where it leaves the server: its link is a key. */
  text: z.string(),
  sentAt: timestampSchema,
  delivery: deliverySchema,
});
