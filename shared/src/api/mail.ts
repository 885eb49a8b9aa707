// The mails that went out of a proposal, as its coordinators see them.
import { z } from 'zod';
import { proposalIdSchema } from '../ids.ts';
import { emptySchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

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

/** The mails of this proposal, newest first: how invitations reach people while no SMTP server is configured. */
export const listMails = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/mails',
  needs: 'mailbox.read',
  params: z.object({ proposalId: proposalIdSchema }),
  body: emptySchema,
  response: z.array(mailSchema),
});
