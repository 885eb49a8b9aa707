// Freezing a proposal, for reading or for submission: from then on nobody changes its content, until somebody who may unlocks it. What
// may go on is in server/src/versions/FREEZING.md.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, textSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';
import { versionIdSchema, versionNameSchema } from './versions.ts';

/** As long as a paragraph: it is read above every page. */
export const FREEZE_NOTE_MAX = 500;
/** Who may unlock; more would be everybody. */
export const UNLOCKERS_MAX = 20;

export const freezeIdSchema = z.uuid().brand<'FreezeId'>();
export type FreezeId = z.infer<typeof freezeIdSchema>;

/** Which of them it is changes nothing but what people are told. */
export const freezePurposeSchema = z.enum(['reading', 'submission']);
export type FreezePurpose = z.infer<typeof freezePurposeSchema>;

/** Where none of them takes part any more, coordinators may. */
export const unlockersSchema = z.enum(['coordinators', 'freezer', 'named']);
export type Unlockers = z.infer<typeof unlockersSchema>;

const personSchema = z.object({ id: userIdSchema, name: z.string() });

export const freezeSchema = z.object({
  id: freezeIdSchema,
  purpose: freezePurposeSchema,
  /** '' for none. */
  note: z.string(),
  unlockers: unlockersSchema,
  /** Of `named`, with the names that they have today. */
  unlockerPeople: z.array(personSchema),
  frozenBy: personSchema,
  frozenAt: timestampSchema,
  /** The whole as it was frozen; null for the moment until it is kept. */
  version: z.object({ id: versionIdSchema, number: z.number().int(), name: z.string().nullable() }).nullable(),
  /** null: it is in force. */
  unlockedBy: personSchema.nullable(),
  unlockedAt: timestampSchema.nullable(),
  unlockNote: z.string(),
  /** Whoever asked may unlock it now. */
  mayUnlock: z.boolean(),
});
export type Freeze = z.infer<typeof freezeSchema>;

const inProposal = z.object({ proposalId: proposalIdSchema });

/** The log: who froze and who unlocked, newest first. */
export const listFreezes = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/freezes',
  needs: 'timeline.read',
  params: inProposal,
  body: emptySchema,
  response: z.array(freezeSchema),
});

/** 409 conflict where it is frozen already. Reaches open connections before the answer: what comes later is refused (4424). */
export const freezeProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/freezes',
  needs: 'version.freeze',
  params: inProposal,
  body: z
    .object({
      purpose: freezePurposeSchema,
      /** Of the version that it keeps. */
      name: versionNameSchema,
      note: textSchema(FREEZE_NOTE_MAX).default(''),
      unlockers: unlockersSchema,
      /** Members with an account. Of `named` alone. */
      unlockerIds: z.array(userIdSchema).max(UNLOCKERS_MAX).default([]),
    })
    .refine(({ unlockers, unlockerIds }) => (unlockers === 'named') === unlockerIds.length > 0, {
      path: ['unlockerIds'],
      message: 'names people where they are to be named, and only there',
    }),
  response: freezeSchema,
});

/** By whom the freeze names. Once more changes nothing. */
export const unlockProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/freezes/:freezeId/unlock',
  needs: 'version.freeze',
  params: inProposal.extend({ freezeId: freezeIdSchema }),
  body: z.object({ note: textSchema(FREEZE_NOTE_MAX).default('') }),
  response: freezeSchema,
});
