// What is said about suggestions once they are decided: kept, settled, and readable with what the suggestion was and how it ended.
import { z } from 'zod';
import { proposalIdSchema } from '../ids.ts';
import { okSchema } from './names.ts';
import { suggestionSchema } from './review.ts';
import { defineRoute } from './route.ts';

/** In one request: more than a proposal ever has waiting; a list beyond it goes in several. */
export const SETTLED_MAX = 1000;

/**
 * Each as it ended, by whoever decides there or suggested it; null where undo has brought it back. Those that nobody talked of are
 * passed over.
 */
export const settleSuggestions = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/suggestion-threads',
  needs: 'comment.write',
  params: z.object({ proposalId: proposalIdSchema }),
  body: z.object({
    settled: z
      .array(suggestionSchema.omit({ kind: true }))
      .min(1)
      .max(SETTLED_MAX),
  }),
  response: okSchema,
});
