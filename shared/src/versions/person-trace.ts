// What one person did in a proposal since a moment, as far as it still stands, so that it can be taken back: characters are named by the
// client and clock that Yjs has given them, which no later edit changes. Plain data, independent of Yjs; made by the server, which has
// the log of updates with their authors.
import { z } from 'zod';
import { fieldValueSchema } from './version-part.ts';

const clock = z.number().int().nonnegative();
/** Characters that one client inserted one after the other. */
const idRangeSchema = z.object({ client: clock, clock, length: z.number().int().positive() });
export type IdRange = z.infer<typeof idRangeSchema>;

/** Characters that they deleted and nobody else: with what they were. */
const returnedSchema = idRangeSchema.extend({
  text: z.string(),
  /** As they were before, suggestions and comments too. */
  attributes: z.record(z.string(), z.unknown()),
  /** Who had written them; null: nobody that the server knows. */
  by: z.string().nullable(),
});
export type Returned = z.infer<typeof returnedSchema>;

/** Attributes of characters that were there before, and are now as this person left them; null for none. */
const reformattedSchema = idRangeSchema.extend({ name: z.string(), before: z.unknown(), after: z.unknown() });
export type Reformatted = z.infer<typeof reformattedSchema>;

/** Of the last block. */
const ownSchema = z.object({ name: z.string(), before: z.unknown(), after: z.unknown() });

export const answerTraceSchema = z.object({
  root: z.string(),
  inserted: z.array(idRangeSchema),
  returned: z.array(returnedSchema),
  reformatted: z.array(reformattedSchema),
  own: z.array(ownSchema),
  /** In pending words of theirs, and brought by others: whether as words of their own cannot be told, so they stay pending. */
  unclear: z.array(idRangeSchema),
  /** Characters of others in the midst of what this person inserted: they stay. */
  amid: z.number().int(),
  /** Characters that they deleted and that stay away, because others deleted them too. */
  deletedByOthers: z.number().int(),
  /** Characters that they deleted and others have brought back. */
  broughtBack: z.number().int(),
});
export type AnswerTrace = z.infer<typeof answerTraceSchema>;

export const fieldTraceSchema = z.object({
  map: z.string(),
  key: z.string(),
  /** null: there was none. */
  before: fieldValueSchema.nullable(),
  after: fieldValueSchema.nullable(),
  /** Who has written it since: then it stays. null: nobody. */
  overtakenBy: z.string().nullable(),
});
export type FieldTrace = z.infer<typeof fieldTraceSchema>;

export const personTraceSchema = z.object({
  answers: z.array(answerTraceSchema),
  fields: z.array(fieldTraceSchema),
  /** Objects of the plan that they made and others have written something about: they stay. */
  builtOn: z.array(z.string()),
  /** Keys of the suggestions that they made: by the rows that brought them, whatever their clock says. */
  suggestions: z.array(z.string()),
  /** Of each client how much was there when it was traced: what came later is not in it. */
  seen: z.array(z.tuple([clock, clock])),
});
export type PersonTrace = z.infer<typeof personTraceSchema>;
