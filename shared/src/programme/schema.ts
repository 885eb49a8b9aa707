// What the product knows of one call of one action, as data: form, limits, rules, dates. One module per action and call
// year (ka220-2026.ts), checked by `callSchema` in a test. Components hold no rule and no figure of the programme.
import { z } from 'zod';
import { sourced } from './sourced.ts';
import { unitCostsSchema } from './unit-costs-schema.ts';

export type { Confidence, Sourced } from './sourced.ts';

/** What kind of answer a question takes. Only `text` is written together in an editor (a Y.Text of its own). */
export const questionTypeSchema = z.enum([
  'text',
  'line',
  'date',
  'int',
  'select',
  'multiselect',
  'yesno',
  'checkbox',
  'money',
  'org',
  'orgs',
  'oid',
  'matrix',
  'file',
  'files',
  'auto',
  'table',
  'dates',
]);
export type QuestionType = z.infer<typeof questionTypeSchema>;

/**
 * Once for the project, or once for each organisation, work package (without the first, management) or activity; in calls that
 * tell activities apart, `output` and `event` are activities of that type, and `activity` those of none.
 */
export const repeatSchema = z.enum(['project', 'organisation', 'work_package', 'activity', 'output', 'event']);
export type Repeat = z.infer<typeof repeatSchema>;

export const questionSchema = z.object({
  /** Stable for ever, unique in the form; part of the answer's key. */
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  prompt: z.string().min(1),
  /** What a good answer holds, in our words. */
  guidance: z.string().optional(),
  type: questionTypeSchema,
  repeat: repeatSchema,
  /** Characters, UTF-16 code units. null: none known. */
  limit: sourced(z.number().int().positive()).nullable(),
  /** Ids of the award criteria that the answer feeds. */
  criteria: z.array(z.string()),
  optional: z.boolean().optional(),
  /** For select and multiselect. The value stored is the id. */
  options: z.array(z.object({ id: z.string(), label: z.string(), group: z.string().optional() })).optional(),
  /** Of options that the programme sets each year: where the list comes from. */
  optionsBasis: sourced(z.literal(true)).optional(),
  /** For multiselect: how many may be chosen. */
  choicesMax: z.number().int().optional(),
  /** Filled by the product or the portal: shown, not written. */
  isAutomatic: z.boolean().optional(),
  /** Asked only when the form's language is not English. */
  onlyIfNotEnglish: z.boolean().optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const groupSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The whole group repeats with its object; its questions carry the same value. */
  repeat: repeatSchema,
  questions: z.array(questionSchema),
});
export type QuestionGroup = z.infer<typeof groupSchema>;

export const sectionSchema = z.object({ id: z.string(), title: z.string(), groups: z.array(groupSchema).min(1) });
export type FormSection = z.infer<typeof sectionSchema>;

