// The file in which a whole proposal leaves and enters: JSON, readable, with numbers that people know (P2, WP3, A3.1)
// instead of ids, and amounts in euro. Version-free by design: unknown members are ignored, missing ones are empty.
import { z } from 'zod';
import { LEGAL_NAME_MAX, legalNameSchema, lineSchema } from '../api/names.ts';
import { TERM_MAX } from '../consistency/glossary.ts';
import { MONTH_MAX, PLAN_OBJECTS_MAX, PLAN_TITLE_MAX, PLAN_VENUE_MAX } from '../plan/plan-fields.ts';
import { collectedMembers } from './collected-file.ts';
import { isSuggestionTime, isSuggestionValue } from './file-suggestions.ts';
import { planPartsShape } from './plan-parts.ts';

/** An answer in a file: twenty times the longest limit, so that an over-long one is kept and shown as such. */
export const FILE_ANSWER_MAX = 100_000;

const noNull = (text: string) => !text.includes('\u0000');
const text = (max: number) => z.string().max(max).refine(noNull, 'has the character U+0000');
const month = z.number().int('must be a whole month').min(1).max(MONTH_MAX);
const reference = z
  .string()
  .regex(/^(?:P|WP|A|T|O|E)[0-9]{1,3}(?:\.[0-9]{1,3})?$/, 'not a number like P2, WP3, A3.1 or O2');
/** Euro, with at most two decimals. */
const euro = z
  .number()
  .min(0, 'must not be negative')
  .max(1_000_000_000)
  .refine((amount) => Number.isInteger(Math.round(amount * 1e6) / 1e4), 'has more than two decimals');

const organisation = z.object({
  id: reference,
  legal_name: legalNameSchema,
  legal_name_latin: lineSchema(LEGAL_NAME_MAX).default(''),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters'),
  city: text(100).default(''),
  oid: text(20).optional(),
  /** In the worked examples, whose numbers are invented. */
  oid_fictional: text(20).optional(),
  type: text(40).default(''),
  role: z.enum(['applicant', 'partner', 'associated']),
  newcomer: z.boolean().default(false),
  public_body: z.boolean().optional(),
  non_profit: z.boolean().optional(),
  established: z.iso.date().optional(),
  /** Of a higher education institution. */
  charter: lineSchema(60).default(''),
  applications: z.number().int().min(0).max(999).optional(),
  ...collectedMembers,
});

const period = { title: text(PLAN_TITLE_MAX), from: month.optional(), to: month.optional() };
const activity = z.object({
  id: reference,
  ...period,
  /** Left out: none of these. */
  part: z.enum(['meeting', 'output', 'event']).optional(),
  venue: text(PLAN_VENUE_MAX).default(''),
  lead: reference.optional(),
  orgs: z.array(reference).default([]),
  amount: euro.optional(),
  by_org: z.record(reference, euro).optional(),
  results: text(FILE_ANSWER_MAX).default(''),
});
const workPackage = z.object({
  id: reference,
  ...period,
  lead: reference.optional(),
  /** The sum of `by_org`; used alone when there is no split. */
  amount: euro.optional(),
  by_org: z.record(reference, euro).default({}),
  activities: z.array(activity).max(PLAN_OBJECTS_MAX).default([]),
});

const run = z.object({
  text: text(FILE_ANSWER_MAX),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  link: z
    .string()
    .regex(/^(?:https?:|mailto:)/i, 'must be a web or e-mail address')
    .max(2000)
    .optional(),
  /** What these words follow: '<aspect>:<number>', 'from:WP2', 'name:P3', 'total:project'. */
  ref: z
    .string()
    .regex(
      /^[a-z_]{2,24}:(?:(?:P|WP|A|T|O|E|D|MS)[0-9]{1,3}(?:\.[0-9]{1,3})?|project)$/,
      'not a reference like from:WP2',
    )
    .optional(),
});
const block = z.object({
  kind: z.enum(['paragraph', 'h1', 'h2', 'h3', 'bullet', 'number', 'quote']),
  indent: z.number().int().min(0).max(6).default(0),
  runs: z.array(run).max(5000),
});

/** Suggestions by their place in the list, from 1. */
const marks = z
  .record(z.string().regex(/^[1-9][0-9]{0,4}$/), z.string().max(3000).refine(isSuggestionValue, 'is no suggestion'))
  .optional();
/** An answer as it is, with what is suggested in it and not decided. */
const suggestedAnswer = z.object({
  suggestions: z
    .array(
      z.object({
        /** A name. Empty: nobody knows. */
        by: text(200).default(''),
        at: z.iso.datetime({ precision: 3 }).refine(isSuggestionTime, 'is not between 1973 and 2058'),
        /** Keeps two of one moment apart. */
        sign: z.string().regex(/^[0-9a-z]{2}$/, 'must be two letters or digits'),
      }),
    )
    .max(5000),
  /** Marks of the last block are those of its kind and indent. */
  blocks: z
    .array(block.extend({ runs: z.array(run.extend({ marks })).max(10_000), marks }))
    .min(1)
    .max(5000),
});

export const proposalFileSchema = z.object({
  /** Action and sector, 'KA220-ADU', 'KA2-LEGACY-KA203'. */
  action: z
    .string()
    .regex(/^KA[0-9]{1,3}(?:-[A-Z0-9]{2,6}){1,3}$/, 'must be an action with its sector, like KA220-ADU'),
  call: z.number().int(),
  title: text(PLAN_TITLE_MAX),
  acronym: text(250).default(''),
  duration_months: month.optional(),
  start: z.iso.date().optional(),
  /** Euro. */
  lump_sum: euro.optional(),
  language: text(10).optional(),
  /** Labels as in the call; the first is the most relevant one. */
  priorities: z.array(text(300)).max(20).default([]),
  topics: z.array(text(300)).max(20).default([]),
  organisations: z.array(organisation).min(1, 'must name at least the applicant').max(60),
  work_packages: z.array(workPackage).max(60).optional(),
  activities: z.array(activity).max(PLAN_OBJECTS_MAX).optional(),
  ...planPartsShape,
  /** Of unit costs: 'O1/P2:days-teacher' → 12, 'exceptional/P1:cost' → euro. */
  quantities: z.record(z.string().max(60), euro).default({}),
  /** The project's own terms, each with the spellings that it should not have. */
  glossary: z
    .array(z.object({ term: text(TERM_MAX), instead_of: z.array(text(TERM_MAX)).max(20).default([]) }))
    .max(500)
    .default([]),
  /** Other facts of the form by question id. */
  facts: z.record(z.string().max(130), z.union([text(2000), z.number(), z.boolean()])).default({}),
  /** Plain text by question, with the number of what it repeats for: 'motivation', 'wp_cost_WP3', 'org_present_P2'. */
  answers: z.record(z.string().max(90), text(FILE_ANSWER_MAX)).default({}),
  /** The same answers with lists, headings and formats, where they have any. Wins over `answers`. */
  formatted_answers: z.record(z.string().max(90), z.array(block).min(1).max(5000)).default({}),
  /** Those in which something is suggested, which the other two leave out. Wins over both. */
  suggested_answers: z.record(z.string().max(90), suggestedAnswer).default({}),
});
export type ProposalFile = z.infer<typeof proposalFileSchema>;
/** What may be written down: members with defaults may be left out. */
export type ProposalFileInput = z.input<typeof proposalFileSchema>;

/** Where a file is wrong, as a path like `work_packages.2.lead`, and what. */
export interface FileIssue {
  path: string;
  message: string;
}
