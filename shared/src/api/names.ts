// Text limits of names and messages that people enter over REST, as schemas that both sides use.
import { z } from 'zod';
import { cleanName } from './person-name.ts';

/** Refuses what no name needs and what breaks storage or lines: control characters, U+0000 above all. */
const printable = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\p{Cc}--[\t\n\r]]/v.test(text), 'has control characters');

export const nameSchema = printable(200);

/**
 * One line, as it is written in a register: any script, without what is invisible or turns the direction of a line.
 * @param max characters
 */
export const lineSchema = (max: number) =>
  z
    .string()
    .max(max)
    .transform(cleanName)
    .refine((text) => !/\p{Cc}/u.test(text), 'has control characters');
/** The longest legal names of public bodies are about 250 characters. */
export const LEGAL_NAME_MAX = 300;
export const legalNameSchema = lineSchema(LEGAL_NAME_MAX).refine(
  (text) => /[\p{L}\p{N}]/u.test(text),
  'must not be empty',
);
/** A text that may be empty. @param max characters */
export const textSchema = (max: number) => z.union([z.string().trim().length(0), printable(max)]);
/** A comment, at most as long as the longest answer twice over. */
export const messageSchema = printable(10_000);
export const quoteSchema = z.string().max(2000);
/** ISO 8601 in UTC with milliseconds. */
/** 'YYYY-MM-DD', '' for no day. */
export const daySchema = z.union([z.literal(''), z.iso.date()]);
export const timestampSchema = z.iso.datetime();
export const okSchema = z.object({ ok: z.literal(true) });
export const emptySchema = z.object({});
