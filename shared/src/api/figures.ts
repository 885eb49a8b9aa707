// What is kept beside the figures of a budget: who wrote which, when. The figures themselves are in the document.
import { z } from 'zod';
import { figureKeySchema, rowIdSchema } from '../budget/budget-cells.ts';
import { workingSchema } from '../budget/workings.ts';
import { organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, timestampSchema } from './names.ts';
import { timelineCursorSchema } from './review.ts';
import { defineRoute } from './route.ts';

export const figureChangeSchema = z.object({
  id: z.string(),
  at: timestampSchema,
  actorId: userIdSchema,
  actorName: z.string(),
  /** Whom they belonged to then. */
  organisationId: organisationIdSchema.nullable(),
  /** Cents, or a quantity; null for an empty cell. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** What this person wrote at the same moment as the value that counts (`after`), and does not count itself; null elsewhere. */
  overtaken: z.number().nullable(),
  /** What of the cell it was: the amount that counts, or what was proposed, offered, and taken. */
  part: z.enum(['agreed', 'proposed', 'counter', 'accepted']),
});
export type FigureChange = z.infer<typeof figureChangeSchema>;

/** Of one figure, newest first, 50 at a time. */
export const listFigureHistory = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/figure-history',
  needs: 'timeline.read',
  params: z.object({ proposalId: proposalIdSchema }),
  body: z.object({
    cell: figureKeySchema,
    /** `next` of the page before. */
    before: timelineCursorSchema.optional(),
  }),
  response: z.object({ changes: z.array(figureChangeSchema), next: timelineCursorSchema.nullable() }),
});

/** Behind the figure of a row in the column of an organisation: its own people's and coordinators' to see. */
export const figureWorkingSchema = z.object({
  organisationId: organisationIdSchema,
  rowId: rowIdSchema,
  working: workingSchema,
  updatedAt: timestampSchema,
});
export type FigureWorking = z.infer<typeof figureWorkingSchema>;

/** Of all organisations whose daily rates this person may see. */
export const listWorkings = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/workings',
  needs: 'confidential.own',
  params: z.object({ proposalId: proposalIdSchema }),
  body: emptySchema,
  response: z.array(figureWorkingSchema),
});
export const setWorking = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/organisations/:organisationId/workings/:rowId',
  needs: 'confidential.all',
  ownNeeds: 'confidential.own',
  params: z.object({ proposalId: proposalIdSchema, organisationId: organisationIdSchema, rowId: rowIdSchema }),
  /** null takes it away. */
  body: z.object({
    working: workingSchema.nullable(),
    /** `updatedAt` of what was there when it was begun, null for nothing. 409 conflict where it has changed since. */
    basedOn: timestampSchema.nullable(),
  }),
  /** All of that organisation. */
  response: z.array(figureWorkingSchema),
});
