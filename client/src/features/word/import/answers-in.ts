// Which blocks of a Word file belong to which answer: by the bookmarks that our files carry, else by headings that say the questions'
// words. An answer begins behind its heading and ends before the next one of ours.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { WordBlock, WordDocument, WordLook } from '../read/word-document.ts';
import { type WordAnswerBlock, withSettledEnd } from '../tracked.ts';
import { answerMark, HEADINGS_ABOVE, isMark } from '../word-marks.ts';

export interface KnownAnswer {
  key: AnswerKey;
  /** The words of its heading in a file of ours. */
  heading: string;
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Returns the answer that begins behind a block, null where another part does, undefined where nothing does */
type Finder = (block: WordBlock) => AnswerKey | null | undefined;

function byMarks(answers: readonly KnownAnswer[]): Finder {
  const keys = new Map(answers.map(({ key }) => [answerMark(key), key]));
  return ({ marks }) => {
    const own = marks.filter(isMark);
    return own.length === 0 ? undefined : (own.map((mark) => keys.get(mark)).find(Boolean) ?? null);
  };
}

const shownText = ({ runs }: WordBlock): string =>
  runs.flatMap(({ text, deleted }) => (deleted ? [] : [text])).join('');

/** Headings that say nobody's words are an answer's own, as long as they stand lower than the question. */
function byWords(answers: readonly KnownAnswer[]): Finder {
  const waiting = new Map<string, AnswerKey[]>();
  for (const { key, heading } of answers) {
    if (heading) waiting.set(plain(heading), [...(waiting.get(plain(heading)) ?? []), key]);
  }
  return (block) => {
    if (block.level === 0) return undefined;
    // The same question for several partners: in the order of the form.
    const key = waiting.get(plain(shownText(block)))?.shift();
    return key ?? (block.level <= HEADINGS_ABOVE ? null : undefined);
  };
}

/** Headings as an answer of ours has them. */
export function asAnswerBlock(
  { kind, indent, level, runs, inserted, deleted, looked }: WordBlock,
  headingsAbove: number,
): WordAnswerBlock {
  const lookOf = ({ kind, indent, level }: WordLook) => {
    const own = Math.min(Math.max(level - headingsAbove, 1), 3) as 1 | 2 | 3;
    return { kind: level === 0 ? kind : (`h${own}` as const), indent };
  };
  return {
    runs,
    ...lookOf({ kind, indent, level }),
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
    ...(looked && { looked: { author: looked.author, atMs: looked.atMs, ...lookOf(looked) } }),
  };
}

export interface FoundAnswer {
  /** With what of them is only proposed. */
  blocks: WordAnswerBlock[];
  /** Comments on its heading: they are about the whole of it. */
  onQuestion: string[];
}

const COMMENT = 'comment:';
const commentsOn = ({ runs }: WordBlock): string[] => [
  ...new Set(
    runs.flatMap(({ format }) =>
      Object.keys(format).flatMap((name) => (name.startsWith(COMMENT) ? [name.slice(COMMENT.length)] : [])),
    ),
  ),
];

/** @returns only of those that the file has a heading of */
export function answersIn({ blocks }: WordDocument, answers: readonly KnownAnswer[]): Map<AnswerKey, FoundAnswer> {
  const hasMarks = blocks.some(({ marks }) => marks.some(isMark));
  const find = hasMarks ? byMarks(answers) : byWords(answers);
  const found = new Map<AnswerKey, FoundAnswer>();
  let open: FoundAnswer | null = null;
  for (const block of blocks) {
    const begins = find(block);
    if (begins === undefined) open?.blocks.push(asAnswerBlock(block, HEADINGS_ABOVE));
    else {
      open = null;
      // Twice in a file: the first one counts, and what follows the second is nobody's.
      if (begins !== null && !found.has(begins)) {
        found.set(begins, (open = { blocks: [], onQuestion: commentsOn(block) }));
      }
    }
  }
  for (const answer of found.values()) {
    if (answer.blocks.length === 0) answer.blocks.push({ kind: 'paragraph', indent: 0, runs: [] });
    answer.blocks = withSettledEnd(answer.blocks);
  }
  return found;
}
