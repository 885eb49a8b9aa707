// Answers' state, comments and the timeline: what is said about the text, kept in SQL with trusted authors.
import { z } from 'zod';
import { answerKeySchema } from '../answer-key.ts';
import { figureKeySchema } from '../budget/budget-cells.ts';
import {
  commentIdSchema,
  organisationIdSchema,
  planObjectIdSchema,
  proposalIdSchema,
  threadIdSchema,
  userIdSchema,
} from '../ids.ts';
import { parseSuggestionId } from '../text/suggestions.ts';
import { daySchema, emptySchema, messageSchema, okSchema, quoteSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

const proposalParams = z.object({ proposalId: proposalIdSchema });

/** `empty` is not stored: an answer without text is empty, one with text is at least a draft. */
export const answerStatusSchema = z.enum(['draft', 'review', 'final']);
export type AnswerStatus = z.infer<typeof answerStatusSchema>;

export const answerStateSchema = z.object({
  key: answerKeySchema,
  status: answerStatusSchema,
  ownerId: userIdSchema.nullable(),
  /** Who carried it over to the portal, when, and the text they copied: valid while `hashText` of the answer is equal. */
  carriedOver: z.object({ by: userIdSchema, at: timestampSchema, textHash: z.string() }).nullable(),
});
export type AnswerState = z.infer<typeof answerStateSchema>;

export const listAnswerStates = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/answers',
  needs: 'proposal.read',
  params: proposalParams,
  body: emptySchema,
  response: z.array(answerStateSchema),
});
export const changeAnswerState = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/answers/:key',
  needs: 'answer.manage',
  params: proposalParams.extend({ key: answerKeySchema }),
  body: z
    .object({
      status: answerStatusSchema,
      ownerId: userIdSchema.nullable(),
      /** null takes the tick back. */
      carriedOver: z.object({ textHash: z.string().max(64) }).nullable(),
    })
    .partial(),
  response: answerStateSchema,
});

const passageSchema = z.object({
  kind: z.literal('passage'),
  key: answerKeySchema,
  quote: quoteSchema,
  before: z.string().max(200),
  after: z.string().max(200),
});
/** What it was called when somebody wrote about it: shown when it is gone. */
const objectNameSchema = z.string().max(600);
/** Characters of a suggestion that are kept with what is said about it: more than a card shows. */
export const SUGGESTED_WORDS_MAX = 500;
const suggestedWordsSchema = z.string().max(SUGGESTED_WORDS_MAX);
export const suggestionSchema = z.object({
  kind: z.literal('suggestion'),
  key: answerKeySchema,
  /** Its author is in it. Nothing asks whether it is in the text: somebody may have decided at that moment. */
  suggestionId: z.string().refine((id) => parseSuggestionId(id) !== null, 'not a suggestion'),
  /** What it wanted when somebody wrote about it, and then when it was decided: what one reads when it is gone. */
  verb: z.enum(['insert', 'delete', 'replace', 'format', 'block', 'split', 'join']),
  before: suggestedWordsSchema,
  after: suggestedWordsSchema,
  /** null while it waits. */
  outcome: z.enum(['accepted', 'rejected', 'withdrawn']).nullable().default(null),
});
export type SuggestionTarget = z.infer<typeof suggestionSchema>;
export type SuggestionOutcome = NonNullable<SuggestionTarget['outcome']>;
/** What a thread is about. A passage is a part of an answer, with its anchor in the text. */
export const commentTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), sectionId: z.string().max(64) }),
  z.object({ kind: z.literal('question'), key: answerKeySchema }),
  passageSchema,
  suggestionSchema,
  /** A cell of the budget, `<row>/<column>` or `<row>/total`. */
  z.object({ kind: z.literal('cell'), cell: figureKeySchema, name: objectNameSchema }),
  /** A work package, activity, deliverable or milestone, in the table and in the picture. */
  z.object({ kind: z.literal('plan'), objectId: planObjectIdSchema, name: objectNameSchema }),
  z.object({ kind: z.literal('organisation'), organisationId: organisationIdSchema, name: objectNameSchema }),
]);
export type CommentTarget = z.infer<typeof commentTargetSchema>;

