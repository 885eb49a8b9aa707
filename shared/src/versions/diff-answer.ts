// What changed between two states of an answer: block by block, word by word inside a block, and blocks that moved shown as moved.
// Pure. Does not know where the states come from nor how they are drawn.
import { diffArrays } from 'diff';
import type { AuthoredBlock, AuthoredRun } from './version-part.ts';
import { wordsAndSigns } from './words-and-signs.ts';

export interface Piece extends AuthoredRun {
  change: 'same' | 'added' | 'removed';
}

export interface DiffBlock extends Pick<AuthoredBlock, 'kind' | 'indent'> {
  /** moved: the same words stood elsewhere; there a `gone` block says so. `changed`: words, formats or kind of a block. */
  change: 'same' | 'added' | 'removed' | 'changed' | 'moved' | 'gone';
  /** What the block was before, where that changed. */
  before: Pick<AuthoredBlock, 'kind' | 'indent'> | null;
  pieces: Piece[];
}

/** Share of common words from which two blocks are one that was changed, rather than one that went and one that came. */
const ALIKE_FROM = 0.4;

/** Edits between two blocks beyond which they are one text that went and another that came: the search for them is quadratic. */
const EDITS_MAX = 1500;

interface Keyed {
  /** Equal in two that are the same. */
  key: string;
}
interface Token extends AuthoredRun, Keyed {}
interface KeyedBlock extends Keyed {
  block: AuthoredBlock;
}

const byKey = { comparator: (a: Keyed, b: Keyed) => a.key === b.key, maxEditLength: EDITS_MAX };

const formatKey = (run: AuthoredRun): string =>
  JSON.stringify(Object.entries(run.format).sort(([a], [b]) => (a < b ? -1 : 1)));

function tokensOf(block: AuthoredBlock): Token[] {
  return block.runs.flatMap((run) => {
    const format = formatKey(run);
    return wordsAndSigns(run.text).map((text) => ({ ...run, text, key: `${text}\u0000${format}` }));
  });
}

const textOf = ({ runs }: AuthoredBlock): string => runs.map((run) => run.text).join('');
const keyed = (block: AuthoredBlock): KeyedBlock => {
  const words = block.runs.map((run) => run.text + formatKey(run)).join('');
  return { block, key: `${block.kind} ${block.indent} ${words}` };
};

/** Pieces of one author, format and change become one. */
function join(pieces: Piece[], next: Token, change: Piece['change']): void {
  const last = pieces.at(-1);
  if (last && last.change === change && last.by === next.by && formatKey(last) === formatKey(next))
    last.text += next.text;
  else pieces.push({ text: next.text, format: next.format, by: next.by, change });
}

