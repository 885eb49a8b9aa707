// The rates and ceilings of actions that are paid by unit costs. Amounts in cents, distances in whole kilometres.
import { z } from 'zod';
import { sourced } from './sourced.ts';

const cents = z.number().int().min(0);

/** From the first kilometre to the last one, both included; null: without end. Ids stand in the keys of the budget. */
const bandSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,24}$/),
  fromKm: z.number().int().min(0),
  toKm: z.number().int().nullable(),
  rate: sourced(cents),
});
export type DistanceBand = z.infer<typeof bandSchema>;

const supportSchema = z.object({ untilDay14: sourced(cents), fromDay15: sourced(cents) });

export const staffCategoryIds = ['manager', 'teacher', 'technician', 'administrative'] as const;
export type StaffCategoryId = (typeof staffCategoryIds)[number];

export const unitCostsSchema = z.object({
  management: z.object({
    /** For each month of the project. */
    coordinatorPerMonth: sourced(cents),
    partnerPerMonth: sourced(cents),
    perMonthMax: sourced(cents),
    /** With the coordinator. */
    organisationsCountedMax: sourced(z.number().int()),
  }),
  /** For each participant of a transnational meeting, travel and subsistence together; nothing below the first band. */
  meetings: z.array(bandSchema),
  outputs: z.object({
    /** For each day of work, by the group of the organisation's country. */
    groups: z.array(
      z.object({
        id: z.string(),
        countries: sourced(z.array(z.string())),
        perDay: z.object({
          manager: sourced(cents),
          teacher: sourced(cents),
          technician: sourced(cents),
          administrative: sourced(cents),
        }),
      }),
    ),
  }),
  events: z.object({
    localParticipant: sourced(cents),
    foreignParticipant: sourced(cents),
    projectMax: sourced(cents),
  }),
  trainings: z.object({
    /** For each participant and accompanying person, there and back; nothing below the first band. */
    travel: z.array(bandSchema),
    /** For each day. */
    staff: supportSchema,
    learner: supportSchema,
    daysMax: sourced(z.number().int()),
    linguisticSupport: sourced(cents),
  }),
  exceptional: z.object({
    /** Part of the real cost that is paid. */
    rate: sourced(z.number().min(0).max(1)),
    projectMax: sourced(cents),
    expensiveTravelRate: sourced(z.number().min(0).max(1)),
  }),
  specialNeedsRate: sourced(z.number().min(0).max(1)),
  /** Of the whole grant. */
  grant: z.object({ perMonthMax: sourced(cents), perYearMax: sourced(cents), projectMax: sourced(cents) }),
  /** Sectors in which organisations are paid by school and year instead of a ceiling of the project. */
  schoolExchange: z.object({
    sectors: z.array(z.string()),
    perSchoolAndYearMax: sourced(cents),
    projectMax: sourced(cents),
  }),
});
export type UnitCosts = z.infer<typeof unitCostsSchema>;