/** In the order in which they are offered. Few, and none that says no: disagreeing takes words. */
export const reactionSchema = z.enum(['agree', 'thanks', 'heart', 'party', 'look', 'doubt']);
export type Reaction = z.infer<typeof reactionSchema>;

/** Who said it, by the name in a file that somebody brought it with; and when, where the file says so. */
export const fileCommentSchema = z.object({ author: z.string().max(120), at: timestampSchema.nullable() });
export type FileComment = z.infer<typeof fileCommentSchema>;

export const commentSchema = z.object({
  id: commentIdSchema,
  authorId: userIdSchema,
  authorName: z.string(),
  organisationId: organisationIdSchema.nullable(),
  /** null: its author said it here. */
  fromFile: fileCommentSchema.nullable().default(null),
  /** '' when deleted. */
  body: z.string(),
  createdAt: timestampSchema,
  editedAt: timestampSchema.nullable(),
  isDeleted: z.boolean(),
  /** Who reacted how, in the order of the reactions and of their coming. Answers kept by older pages have none. */
  reactions: z
    .array(
      z.object({ reaction: reactionSchema, people: z.array(z.object({ userId: userIdSchema, name: z.string() })) }),
    )
    .default([]),
});
export type Comment = z.infer<typeof commentSchema>;

/** A thread that somebody is to settle: one person, or whoever of an organisation. */
export const taskSchema = z.object({
  assigneeId: userIdSchema.nullable(),
  assigneeOrganisationId: organisationIdSchema.nullable(),
  /** Of the person; '' for an organisation. */
  assigneeName: z.string(),
  dueOn: daySchema,
  assignedBy: userIdSchema.nullable(),
});
export type Task = z.infer<typeof taskSchema>;

export const threadSchema = z.object({
  id: threadIdSchema,
  target: commentTargetSchema,
  /** The first is what opened the thread. */
  comments: z.array(commentSchema),
  resolvedAt: timestampSchema.nullable(),
  resolvedBy: userIdSchema.nullable(),
  task: taskSchema.nullable().default(null),
  /** Somebody else wrote in it since I last read it. */
  isUnread: z.boolean(),
});
export type Thread = z.infer<typeof threadSchema>;

/** Yjs relative positions of a passage's two ends, base64 of `Y.encodeRelativePosition`. 409 passage-gone. */
const anchorSchema = z.object({ start: z.string().max(200), end: z.string().max(200) });

const threadParams = proposalParams.extend({ threadId: threadIdSchema });
const commentParams = threadParams.extend({ commentId: commentIdSchema });

