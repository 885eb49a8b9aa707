// Versions of a proposal: the list, one of them beside another or beside now, and names.
import { z } from 'zod';
import { answerKeySchema } from '../answer-key.ts';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { textPartSchema, versionPartSchema } from '../versions/version-part.ts';
import { timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

const NAME_MAX = 120;
export const versionNameSchema = z.string().trim().min(1).max(NAME_MAX);
export const versionIdSchema = z.uuid().brand<'VersionId'>();
export type VersionId = z.infer<typeof versionIdSchema>;

const personSchema = z.object({ id: userIdSchema, name: z.string() });

export const versionSchema = z.object({
  id: versionIdSchema,
  number: z.number().int(),
  startedAt: timestampSchema,
  at: timestampSchema,
  /** null: it was kept by itself. */
  name: z.string().nullable(),
  namedBy: personSchema.nullable(),
  /** Who changed something since the version before, and which roots of the document. */
  authors: z.array(personSchema),
  roots: z.array(z.string()),
});
export type Version = z.infer<typeof versionSchema>;

const inProposal = z.object({ proposalId: proposalIdSchema });
const oneVersion = inProposal.extend({ versionId: versionIdSchema });

/** Newest first, 50 at a time. */
export const listVersions = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/versions',
  needs: 'timeline.read',
  params: inProposal,
  body: z.object({
    /** `next` of the page before. */
    before: z.coerce.number().int().positive().optional(),
    named: z.literal('1').optional(),
  }),
  response: z.object({ versions: z.array(versionSchema), next: z.number().int().nullable() }),
});

/** What it is now, under a name. */
export const createVersion = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/versions',
  needs: 'version.name',
  params: inProposal,
  body: z.object({ name: versionNameSchema }),
  response: versionSchema,
});

/** Keeps what it is now before somebody restores something: nothing of it is lost. @returns the newest one where nothing was changed since */
export const keepVersion = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/versions/now',
  needs: 'content.write',
  params: inProposal,
  body: z.object({}),
  response: versionSchema,
});

export const renameVersion = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/versions/:versionId',
  needs: 'version.name',
  params: oneVersion,
  /** null takes the name away; the version stays. */
  body: z.object({ name: versionNameSchema.nullable() }),
  response: versionSchema,
});

export const changedPartSchema = z.object({
  root: z.string(),
  /** null: there was nothing. */
  before: versionPartSchema.nullable(),
  after: versionPartSchema.nullable(),
});
export type ChangedPart = z.infer<typeof changedPartSchema>;

/** What differs between a version and another one, or now. */
export const compareVersions = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/versions/:versionId/changes',
  needs: 'timeline.read',
  params: oneVersion,
  body: z.object({ to: z.union([versionIdSchema, z.literal('now')]) }),
  response: z.object({ parts: z.array(changedPartSchema), people: z.array(personSchema) }),
});

/** What a version holds, root by root. */
export const readVersion = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/versions/:versionId/content',
  needs: 'timeline.read',
  params: oneVersion,
  /** `fields`: the plan, the budget, facts and people, without the texts. */
  body: z.object({ only: z.literal('fields').optional() }),
  response: z.object({
    version: versionSchema,
    parts: z.array(z.object({ root: z.string(), part: versionPartSchema })),
    people: z.array(personSchema),
  }),
});

/** Who wrote each character of an answer as it is now. */
export const readAnswerAuthors = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/authorship/:answerKey',
  needs: 'timeline.read',
  params: inProposal.extend({ answerKey: answerKeySchema }),
  body: z.object({}),
  response: z.object({
    /** Its authors are `pages`. */
    part: textPartSchema,
    /** A page that somebody had open while they wrote: who, and when they wrote in it first. */
    pages: z.array(z.object({ page: z.string(), by: userIdSchema, openedAt: timestampSchema })),
    people: z.array(personSchema),
  }),
});
export type AnswerAuthors = z.infer<(typeof readAnswerAuthors)['response']>;

/** Who wrote what of the texts as they are now, by the authors that the server has recorded. */
export const listAuthorship = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/authorship',
  needs: 'timeline.read',
  params: inProposal,
  body: z.object({}),
  response: z.object({
    texts: z.array(
      z.object({
        root: z.string(),
        /** null: nobody that the server knows, such as a template. */
        by: userIdSchema.nullable(),
        /** Code points; a live reference is one. */
        characters: z.number().int(),
      }),
    ),
    people: z.array(personSchema),
  }),
});
