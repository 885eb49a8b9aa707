// Figures that partners propose and coordinators decide: whether a proposal works so, who did what last, and what each organisation
// has agreed to. The figures themselves are in the document.
import { z } from 'zod';
import { figureKeySchema } from '../budget/budget-cells.ts';
import { columnFiguresSchema } from '../budget/column-agreement.ts';
import { organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

export const setNegotiation = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/negotiation',
  needs: 'proposal.manage',
  params: z.object({ proposalId: proposalIdSchema }),
  body: z.object({ isOn: z.boolean() }),
  response: z.object({ isOn: z.boolean() }),
});

export const figureMoveSchema = z.object({
  /** `<row>/<organisation>:<part>` */
  cell: figureKeySchema,
  at: timestampSchema,
  actorId: userIdSchema,
  actorName: z.string(),
  /** Cents; null: taken back, or settled. */
  after: z.number().nullable(),
});
export type FigureMove = z.infer<typeof figureMoveSchema>;

export const columnAgreementSchema = z.object({
  organisationId: organisationIdSchema,
  /** Who agreed, or noted it for the organisation. */
  userId: userIdSchema,
  name: z.string(),
  at: timestampSchema,
  /** What was agreed to; null: taken back. */
  figures: columnFiguresSchema.nullable(),
});
export type ColumnAgreement = z.infer<typeof columnAgreementSchema>;

/** The last move of each figure that is or was negotiated, and the last word of each organisation on its column. */
export const getNegotiation = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/negotiation',
  needs: 'timeline.read',
  params: z.object({ proposalId: proposalIdSchema }),
  body: emptySchema,
  response: z.object({ moves: z.array(figureMoveSchema), agreements: z.array(columnAgreementSchema) }),
});

/** By the organisation's own people; a coordinator notes what they were told. 409 conflict where the column is another by now, or something is open in it. */
export const setAgreement = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/organisations/:organisationId/agreement',
  needs: 'proposal.manage',
  ownNeeds: 'content.writeAll',
  params: z.object({ proposalId: proposalIdSchema, organisationId: organisationIdSchema }),
  /** As they see it; null takes the agreement back. */
  body: z.object({ figures: columnFiguresSchema.nullable() }),
  response: columnAgreementSchema,
});
