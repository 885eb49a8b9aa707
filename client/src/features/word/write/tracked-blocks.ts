// The blocks of an answer with what of them is only proposed, as Word tracks it. What somebody proposed to insert and somebody else to
// delete again is left out: it is in the text neither before nor after.
import { must } from '@adagia/shared/assert';
import { type Block, type DeltaOp, deltaToBlocks, type InlineFormat } from '@adagia/shared/text/blocks';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { parseSuggestionId, pendingIn, type SuggestionId } from '@adagia/shared/text/suggestions';
import type { Revision, WordAnswerBlock, WordRun } from '../tracked.ts';

type NameOf = (userId: string) => string;

interface Change {
  inserted?: Revision;
  deleted?: Revision;
  looked?: Revision;
}

function changeOf(attributes: Record<string, unknown>, nameOf: NameOf): Change | null {
  const { insert, deletes, sets } = pendingIn(attributes);
  const by = (id: SuggestionId | null | undefined): Revision | undefined => {
    const known = id ? parseSuggestionId(id) : null;
    return known ? { author: nameOf(known.author), atMs: known.atMs } : undefined;
  };
  const [inserted, deleted, looked] = [by(insert), by(deletes[0]), by(sets.at(-1)?.id)];
  if (inserted && deleted) return null;
  return {
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
    ...(looked && !inserted && !deleted && { looked }),
  };
}

/** As it looks once accepted: what is to go looks as it does. */
function acceptedLook(op: DeltaOp, last: Record<string, unknown>): InlineFormat | null {
  const { delta } = readSuggested([{ ...op, insert: 'x' }], last, 'accepted');
  return deltaToBlocks(delta, {})[0]?.runs[0]?.format ?? null;
}

function asRuns(piece: Block, change: Change, look: InlineFormat | null): WordRun[] {
  const { looked, ...ends } = change;
  return piece.runs.map((run) => ({
    ...run,
    ...ends,
    format: look ?? run.format,
    ...(looked && look && { looked: { ...looked, format: run.format } }),
  }));
}

type Attributes = Record<string, unknown>;

/** Of the end of a block, as it is once everything is accepted, with what it is until then. */
function lookOf(attributes: Attributes, { inserted, deleted, looked }: Change): Omit<WordAnswerBlock, 'runs'> {
  const [base, accepted] = (['base', 'accepted'] as const).map((reading) => {
    const { last } = readSuggested([], attributes, reading);
    const { kind, indent } = must(deltaToBlocks([], last)[0]);
    return { kind, indent };
  }) as [Look, Look];
  const isOther = looked && !inserted && (base.kind !== accepted.kind || base.indent !== accepted.indent);
  return {
    ...(deleted ? base : accepted),
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
    ...(isOther && !deleted && { looked: { ...looked, ...base } }),
  };
}

type Look = Pick<Block, 'kind' | 'indent'>;

/**
 * @param delta what `ytext.toDelta()` returns
 * @param last what `ytext.getAttributes()` returns
 */
export function trackedBlocks(delta: readonly DeltaOp[], last: Attributes, nameOf: NameOf): WordAnswerBlock[] {
  const blocks: WordAnswerBlock[] = [];
  let runs: WordRun[] = [];
  for (const op of delta) {
    const change = changeOf(op.attributes ?? {}, nameOf);
    if (!change) continue;
    const look = acceptedLook(op, last);
    // All but the last end with this piece; the last one goes on in the next.
    const pieces = deltaToBlocks([op], last, 'raw');
    for (const [index, piece] of pieces.entries()) {
      runs.push(...asRuns(piece, change, look));
      if (index === pieces.length - 1) continue;
      blocks.push({ ...lookOf(op.attributes ?? {}, change), runs });
      runs = [];
    }
  }
  blocks.push({ ...lookOf(last, changeOf(last, nameOf) ?? {}), runs });
  return blocks;
}
