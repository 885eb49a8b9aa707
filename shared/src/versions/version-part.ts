// What a version of a proposal keeps of one root: the text of an answer with who wrote each part of it, or the fields of a map.
// Plain data, independent of Yjs: it must be readable when the document has long been another one.
import { z } from 'zod';
import { type Block, deltaToBlocks, type InlineFormat } from '../text/blocks.ts';
import { runText } from '../text/references.ts';

/** Beside the roots of the document: organisations and people, as fields `<id>/<what>`. */
export const PEOPLE_ROOT = 'people';

const attributesSchema = z.record(z.string(), z.unknown());

export const textPartSchema = z.object({
  kind: z.literal('text'),
  /** As `ytext.toDelta()` gives them, cut also where the author changes; without comments. */
  ops: z.array(
    z.object({
      insert: z.string(),
      attributes: attributesSchema.optional(),
      /** Index in `authors`; absent: nobody that the server knows, such as a template. */
      by: z.number().int().nonnegative().optional(),
    }),
  ),
  /** Of the last block, and what live references stand for. */
  last: attributesSchema,
  authors: z.array(z.string()),
});
export type TextPart = z.infer<typeof textPartSchema>;

export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean()]);

export const fieldsPartSchema = z.object({
  kind: z.literal('fields'),
  fields: z.record(z.string(), fieldValueSchema),
});
export type FieldsPart = z.infer<typeof fieldsPartSchema>;

export const versionPartSchema = z.discriminatedUnion('kind', [textPartSchema, fieldsPartSchema]);
export type VersionPart = z.infer<typeof versionPartSchema>;

/** Characters of one format by one person. */
export interface AuthoredRun {
  text: string;
  format: InlineFormat;
  /** Id of a person; null: nobody that the server knows. */
  by: string | null;
}

export interface AuthoredBlock extends Omit<Block, 'runs'> {
  runs: AuthoredRun[];
}

/** @returns the blocks of an answer, each run with its author; one empty block for an answer that is not there. */
export function authoredBlocks(part: TextPart | null): AuthoredBlock[] {
  if (!part) return [{ kind: 'paragraph', indent: 0, runs: [] }];
  const blocks: AuthoredBlock[] = [];
  let runs: AuthoredRun[] = [];
  for (const { by, insert, attributes = {} } of part.ops) {
    const author = by === undefined ? null : (part.authors[by] ?? null);
    // All but the last end with this piece, whose attributes say what they are; the last one goes on in the next piece.
    const pieces = deltaToBlocks([{ insert, attributes }], part.last);
    for (const [index, piece] of pieces.entries()) {
      // A live reference in the words that it was written with: what it said on that day is not kept.
      runs.push(...piece.runs.map((run) => ({ text: runText(run), format: run.format, by: author })));
      if (index === pieces.length - 1) continue;
      blocks.push({ kind: piece.kind, indent: piece.indent, runs });
      runs = [];
    }
  }
  const [last] = deltaToBlocks([], part.last);
  blocks.push({ kind: last?.kind ?? 'paragraph', indent: last?.indent ?? 0, runs });
  return blocks;
}
