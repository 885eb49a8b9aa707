// What is to be settled by whoever asks, in all of their proposals: threads that were given to them or to their organisation.
import { z } from 'zod';
import { proposalIdSchema, threadIdSchema } from '../ids.ts';
import { daySchema, emptySchema, timestampSchema } from './names.ts';
import { commentTargetSchema } from './review.ts';
import { defineRoute } from './route.ts';

export const myTaskSchema = z.object({
  threadId: threadIdSchema,
  proposalId: proposalIdSchema,
  proposalName: z.string(),
  callId: z.string(),
  target: commentTargetSchema,
  /** As in notices: where it belongs, '' where the form has changed since. */
  sectionId: z.string(),
  /** How its first comment begins. */
  excerpt: z.string(),
  dueOn: daySchema,
  /** Not mine alone: whoever of my organisation. */
  isOfOrganisation: z.boolean(),
  /** '' where that account is gone. */
  assignedByName: z.string(),
  assignedAt: timestampSchema,
});
export type MyTask = z.infer<typeof myTaskSchema>;

/** Open ones of proposals that are neither in the bin nor in the archive: those with a day first, the earliest before the others. */
export const listMyTasks = defineRoute({
  method: 'GET',
  path: '/api/tasks',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: z.array(myTaskSchema),
});
