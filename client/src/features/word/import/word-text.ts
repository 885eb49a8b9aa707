// An answer of a Word file as one text, as the Y.Text of an answer is: its characters with what is proposed of them and the comments on
// them. Pure.
import { BLOCK_END, type InlineFormat } from '@adagia/shared/text/blocks';
import type { Attributes } from '../../../editor/binding/attributed-text.ts';
import { blockAttributes } from '../../../editor/binding/diff-view.ts';
import type { Revision, WordAnswerBlock, WordRun } from '../tracked.ts';

/** Characters that are alike in everything, or one line end. */
export interface WordPiece {
  at: number;
  text: string;
  /** As if every change of their look was rejected. */
  look: Attributes;
  inserted?: Revision;
  deleted?: Revision;
  /** `wanted`: what changes, null for none. */
  looked?: Revision & { wanted: Attributes };
  /** Ids in the file. */
  comments: readonly string[];
}

export interface WordText {
  text: string;
  /** In order. */
  pieces: readonly WordPiece[];
  /** Of the last block, which has no line end. */
  last: Pick<WordPiece, 'look' | 'looked'>;
}

const COMMENT = 'comment:';

const commentsOf = (format: InlineFormat): string[] =>
  Object.keys(format).flatMap((name) => (name.startsWith(COMMENT) ? [name.slice(COMMENT.length)] : []));

/** A link is underlined by being one. */
function lookOf({ bold, italic, underline, link }: InlineFormat): Attributes {
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && !link && { underline }),
    ...(link !== undefined && { link }),
  };
}

/** @returns what has to be set on `now` to have `wanted`, null taking something away; null where nothing has */
export function differenceOf(now: Attributes, wanted: Attributes): Attributes | null {
  const names = Object.keys({ ...now, ...wanted }).filter((name) => now[name] !== wanted[name]);
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, wanted[name] ?? null])) : null;
}

function proposed(revision: Revision | undefined, before: Attributes, after: Attributes): Pick<WordPiece, 'looked'> {
  const wanted = revision && differenceOf(before, after);
  return wanted ? { looked: { author: revision.author, atMs: revision.atMs, wanted } } : {};
}

const ends = ({ inserted, deleted }: Pick<WordPiece, 'inserted' | 'deleted'>) => ({
  ...(inserted && { inserted }),
  ...(deleted && { deleted }),
});

function pieceOf(run: WordRun): Omit<WordPiece, 'at'> {
  const { text, format, looked } = run;
  const look = lookOf(looked?.format ?? format);
  return { text, look, ...ends(run), ...proposed(looked, look, lookOf(format)), comments: commentsOf(format) };
}

function lookOfBlock({ kind, indent, looked }: WordAnswerBlock): Pick<WordPiece, 'look' | 'looked'> {
  const look = blockAttributes(looked ?? { kind, indent });
  return { look, ...proposed(looked, look, blockAttributes({ kind, indent })) };
}

export function wordText(blocks: readonly WordAnswerBlock[]): WordText {
  const pieces: WordPiece[] = [];
  let text = '';
  const add = (piece: Omit<WordPiece, 'at'>) => {
    pieces.push({ at: text.length, ...piece });
    text += piece.text;
  };
  for (const [index, block] of blocks.entries()) {
    for (const run of block.runs) add(pieceOf(run));
    if (index < blocks.length - 1) add({ text: BLOCK_END, ...lookOfBlock(block), ...ends(block), comments: [] });
  }
  const last = blocks.at(-1);
  return { text, pieces, last: last ? lookOfBlock(last) : { look: {} } };
}

/** @returns the pieces of a stretch, cut at its ends */
export function piecesIn({ pieces }: WordText, from: number, length: number): WordPiece[] {
  const until = from + length;
  return pieces.flatMap((piece) => {
    const at = Math.max(piece.at, from);
    const text = piece.text.slice(at - piece.at, Math.max(0, until - piece.at));
    return text && at < until ? [{ ...piece, at, text }] : [];
  });
}

/** Where the words of each comment begin and end. */
export function commentPlaces({ pieces }: WordText): Map<string, { from: number; until: number }> {
  const places = new Map<string, { from: number; until: number }>();
  for (const { at, text, comments } of pieces) {
    for (const id of comments) places.set(id, { from: places.get(id)?.from ?? at, until: at + text.length });
  }
  return places;
}
