// Blocks with what of them is only proposed, as a Word file has it: read and written alike, before anything is known of Word or of a
// Y.Text. Every change has a name and a moment; two by one name in one moment that stand side by side are one.
import { type Block, type InlineFormat, type Run } from '@adagia/shared/text/blocks';

/** Who proposed a change, and when. */
export interface Revision {
  author: string;
  /** 0 where a file does not say. */
  atMs: number;
}

/** Characters, and what of them is only proposed. */
export interface WordRun extends Run {
  inserted?: Revision;
  deleted?: Revision;
  /** The format is proposed: what it is until then. */
  looked?: Revision & { format: InlineFormat };
}

export interface WordAnswerBlock extends Omit<Block, 'runs'> {
  runs: readonly WordRun[];
  /** Of its end: a proposed split, or a proposed join with what follows. */
  inserted?: Revision;
  deleted?: Revision;
  /** Its kind and its indent are proposed: what they are until then. */
  looked?: Revision & Pick<Block, 'kind' | 'indent'>;
}

export const isTracked = ({ inserted, deleted, looked }: WordRun | WordAnswerBlock): boolean =>
  (inserted ?? deleted ?? looked) !== undefined;

const sameRevision = (one: Revision | undefined, other: Revision | undefined): boolean =>
  one?.author === other?.author && one?.atMs === other?.atMs;

const sameFormat = (one: InlineFormat, other: InlineFormat): boolean => {
  const names = Object.keys(one) as (keyof InlineFormat)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

const sameRun = (one: WordRun, other: WordRun): boolean =>
  sameFormat(one.format, other.format) &&
  sameRevision(one.inserted, other.inserted) &&
  sameRevision(one.deleted, other.deleted) &&
  sameRevision(one.looked, other.looked) &&
  sameFormat(one.looked?.format ?? {}, other.looked?.format ?? {});

/** Word cuts runs wherever somebody once edited. */
export function joined<R extends WordRun>(runs: readonly R[]): R[] {
  const result: R[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    // A reference is a run of its own.
    if (last && !last.ref && !run.ref && sameRun(last, run)) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}

/** What there is once everything is decided: as if nothing was proposed. */
type Decided = Pick<Block, 'kind' | 'indent'> & { runs: Run[] };

function decided(blocks: readonly WordAnswerBlock[], gone: 'inserted' | 'deleted'): Decided[] {
  const isBase = gone === 'inserted';
  const result: Decided[] = [];
  let runs: Run[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const { inserted, deleted, looked, ...run } of block.runs) {
      const isGone = (isBase ? inserted : deleted) !== undefined;
      if (!isGone) runs.push({ ...run, format: (isBase && looked?.format) || run.format });
    }
    // What goes on in the next block is part of it.
    if (block[gone] && index < blocks.length - 1) continue;
    const { kind, indent } = (isBase && block.looked) || block;
    result.push({ kind, indent, runs: joined(runs) });
    runs = [];
  }
  return result;
}

/** As if every change was accepted. */
export const acceptedBlocks = (blocks: readonly WordAnswerBlock[]): Decided[] => decided(blocks, 'deleted');

/** As if every change was rejected. */
export const baseBlocks = (blocks: readonly WordAnswerBlock[]): Decided[] => decided(blocks, 'inserted');

const isWholly = (gone: 'inserted' | 'deleted', { runs }: WordAnswerBlock): boolean => runs.every((run) => run[gone]);

/**
 * In a file every paragraph has an end, in an answer the last one has none: where paragraphs at the end of an answer come or go as a
 * whole, it is the end before each of them that comes or goes, and the last block of what stays keeps its kind.
 */
export function withSettledEnd<B extends WordAnswerBlock>(blocks: readonly B[]): B[] {
  const settled = blocks.map((block) => ({ ...block }));
  for (const gone of ['inserted', 'deleted'] as const) settleEnd(settled, gone);
  const last = settled.at(-1);
  if (last) {
    delete last.inserted;
    delete last.deleted;
  }
  return settled;
}

function settleEnd(blocks: WordAnswerBlock[], gone: 'inserted' | 'deleted'): void {
  let first = blocks.length;
  for (; first > 1; first -= 1) {
    const block = blocks[first - 1];
    if (!block?.[gone] || !isWholly(gone, block)) break;
  }
  const [last, stays] = [blocks.at(-1), blocks[first - 1]];
  const revision = last?.[gone];
  if (!last || !stays || !revision || first === blocks.length) return;
  for (const [index, block] of blocks.slice(first).entries()) {
    const before = blocks[first + index - 1];
    if (block[gone] && before) before[gone] = block[gone];
  }
  keepKind(last, stays, revision, gone);
}

/** The text's own last block is `stays` on one side of the change and `last` on the other. */
function keepKind(
  last: WordAnswerBlock,
  stays: WordAnswerBlock,
  revision: Revision,
  gone: 'inserted' | 'deleted',
): void {
  if (last.kind === stays.kind && last.indent === stays.indent) return;
  const [kind, indent] = [last.kind, last.indent];
  const { kind: stayingKind, indent: stayingIndent } = (gone === 'inserted' && stays.looked) || stays;
  if (gone === 'inserted') last.looked = { ...revision, kind: stayingKind, indent: stayingIndent };
  else {
    const before = last.looked ?? { kind, indent };
    Object.assign(last, { kind: stayingKind, indent: stayingIndent });
    last.looked = { ...revision, kind: before.kind, indent: before.indent };
  }
}
