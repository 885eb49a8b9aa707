// An answer as it is, with everything that is suggested in it, as blocks: for the exchange file. `blocksToDelta` writes them back.
import { BLOCK_END, type Block, type DeltaOp, deltaToBlocks, type Marks } from './blocks.ts';
import {
  isSuggestionKey,
  parseSuggestionId,
  parseSuggestionValue,
  type SuggestionKey,
  suggestionIdOf,
} from './suggestions.ts';

/** What is no suggestion in a form that we write is left out. */
function marksOf(attributes: Readonly<Record<string, unknown>> | undefined): { suggested?: Marks } {
  const marks: Record<SuggestionKey, string> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!isSuggestionKey(name) || typeof value !== 'string') continue;
    if (parseSuggestionId(suggestionIdOf(name)) && parseSuggestionValue(value)) marks[name] = value;
  }
  return Object.keys(marks).length > 0 ? { suggested: marks } : {};
}

/** Reads forward only: the attributes at places of the text that come later and later. */
function attributesBy(delta: readonly DeltaOp[]): (at: number) => Record<string, unknown> | undefined {
  const ops = delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ length: insert.length, attributes }] : [],
  );
  let [index, end] = [0, ops[0]?.length ?? 0];
  return (at) => {
    while (at >= end && index < ops.length) {
      index += 1;
      end += ops[index]?.length ?? 0;
    }
    return ops[index]?.attributes;
  };
}

/** @returns blocks of the text as it is; marks of the last one are those of the text as a whole */
export function deltaToMarkedBlocks(delta: readonly DeltaOp[], last: Record<string, unknown>): Block[] {
  const attributesAt = attributesBy(delta);
  let at = 0;
  const blocks = deltaToBlocks(delta, last, 'raw');
  return blocks.map((block, index) => {
    const runs = block.runs.map((run) => {
      const marked = { ...run, ...marksOf(attributesAt(at)) };
      at += run.text.length;
      return marked;
    });
    const isLast = index === blocks.length - 1;
    const marks = marksOf(isLast ? last : attributesAt(at));
    at += BLOCK_END.length;
    return { ...block, runs, ...marks };
  });
}
