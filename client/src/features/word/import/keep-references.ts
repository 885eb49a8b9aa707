// Live references left as plain words in a file. Where these words are still what stood there, the reference stays one.
import { BLOCK_END, type Block, type Run } from '@adagia/shared/text/blocks';
import { type ReferenceReader, runText } from '@adagia/shared/text/references';
import { type Replacement, replaceWords } from '@adagia/shared/versions/replace-words';
import type { WordAnswerBlock, WordRun } from '../tracked.ts';

interface Span {
  at: number;
  end: number;
  run: Run;
}

const textOf = (blocks: readonly WordAnswerBlock[], read?: ReferenceReader): string =>
  blocks.map(({ runs }) => runs.map((run) => runText(run, read)).join('')).join(BLOCK_END);

function spansOf(blocks: readonly Block[], read: ReferenceReader): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { runs } of blocks) {
    for (const run of runs) {
      const end = at + runText(run, read).length;
      if (run.ref) spans.push({ at, end, run });
      at = end;
    }
    at += BLOCK_END.length;
  }
  return spans;
}

/** @returns where the same words stand in the new text; null when they do not */
function moved({ at, end, run }: Span, changes: readonly Replacement[]): Span | null {
  let shift = 0;
  for (const { at: from, remove, insert } of changes) {
    if (from + remove <= at) shift += insert.length - remove;
    else if (from < end) return null;
  }
  return { at: at + shift, end: end + shift, run };
}

/** @returns the new blocks, with references where `before` has them and the words are the same */
export function keepReferences(
  before: readonly Block[],
  after: readonly WordAnswerBlock[],
  read: ReferenceReader,
): WordAnswerBlock[] {
  const spans = spansOf(before, read);
  if (spans.length === 0) return [...after];
  const changes = replaceWords(textOf(before, read), textOf(after));
  const kept = spans.flatMap((span) => moved(span, changes) ?? []);
  let at = 0;
  return after.map((block) => {
    const runs = block.runs.flatMap((run) => {
      const start = at;
      at += run.text.length;
      return withReferences(run, start, kept);
    });
    at += BLOCK_END.length;
    return { ...block, runs };
  });
}

/** One that is partly bold in the file stands in two runs: it becomes what its first one looks like. */
function withReferences(run: WordRun, start: number, kept: readonly Span[]): WordRun[] {
  const end = start + run.text.length;
  const parts: WordRun[] = [];
  let at = start;
  for (const span of kept) {
    if (span.end <= at || span.at >= end) continue;
    if (span.at > at) parts.push({ ...run, text: run.text.slice(at - start, span.at - start) });
    if (span.at >= start && span.run.ref) parts.push({ ...run, text: span.run.text, ref: span.run.ref });
    at = Math.min(end, span.end);
  }
  if (at < end) parts.push({ ...run, text: run.text.slice(at - start) });
  return parts;
}
