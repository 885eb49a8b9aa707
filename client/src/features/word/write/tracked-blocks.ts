// The blocks of an answer with what of them is only proposed, as Word tracks it. What somebody proposed to insert and somebody else to
// delete again is left out: it is in the text neither before nor after. Proposed kinds of blocks are not carried.
import { type Block, type DeltaOp, deltaToBlocks, type InlineFormat } from '@adagia/shared/text/blocks';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { parseSuggestionId, pendingIn, type SuggestionId } from '@adagia/shared/text/suggestions';
import type { Revision, WordAnswerBlock, WordRun } from './word-part.ts';

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

/**
 * @param delta what `ytext.toDelta()` returns
 * @param last what `ytext.getAttributes()` returns
 */
export function trackedBlocks(
  delta: readonly DeltaOp[],
  last: Record<string, unknown>,
  nameOf: NameOf,
): WordAnswerBlock[] {
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
      const { inserted, deleted } = change;
      blocks.push({
        kind: piece.kind,
        indent: piece.indent,
        runs,
        ...(inserted && { inserted }),
        ...(deleted && { deleted }),
      });
      runs = [];
    }
  }
  const [end] = deltaToBlocks([], last);
  blocks.push({ kind: end?.kind ?? 'paragraph', indent: end?.indent ?? 0, runs });
  return blocks;
}
