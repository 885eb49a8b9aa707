// Undo what one person did: who wrote something since a moment, and what of one person's doing still stands. Taking it back is an edit
// like any other, in the browser of whoever does it.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { personTraceSchema } from '../versions/person-trace.ts';
import { timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

const inProposal = z.object({ proposalId: proposalIdSchema });

export const listWriters = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/writers',
  needs: 'content.writeAll',
  params: inProposal,
  body: z.object({ since: timestampSchema }),
  response: z.object({
    /** Of before that nothing can be taken back: the log of who deleted what is kept for a month. null: the log has faults. */
    reachAt: timestampSchema.nullable(),
    /** Who wrote in the document since then, the last one first. */
    people: z.array(z.object({ id: userIdSchema, name: z.string(), lastAt: timestampSchema })),
  }),
});

export const tracePerson = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/writers/:userId/trace',
  needs: 'content.writeAll',
  params: inProposal.extend({ userId: userIdSchema }),
  body: z.object({
    since: timestampSchema,
    /** What they did later is left out, and what others did counts up to now: to ask again for what somebody has looked at. */
    until: timestampSchema.optional(),
  }),
  response: z.object({
    /** What it was traced from: later than what was asked for where the log begins later. */
    since: timestampSchema,
    until: timestampSchema,
    trace: personTraceSchema,
    /** Everybody who is named in it. */
    people: z.array(z.object({ id: userIdSchema, name: z.string() })),
  }),
});
export type TracedPerson = z.infer<(typeof tracePerson)['response']>;
