// What changed while somebody was away: when their last visit ended, and what others did since.
import { z } from 'zod';
import { proposalIdSchema, threadIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, okSchema, timestampSchema } from './names.ts';
import { commentTargetSchema } from './review.ts';
import { defineRoute } from './route.ts';
import { changedPartSchema, versionSchema } from './versions.ts';

const inProposal = z.object({ proposalId: proposalIdSchema });
const personSchema = z.object({ id: userIdSchema, name: z.string() });

/** A page says that somebody is looking at it, and that they turn away. */
export const noteVisit = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/visit',
  needs: 'timeline.read',
  params: inProposal,
  body: z.object({ isLeaving: z.boolean().optional() }),
  response: z.object({
    /** When the visit before this one ended; null: it is the first. */
    sinceAt: timestampSchema.nullable(),
    /** They were away for more than a day. */
    isLong: z.boolean(),
    /** They have looked at what changed. */
    isSeen: z.boolean(),
    /** Who of the others changed or said something. */
    people: z.array(personSchema),
    /** Parts of the proposal that others changed: texts, facts, plan, budget. */
    changes: z.number().int(),
    comments: z.number().int(),
  }),
});
export type Visit = z.infer<(typeof noteVisit)['response']>;

export const markVisitSeen = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/visit/seen',
  needs: 'timeline.read',
  params: inProposal,
  body: emptySchema,
  response: okSchema,
});

/** Comments that are listed; beyond, their number is. */
export const SINCE_COMMENTS_MAX = 100;

export const listSince = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/since',
  needs: 'timeline.read',
  params: inProposal,
  body: emptySchema,
  response: z
    .object({
      sinceAt: timestampSchema,
      /** What it is compared from: the newest that holds nothing from after `sinceAt`. */
      version: versionSchema,
      /** As compareVersions has them, without those that only they themselves changed. */
      parts: z.array(changedPartSchema.extend({ by: z.array(userIdSchema) })),
      comments: z.array(
        z.object({
          threadId: threadIdSchema,
          target: commentTargetSchema,
          by: userIdSchema,
          at: timestampSchema,
          words: z.string(),
        }),
      ),
      people: z.array(personSchema),
    })
    .nullable(),
});
export type Since = NonNullable<z.infer<(typeof listSince)['response']>>;