export const listThreads = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/threads',
  needs: 'proposal.read',
  params: proposalParams,
  body: emptySchema,
  response: z.array(threadSchema),
});
export const createThread = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/threads',
  needs: 'comment.write',
  params: proposalParams,
  body: z.object({
    /** Made by the client, so that a repeated request does not open a second thread. */
    id: threadIdSchema,
    target: commentTargetSchema,
    /** For a passage. */
    anchor: anchorSchema.optional(),
    body: messageSchema,
    fromFile: fileCommentSchema.optional(),
  }),
  response: threadSchema,
});
export const replyToThread = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/threads/:threadId/comments',
  needs: 'comment.write',
  params: threadParams,
  body: z.object({ id: commentIdSchema, body: messageSchema, fromFile: fileCommentSchema.optional() }),
  response: threadSchema,
});
/** One's own only. */
export const editComment = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/threads/:threadId/comments/:commentId',
  needs: 'nobody',
  ownNeeds: 'comment.write',
  params: commentParams,
  body: z.object({ body: messageSchema }),
  response: threadSchema,
});
/** One's own only. The place stays as "deleted" while others have replied; an empty thread goes with its anchor. */
export const deleteComment = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/threads/:threadId/comments/:commentId',
  needs: 'nobody',
  ownNeeds: 'comment.write',
  params: commentParams,
  body: emptySchema,
  response: okSchema,
});
/** What it said before its author changed it, the latest first. */
export const listWordings = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/threads/:threadId/comments/:commentId/wordings',
  needs: 'proposal.read',
  params: commentParams,
  body: emptySchema,
  response: z.array(z.object({ body: z.string(), at: timestampSchema })),
});
/** One's own sign. Nobody is told by mail, and nothing becomes unread by it. */
export const setReaction = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/threads/:threadId/comments/:commentId/reactions',
  needs: 'comment.write',
  params: commentParams,
  body: z.object({ reaction: reactionSchema, isOn: z.boolean() }),
  response: threadSchema,
});
/** Whoever comments may say whose it is to settle, until when; both empty take it back. 409 conflict for who is not here. */
export const setTask = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/threads/:threadId/task',
  needs: 'comment.write',
  params: threadParams,
  body: taskSchema.pick({ assigneeId: true, assigneeOrganisationId: true, dueOn: true }),
  response: threadSchema,
});
/** Whoever comments may resolve and reopen threads that they opened, and those that are theirs to settle. */
export const setThreadResolved = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/threads/:threadId/resolved',
  needs: 'comment.resolve',
  ownNeeds: 'comment.write',
  params: threadParams,
  body: z.object({ isResolved: z.boolean() }),
  response: threadSchema,
});
/** To other words, after its own were deleted. Whoever comments may move threads that they opened. */
export const attachThread = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/threads/:threadId/passage',
  needs: 'comment.resolve',
  ownNeeds: 'comment.write',
  params: threadParams,
  body: z.object({ target: passageSchema.extend({ quote: quoteSchema.min(1) }), anchor: anchorSchema }),
  response: threadSchema,
});
export const markThreadRead = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/threads/:threadId/read',
  needs: 'proposal.read',
  params: threadParams,
  body: emptySchema,
  response: okSchema,
});

export const timelineKindSchema = z.enum([
  'text',
  'fact',
  'plan',
  'budget',
  'comment',
  'status',
  'owner',
  'carried-over',
  'member',
  'invitation',
  'organisation',
  'section',
  'created',
]);
export type TimelineKind = z.infer<typeof timelineKindSchema>;

export const timelineEntrySchema = z.object({
  id: z.string(),
  kind: timelineKindSchema,
  /** First and last moment: text of one person in one answer within ten minutes is one entry. */
  startedAt: timestampSchema,
  at: timestampSchema,
  actorId: userIdSchema.nullable(),
  actorName: z.string(),
  organisationId: organisationIdSchema.nullable(),
  /** An answer key, `<object id>/<field>`, `<row id>/<column id>`, a section or a person: what it is about. */
  target: z.string(),
  /** Section of the form that the target belongs to, '' for none. */
  sectionId: z.string(),
  /** By kind. text: {added, removed} characters. fact, plan, budget: {old, new, label}. Others: see the server's presenter. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/**
 * A place in the timeline: the moment and the id of an entry. Holds although that entry is joined by a later edit, which
 * moves it to the top, or goes away.
 */
export const timelineCursorSchema = z.string().regex(/^[0-9]{1,15}-[0-9a-f-]{36}$/, 'not a place in the timeline');

/** Newest first, 50 at a time. */
export const listTimeline = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/timeline',
  needs: 'timeline.read',
  params: proposalParams,
  body: z.object({
    /** `next` of the page before. */
    before: timelineCursorSchema.optional(),
    actorId: userIdSchema.optional(),
    organisationId: organisationIdSchema.optional(),
    sectionId: z.string().max(64).optional(),
    kind: timelineKindSchema.optional(),
  }),
  response: z.object({ entries: z.array(timelineEntrySchema), next: timelineCursorSchema.nullable() }),
});
