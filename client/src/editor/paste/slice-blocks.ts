// The part of an answer that is selected, as blocks. Pure.
import { type Block, blockText } from '@adagia/shared/text/blocks';

/** Blocks that hold the characters from `from` to `until`, offsets of the text with one line end between blocks. */
export function sliceBlocks(blocks: readonly Block[], from: number, until: number): Block[] {
  const sliced: Block[] = [];
  let isWhole = true;
  let start = 0;
  for (const block of blocks) {
    const end = start + blockText(block).length;
    if (start <= until && end >= from) {
      sliced.push(cut(block, from - start, until - start));
      isWhole = start >= from && end <= until;
    }
    start = end + 1;
  }
  const [only] = sliced;
  // A few words of a heading or an item are words, and no heading.
  return only && sliced.length === 1 && !isWhole ? [{ ...only, kind: 'paragraph', indent: 0 }] : sliced;
}

function cut(block: Block, from: number, until: number): Block {
  let start = 0;
  const runs = block.runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, until - start));
    start += run.text.length;
    return text ? [{ ...run, text, format: { ...run.format } }] : [];
  });
  return { ...block, runs };
}

/** A copy is not commented: its comments stay where the words were copied from. */
export function withoutComments(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    runs: block.runs.map(({ format: { bold, italic, underline, link }, ...run }) => ({
      ...run,
      format: {
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(underline && { underline }),
        ...(link && { link }),
      },
    })),
  }));
}
