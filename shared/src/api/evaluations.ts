// Mock evaluations: rounds in which people score a version of the proposal against the criteria of its call. What an evaluator
// gives is read by nobody else before they submit it.
import { z } from 'zod';
import { scaleSchema } from '../evaluation/scale.ts';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { versionPartSchema } from '../versions/version-part.ts';
import { emptySchema, okSchema, textSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';
import { versionIdSchema, versionNameSchema } from './versions.ts';

/** A criterion deserves a page; the forms of experts take about as much. */
export const REMARK_MAX = 5000;
/** More than any consortium can find; a mistake is not answered by a thousand mails. */
export const EVALUATORS_MAX = 50;

export const roundIdSchema = z.uuid().brand<'RoundId'>();
export type RoundId = z.infer<typeof roundIdSchema>;

const evaluatorSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  submittedAt: timestampSchema.nullable(),
  /** false: they have left the proposal, and are waited for no more. */
  isMember: z.boolean(),
});
export type RoundEvaluator = z.infer<typeof evaluatorSchema>;

export const roundSchema = z.object({
  id: roundIdSchema,
  number: z.number().int(),
  version: z.object({ id: versionIdSchema, name: z.string().nullable(), at: timestampSchema }),
  scale: scaleSchema,
  /** 'YYYY-MM-DD', '' for none. */
  dueOn: z.string(),
  isAnonymous: z.boolean(),
  isShared: z.boolean(),
  createdAt: timestampSchema,
  closedAt: timestampSchema.nullable(),
  /** What this person is in it; null: no evaluator. */
  mine: z.object({ submittedAt: timestampSchema.nullable() }).nullable(),
  /** null: not theirs to know, because evaluators are anonymous to each other. */
  evaluators: z.array(evaluatorSchema).nullable(),
  /** This person may read the results, as far as there are any. */
  seesResults: z.boolean(),
});
export type Round = z.infer<typeof roundSchema>;

const inProposal = z.object({ proposalId: proposalIdSchema });
const inRound = inProposal.extend({ roundId: roundIdSchema });
const path = '/api/proposals/:proposalId/evaluation-rounds';

/** Newest first: all for coordinators, else those that one evaluates in and those whose results are shared. */
export const listRounds = defineRoute({
  method: 'GET',
  path,
  needs: 'proposal.read',
  params: inProposal,
  body: emptySchema,
  response: z.array(roundSchema),
});

const evaluatorIds = z.array(userIdSchema).min(1).max(EVALUATORS_MAX);
const dueOnSchema = z.union([z.iso.date(), z.literal('')]);

/** 422 where somebody among the evaluators is no member. */
export const openRound = defineRoute({
  method: 'POST',
  path,
  needs: 'evaluation.manage',
  params: inProposal,
  body: z.object({
    /** A version that there is, or the name under which the present becomes one. */
    copy: z.union([z.object({ versionId: versionIdSchema }), z.object({ name: versionNameSchema })]),
    dueOn: dueOnSchema,
    isAnonymous: z.boolean(),
    evaluatorIds,
  }),
  response: roundSchema,
});

export const changeRound = defineRoute({
  method: 'PATCH',
  path: `${path}/:roundId`,
  needs: 'evaluation.manage',
  params: inRound,
  /** Shared is only what is closed: 409 before. */
  body: z.object({ dueOn: dueOnSchema, isShared: z.boolean() }).partial(),
  response: roundSchema,
});

/** For good: nothing is submitted, changed or withdrawn any more. */
export const closeRound = defineRoute({
  method: 'POST',
  path: `${path}/:roundId/close`,
  needs: 'evaluation.manage',
  params: inRound,
  body: emptySchema,
  response: roundSchema,
});

/** Who is in it already stays. */
export const addEvaluators = defineRoute({
  method: 'POST',
  path: `${path}/:roundId/evaluators`,
  needs: 'evaluation.manage',
  params: inRound,
  body: z.object({ userIds: evaluatorIds }),
  response: roundSchema,
});

