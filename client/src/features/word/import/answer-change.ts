// What an answer would become by a Word file: to be shown first, then written as the smallest edit. Comments of the file are marked in
// the new blocks by their ids there; they are no part of the text.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { BLOCK_END, type Block, type DeltaOp, deltaToBlocks, type InlineFormat } from '@adagia/shared/text/blocks';
import { blocksToDelta } from '@adagia/shared/text/blocks-to-delta';
import { type ReferenceReader, withPlainReferences } from '@adagia/shared/text/references';
import { hasSuggestions } from '@adagia/shared/text/suggestion-readings';
import type { TextPart } from '@adagia/shared/versions/version-part';
import type * as Y from 'yjs';
import { joined } from '../read/body-reader.ts';
import { keepReferences } from './keep-references.ts';

export interface AnswerChange {
  key: AnswerKey;
  before: Block[];
  after: Block[];
  isSame: boolean;
  /** Suggestions wait in it: what of the new text is theirs, and what is not, nobody could tell. */
  hasSuggestions: boolean;
}

const COMMENT = 'comment:';

function plainFormat(format: InlineFormat): InlineFormat {
  return Object.fromEntries(Object.entries(format).filter(([name]) => !name.startsWith(COMMENT)));
}

const withoutComments = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => ({
    ...block,
    runs: joined(block.runs.map((run) => ({ ...run, format: plainFormat(run.format) }))),
  }));

/** Links are underlined by being links. */
function comparable(blocks: readonly Block[], read: ReferenceReader): string {
  const plain = withoutComments(withPlainReferences(blocks, read)).map(({ kind, indent, runs }) => {
    const shown = runs.map(({ text, format: { underline, ...rest } }) => {
      const format: InlineFormat = rest.link || !underline ? rest : { ...rest, underline };
      return { text, format };
    });
    const sorted = joined(shown).map(({ text, format }) => [
      text,
      Object.entries(format).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
    return [kind, indent, sorted];
  });
  return JSON.stringify(plain);
}

export type Placing = 'replace' | 'append';

const isEmpty = (blocks: readonly Block[]): boolean => blocks.every(({ runs }) => runs.length === 0);

/** @param blocks of the file */
export function answerChange(
  ytext: Y.Text,
  key: AnswerKey,
  blocks: readonly Block[],
  { read, placing }: { read: ReferenceReader; placing: Placing },
): AnswerChange {
  const [delta, last] = [ytext.toDelta() as DeltaOp[], ytext.getAttributes()];
  const before = withoutComments(deltaToBlocks(delta, last));
  const appends = placing === 'append' && !isEmpty(before);
  const after = appends ? [...before, ...blocks] : keepReferences(before, blocks, read);
  return {
    key,
    before,
    after,
    isSame: comparable(before, read) === comparable(after, read),
    hasSuggestions: hasSuggestions(delta, last),
  };
}

export function textPart(blocks: readonly Block[]): TextPart {
  const { delta, last } = blocksToDelta(withoutComments(blocks));
  return { kind: 'text', ops: delta, last, authors: [] };
}

/** Where the words of each comment of the file stand in the new text. */
export function commentPlaces(blocks: readonly Block[]): Map<string, { anchor: number; focus: number }> {
  const places = new Map<string, { anchor: number; focus: number }>();
  let at = 0;
  for (const { runs } of blocks) {
    for (const { text, format } of runs) {
      const end = at + text.length;
      for (const name of Object.keys(format).filter((one) => one.startsWith(COMMENT))) {
        const id = name.slice(COMMENT.length);
        places.set(id, { anchor: places.get(id)?.anchor ?? at, focus: end });
      }
      at = end;
    }
    at += BLOCK_END.length;
  }
  return places;
}
