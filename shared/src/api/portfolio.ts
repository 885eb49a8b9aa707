// The life of a proposal around its content: archive, bin, handing over, carrying into another call.
import { z } from 'zod';
import { organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, nameSchema, okSchema, textSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

const params = z.object({ proposalId: proposalIdSchema });

/** Days that a deleted proposal can be brought back: long enough for a holiday. */
export const GRACE_DAYS = 30;

export const setArchived = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/archived',
  needs: 'proposal.manage',
  params,
  body: z.object({ isArchived: z.boolean() }),
  response: okSchema,
});

/** At once for everybody; its coordinators can bring it back for GRACE_DAYS, then nothing of it is left. */
export const deleteProposal = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId',
  needs: 'proposal.delete',
  params,
  body: emptySchema,
  response: okSchema,
});
/** 404 when it is not in the bin of this coordinator. */
export const restoreProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/restore',
  needs: 'proposal.delete',
  params,
  body: emptySchema,
  response: okSchema,
});
export const deletedProposalSchema = z.object({
  id: proposalIdSchema,
  title: z.string(),
  acronym: z.string(),
  callId: z.string(),
  deletedAt: timestampSchema,
  erasedAt: timestampSchema,
});
export type DeletedProposal = z.infer<typeof deletedProposalSchema>;
export const listDeleted = defineRoute({
  method: 'GET',
  path: '/api/deleted-proposals',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: z.array(deletedProposalSchema),
});

/** In one step, so that there is a coordinator at every moment. Whoever hands over stays as an editor, or leaves. */
export const handOver = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/hand-over',
  needs: 'proposal.handOver',
  params,
  body: z.object({ userId: userIdSchema, isLeaving: z.boolean() }),
  response: okSchema,
});

const cloneFields = {
  callId: z.string().max(40),
  sector: z.string().max(10),
  /** Who comes along; the first one in the old order is the applicant. */
  organisationIds: z.array(organisationIdSchema).min(1).max(100),
  texts: z.boolean(),
  plan: z.boolean(),
  /** Amounts; of nothing without the plan. */
  budget: z.boolean(),
};
const leftoverFields = { kind: z.enum(['text', 'fact', 'plan', 'budget']), label: z.string() };

/** What would move and what would not, before anybody decides. Changes nothing. */
export const previewClone = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/clone/preview',
  needs: 'proposal.clone',
  params,
  body: z.object(cloneFields),
  response: z.object({
    moves: z.object({ texts: z.number(), facts: z.number(), plan: z.number(), amounts: z.number() }),
    leftovers: z.array(z.object(leftoverFields)),
  }),
});
/** Whoever does it coordinates the new one. */
export const cloneProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/clone',
  needs: 'proposal.clone',
  params,
  body: z.object({
    ...cloneFields,
    title: nameSchema,
    acronym: textSchema(250).default(''),
    /** Members who come along, with the role that they have. */
    memberIds: z.array(userIdSchema).max(300),
  }),
  response: z.object({ id: proposalIdSchema, leftovers: z.number() }),
});

export const leftoverSchema = z.object({
  id: z.string(),
  ...leftoverFields,
  body: z.string(),
  isSettled: z.boolean(),
});
export type LeftoverEntry = z.infer<typeof leftoverSchema>;
/** What the form had no place for when this proposal was carried over from another one. */
export const listLeftovers = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/leftovers',
  needs: 'content.writeAll',
  params,
  body: emptySchema,
  response: z.array(leftoverSchema),
});
export const settleLeftover = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/leftovers/:leftoverId/settled',
  needs: 'content.writeAll',
  params: params.extend({ leftoverId: z.string().max(40) }),
  body: z.object({ isSettled: z.boolean() }),
  response: okSchema,
});