/** Who may take part. A figure that is null is not asked for in this call, as far as is known. */
export const eligibilitySchema = z.object({
  /** The applicant comes from a Member State or an associated country. */
  applicantCountry: sourced(z.literal('programme')),
  /** Regions of third countries not associated (1 to 14) whose organisations may be partners; none: programme countries only. */
  partnerRegions: sourced(z.array(z.number().int())),
  /** EU codes of countries that the action leaves out. */
  excludedCountries: sourced(z.array(z.string())),
  /** How old the applicant is at the deadline, in years. */
  applicantAgeYearsMin: sourced(z.number().int()).nullable(),
  /** Applications of one organisation for one deadline. */
  applicationsPerOidMax: sourced(z.number().int()),
  associatedPartners: sourced(z.boolean()),
  /** Higher education institutions of programme countries have a charter (ECHE). */
  charterForHigherEducation: sourced(z.literal(true)).nullable(),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

const monthsSchema = z.object({ min: sourced(z.number().int()), max: sourced(z.number().int()) });

/** Kinds of activities that a form asks about apart; `activity` is everything that is none of the others. */
export const activityPartSchema = z.enum(['meeting', 'output', 'event', 'activity']);
export type ActivityPart = z.infer<typeof activityPartSchema>;

/** What holds instead in one sector of a call. */
const sectorFiguresSchema = z.object({
  durationMonths: monthsSchema.optional(),
  organisationsMin: sourced(z.number().int()).optional(),
  countriesMin: sourced(z.number().int()).optional(),
});

/** 'YYYY-MM-DDTHH:MM' */
const localTimeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'not a local time');

export const documentKindSchema = z.enum(['mandate', 'accession', 'declaration', 'other']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const callSchema = z.object({
  /** 'KA220-2026'. */
  id: z.string(),
  action: z.string(),
  actionLabel: z.string(),
  year: z.number().int(),
  /** The call that this one repeats, figure by figure, until its own guide is out. */
  copyOf: z.string().optional(),
  /** The programme of those years is over: to write in it is to keep or to learn. */
  isOver: z.boolean().optional(),
  sectors: z.array(z.object({ id: z.string(), label: z.string() })).min(1),
  /** What differs in one of them, by its id. */
  bySector: z.record(z.string(), sectorFiguresSchema).optional(),
  sections: z.array(sectionSchema),
  /** Of the uploaded text as a whole; null where each answer has its own limit. */
  pageLimit: sourced(z.number().int().positive()).nullable(),
  /** In order of their rounds. */
  deadlines: z.array(
    z.object({
      round: z.number().int(),
      /** Local time in `zone`, '2026-03-05T12:00'; null while nobody knows it. */
      at: sourced(localTimeSchema.nullable()),
      zone: z.literal('Europe/Brussels'),
      sectors: z.array(z.string()).optional(),
    }),
  ),
  durationMonths: monthsSchema,
  organisationsMin: sourced(z.number().int()),
  countriesMin: sourced(z.number().int()),
  eligibility: eligibilitySchema,
  /** By which number organisations are known: that of the registration system (OID), or that of the EU portal (PIC). */
  organisationId: sourced(z.enum(['oid', 'pic'])),
  /** What organisations sign, and which of them. */
  signedDocuments: z.array(
    z.object({
      /** One of them is enough: which one is asked for depends on year and agency. */
      kinds: z.array(documentKindSchema).min(1),
      from: z.enum(['applicant', 'partner']),
      basis: sourced(z.literal(true)),
    }),
  ),
  /** Cents; null where the grant is the sum of unit costs. */
  lumpSumsCents: sourced(z.array(z.number().int().positive()).min(1)).nullable(),
  /** What carries the amounts: work packages with activities below (KA220), activities alone (KA210), or headings of unit costs. */
  budgetUnit: z.enum(['work_package', 'activity', 'unit_cost']),
  /** Rates and ceilings; null where there are none. */
  unitCosts: unitCostsSchema.nullable(),
  /** The kinds of activities that the form asks about apart, in its order; null where there is one kind. */
  activityParts: z.array(z.object({ id: activityPartSchema, label: z.string() })).nullable(),
  managementShareMax: sourced(z.number().gt(0).max(1)).nullable(),
  /** Work packages beside management; null where there are none. */
  workPackages: z
    .object({ min: sourced(z.number()), max: sourced(z.number()), recommendedTotalMax: sourced(z.number()) })
    .nullable(),
  /** Activities of each work package beside management; null where there are no work packages. */
  activitiesPerWorkPackageMin: sourced(z.number().int()).nullable(),
  /** Whether work package 1, project management, has activities; null where there are no work packages. */
  managementHasActivities: sourced(z.boolean()).nullable(),
  /** Sums that the form wants equal; null where this call does not ask it. */
  identities: z.object({
    workPackagesToLumpSum: sourced(z.literal(true)).nullable(),
    activitiesToWorkPackage: sourced(z.literal(true)).nullable(),
    activitiesToLumpSum: sourced(z.literal(true)).nullable(),
  }),
  /** First and last day, 'YYYY-MM-DD', on which a project of this call may start, over all rounds. */
  startWindow: sourced(z.object({ from: z.iso.date(), to: z.iso.date() })),
  criteria: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** Below `min` the proposal fails. */
      points: sourced(z.object({ max: z.number(), min: z.number() })),
      aspects: z.array(z.string()).min(1),
    }),
  ),
  thresholdTotal: sourced(z.number()),
  /** Evaluators give points in steps of this: 1, or 0.5. */
  scoreStep: sourced(z.number().positive()),
  /** Criteria that decide between equal totals, in this order; null where nothing is known. */
  tieBreak: sourced(z.array(z.string())).nullable(),
  /** Lowest points for "very good", "good" and "fair", by the highest points of a criterion. */
  qualityBands: z.array(z.object({ max: z.number(), from: sourced(z.tuple([z.number(), z.number(), z.number()])) })),
  /** What else the guides say, in our words; nothing is computed from it. */
  statements: z.array(z.object({ id: z.string(), label: z.string(), says: sourced(z.string()) })),
});
export type Call = z.infer<typeof callSchema>;