/** 409 for one who has submitted: results are not chosen. */
export const removeEvaluator = defineRoute({
  method: 'DELETE',
  path: `${path}/:roundId/evaluators/:userId`,
  needs: 'evaluation.manage',
  params: inRound.extend({ userId: userIdSchema }),
  body: emptySchema,
  response: roundSchema,
});

/** What is scored: the version, root by root, without who wrote what. */
export const getRoundCopy = defineRoute({
  method: 'GET',
  path: `${path}/:roundId/copy`,
  needs: 'evaluation.read',
  /** Evaluators of the round. */
  ownNeeds: 'proposal.read',
  params: inRound,
  body: emptySchema,
  response: z.object({ parts: z.array(z.object({ root: z.string(), part: versionPartSchema })) }),
});

const criterionId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
export const remarks = ['strengths', 'weaknesses', 'comment'] as const;
export type Remark = (typeof remarks)[number];

export const criterionScoreSchema = z.object({
  criterionId,
  /** null: not given yet, and always of the proposal as a whole (`overall`). */
  points: z.number().nullable(),
  comment: z.string(),
  strengths: z.string(),
  weaknesses: z.string(),
});
export type CriterionScore = z.infer<typeof criterionScoreSchema>;

const ownSchema = z.object({ submittedAt: timestampSchema.nullable(), scores: z.array(criterionScoreSchema) });
export type OwnEvaluation = z.infer<typeof ownSchema>;
const mine = `${path}/:roundId/mine` as const;

/** One's own, submitted or not. */
export const getOwnEvaluation = defineRoute({
  method: 'GET',
  path: mine,
  needs: 'nobody',
  ownNeeds: 'proposal.read',
  params: inRound,
  body: emptySchema,
  response: ownSchema,
});

const valueFields = {
  points: z.number().nullable(),
  comment: textSchema(REMARK_MAX),
  strengths: textSchema(REMARK_MAX),
  weaknesses: textSchema(REMARK_MAX),
};
/** Field by field. 409 conflict where something else is stored than `was` by now: the same person on another device. */
export const saveScore = defineRoute({
  method: 'PATCH',
  path: `${mine}/criteria/:criterionId`,
  needs: 'nobody',
  ownNeeds: 'evaluation.write',
  params: inRound.extend({ criterionId }),
  body: z.object({ ...valueFields, was: z.object(valueFields).partial() }).partial(),
  response: ownSchema,
});

/** 409 while a criterion has no points. */
export const submitEvaluation = defineRoute({
  method: 'PUT',
  path: `${mine}/submitted`,
  needs: 'nobody',
  ownNeeds: 'evaluation.write',
  params: inRound,
  body: emptySchema,
  response: ownSchema,
});

/** Until the round is closed. 409 for a coordinator who has seen what others gave. */
export const withdrawEvaluation = defineRoute({
  method: 'DELETE',
  path: `${mine}/submitted`,
  needs: 'nobody',
  ownNeeds: 'evaluation.write',
  params: inRound,
  body: emptySchema,
  response: ownSchema,
});

const resultSchema = z.object({
  /** Stable in the round, and says nothing of who it is. */
  id: z.string(),
  /** null: anonymous for this reader. */
  name: z.string().nullable(),
  scores: z.array(criterionScoreSchema),
});
export type EvaluationResult = z.infer<typeof resultSchema>;

/** Only what was submitted. Of shared rounds also for who reads the proposal's history. */
export const listResults = defineRoute({
  method: 'GET',
  path: `${path}/:roundId/results`,
  needs: 'evaluation.read',
  params: inRound,
  body: emptySchema,
  response: z.object({
    /** true: this person evaluates here too and has not submitted yet, so that they see nothing of the others. */
    isWithheld: z.boolean(),
    evaluations: z.array(resultSchema),
  }),
});

/** Taken as a file, which the page makes from what it holds: the record says so. */
export const noteResultsExport = defineRoute({
  method: 'POST',
  path: `${path}/:roundId/results/exports`,
  needs: 'evaluation.read',
  params: inRound,
  body: emptySchema,
  response: okSchema,
});