/** Typed as the library has it where it gives up, which it does only for `maxEditLength`. */
function diffKeyed<T extends Keyed>(before: T[], after: T[]) {
  const gaveUp = [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return diffArrays(before, after, byKey) ?? gaveUp;
}

/** What is removed and added in one place, the first before the second, although a blank between stayed: it is read as one change. */
class Change {
  #removed: Token[] = [];
  #added: Token[] = [];
  /** Blanks that stayed, behind a change: part of it where another one follows. */
  #blanks: Token[] = [];

  get isOpen(): boolean {
    return this.#removed.length + this.#added.length > 0;
  }

  add(token: Token, change: 'added' | 'removed'): void {
    this.#removed.push(...this.#blanks);
    this.#added.push(...this.#blanks);
    this.#blanks = [];
    (change === 'added' ? this.#added : this.#removed).push(token);
  }

  keepBlank(token: Token): void {
    this.#blanks.push(token);
  }

  writeTo(pieces: Piece[]): void {
    for (const token of this.#removed) join(pieces, token, 'removed');
    for (const token of this.#added) join(pieces, token, 'added');
    for (const token of this.#blanks) join(pieces, token, 'same');
    [this.#removed, this.#added, this.#blanks] = [[], [], []];
  }
}

function diffTokens(before: Token[], after: Token[]): Piece[] {
  const pieces: Piece[] = [];
  const change = new Change();
  let at = 0;
  for (const part of diffKeyed(before, after)) {
    for (const [index, token] of part.value.entries()) {
      if (part.added || part.removed) change.add(token, part.added ? 'added' : 'removed');
      else {
        // What is the same is shown as it is now, with its author of now.
        const now = after[at + index] ?? token;
        if (change.isOpen && !now.text.trim()) change.keepBlank(now);
        else {
          change.writeTo(pieces);
          join(pieces, now, 'same');
        }
      }
    }
    if (!part.removed) at += part.value.length;
  }
  change.writeTo(pieces);
  return pieces;
}

const whole = (block: AuthoredBlock, change: Piece['change']): Piece[] =>
  block.runs.map((run) => ({ text: run.text, format: run.format, by: run.by, change }));

function plain(block: AuthoredBlock, change: DiffBlock['change'], piece: Piece['change']): DiffBlock {
  return { kind: block.kind, indent: block.indent, change, before: null, pieces: whole(block, piece) };
}

const sameShape = (a: AuthoredBlock, b: AuthoredBlock): boolean => a.kind === b.kind && a.indent === b.indent;

function changed(before: AuthoredBlock, after: AuthoredBlock): DiffBlock {
  const { kind, indent } = after;
  const was = sameShape(before, after) ? null : { kind: before.kind, indent: before.indent };
  return { kind, indent, change: 'changed', before: was, pieces: diffTokens(tokensOf(before), tokensOf(after)) };
}

/** 0 to 1: words that both have, of those of the longer one. */
function likeness(a: AuthoredBlock, b: AuthoredBlock): number {
  const words = (block: AuthoredBlock) => textOf(block).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [one, other] = [words(a), words(b)];
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return common / Math.max(one.length, other.length, 1);
}

/** A run of blocks that went and one that came in their place: alike ones, in their order, are one block that was changed. */
function pairUp(removed: AuthoredBlock[], added: AuthoredBlock[]): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let rest = removed;
  for (const block of added) {
    const at = rest.findIndex((one) => likeness(one, block) >= ALIKE_FROM);
    const pair = rest[at];
    if (!pair) blocks.push(plain(block, 'added', 'added'));
    else {
      blocks.push(...rest.slice(0, at).map((one) => plain(one, 'removed', 'removed')), changed(pair, block));
      rest = rest.slice(at + 1);
    }
  }
  return [...blocks, ...rest.map((one) => plain(one, 'removed', 'removed'))];
}

/** Blocks with the same words that went in one place and came in another. An empty one moves nowhere. */
function markMoves(blocks: DiffBlock[]): DiffBlock[] {
  const wordsOf = ({ pieces }: DiffBlock) => pieces.map((piece) => piece.text).join('');
  const gone = new Map<string, DiffBlock[]>();
  for (const block of blocks) {
    if (block.change !== 'removed' || !wordsOf(block).trim()) continue;
    gone.set(wordsOf(block), [...(gone.get(wordsOf(block)) ?? []), block]);
  }
  const moved = new Set<DiffBlock>();
  for (const block of blocks) {
    const from = block.change === 'added' ? gone.get(wordsOf(block))?.shift() : undefined;
    if (from) moved.add(block).add(from);
  }
  return blocks.map((block) =>
    moved.has(block) ? { ...block, change: block.change === 'added' ? 'moved' : 'gone' } : block,
  );
}

/** @returns the blocks of both, in an order in which each is a subsequence */
export function diffAnswer(before: readonly AuthoredBlock[], after: readonly AuthoredBlock[]): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let removed: AuthoredBlock[] = [];
  const settle = (added: AuthoredBlock[] = []) => {
    blocks.push(...pairUp(removed, added));
    removed = [];
  };
  for (const part of diffKeyed(before.map(keyed), after.map(keyed))) {
    const found = part.value.map(({ block }) => block);
    if (part.added) settle(found);
    else settle();
    if (part.removed) removed = found;
    else if (!part.added) blocks.push(...found.map((block) => plain(block, 'same', 'same')));
  }
  settle();
  return markMoves(blocks);
}
