// Who may write where, beyond roles: owners and co-writers of sections, locks, whose budget column is whose; and the figures that
// only some may see.
import { z } from 'zod';
import { DAILY_RATE_MAX_CENTS, staffCategorySchema } from '../budget/staff-categories.ts';
import { organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { sectionIdSchema } from '../writing-rights.ts';
import { emptySchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

/** People who write one section together; more would be everybody. */
const WRITERS_MAX = 50;

export const sectionRightSchema = z.object({
  sectionId: sectionIdSchema,
  ownerId: userIdSchema.nullable(),
  writerIds: z.array(userIdSchema),
  /** Only they and coordinators write here; false: everybody whose role writes. */
  isExclusive: z.boolean(),
  lockedBy: userIdSchema.nullable(),
  /** As it was when they locked it: they may have left since. */
  lockedByName: z.string(),
  lockedAt: timestampSchema.nullable(),
});
export type ShownSectionRight = z.infer<typeof sectionRightSchema>;

const sectionParams = z.object({ proposalId: proposalIdSchema, sectionId: sectionIdSchema });

export const setSectionWriters = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/sections/:sectionId/writers',
  needs: 'section.assign',
  params: sectionParams,
  body: z.object({
    ownerId: userIdSchema.nullable(),
    writerIds: z.array(userIdSchema).max(WRITERS_MAX),
    isExclusive: z.boolean(),
  }),
  response: sectionRightSchema,
});
/** Reaches open connections at once: what somebody types there from then on is refused (4423) and kept for them as text. */
export const setSectionLock = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/sections/:sectionId/lock',
  needs: 'section.lock',
  params: sectionParams,
  body: z.object({ isLocked: z.boolean() }),
  response: sectionRightSchema,
});
export const setOwnColumns = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/own-columns',
  needs: 'proposal.manage',
  params: z.object({ proposalId: proposalIdSchema }),
  body: z.object({ isOn: z.boolean() }),
  response: z.object({ isOn: z.boolean() }),
});

/** Of those organisations that this person may see: their own, all for coordinators. Kept outside of the document, which all have. */
export const dailyRatesSchema = z.object({
  organisationId: organisationIdSchema,
  /** Whole cents a day; categories without a rate are left out. */
  rates: z.partialRecord(staffCategorySchema, z.number().int().min(0).max(DAILY_RATE_MAX_CENTS)),
});
export type DailyRates = z.infer<typeof dailyRatesSchema>;
export const listDailyRates = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/daily-rates',
  needs: 'confidential.own',
  params: z.object({ proposalId: proposalIdSchema }),
  body: emptySchema,
  response: z.array(dailyRatesSchema),
});
export const setDailyRate = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/organisations/:organisationId/daily-rates/:category',
  needs: 'confidential.all',
  ownNeeds: 'confidential.own',
  params: z.object({
    proposalId: proposalIdSchema,
    organisationId: organisationIdSchema,
    category: staffCategorySchema,
  }),
  /** null takes it away. */
  body: z.object({ amountCents: z.number().int().min(0).max(DAILY_RATE_MAX_CENTS).nullable() }),
  response: dailyRatesSchema,
});
