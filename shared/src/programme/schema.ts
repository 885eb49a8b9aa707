// What the product knows of one call of one action, as data: form, limits, rules, dates. One module per action and call
// year (ka220-2026.ts), checked by `callSchema` in a test. Components hold no rule and no figure of the programme.
import { z } from 'zod';

/** How far a figure can be trusted. `unconfirmed` is said in the interface next to where the figure is used. */
export const confidenceSchema = z.enum(['sourced', 'sourced-secondary', 'unconfirmed']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** A figure with where it comes from. */
export interface Sourced<T> {
  value: T;
  confidence: Confidence;
  sources: string[];
  note?: string | undefined;
}
const sourced = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    confidence: confidenceSchema,
    sources: z.array(z.string()).min(1),
    note: z.string().optional(),
  });

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
]);
export type QuestionType = z.infer<typeof questionTypeSchema>;

/** Once for the project, or once for each organisation, work package (without the first, management) or activity. */
export const repeatSchema = z.enum(['project', 'organisation', 'work_package', 'activity']);
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

export const documentKindSchema = z.enum(['mandate', 'accession', 'declaration', 'other']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const callSchema = z.object({
  /** 'KA220-2026'. */
  id: z.string(),
  action: z.string(),
  actionLabel: z.string(),
  year: z.number().int(),
  sectors: z.array(z.object({ id: z.string(), label: z.string() })).min(1),
  sections: z.array(sectionSchema),
  deadlines: z.array(
    z.object({
      round: z.number().int(),
      /** Local time in `zone`, '2026-03-05T12:00'. */
      at: sourced(z.string()),
      zone: z.literal('Europe/Brussels'),
      sectors: z.array(z.string()).optional(),
    }),
  ),
  durationMonths: z.object({ min: sourced(z.number().int()), max: sourced(z.number().int()) }),
  organisationsMin: sourced(z.number().int()),
  countriesMin: sourced(z.number().int()),
  eligibility: eligibilitySchema,
  /** What organisations sign, and which of them. */
  signedDocuments: z.array(
    z.object({
      /** One of them is enough: which one is asked for depends on year and agency. */
      kinds: z.array(documentKindSchema).min(1),
      from: z.enum(['applicant', 'partner']),
      basis: sourced(z.literal(true)),
    }),
  ),
  /** Cents. */
  lumpSumsCents: sourced(z.array(z.number().int())),
  /** What carries the amounts: work packages with activities below (KA220), or activities alone (KA210). */
  budgetUnit: z.enum(['work_package', 'activity']),
  managementShareMax: sourced(z.number()).nullable(),
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
    z.object({ id: z.string(), label: z.string(), max: z.number(), min: z.number(), aspects: z.array(z.string()) }),
  ),
  thresholdTotal: sourced(z.number()),
});
export type Call = z.infer<typeof callSchema>;
