// The blocks of an answer as paragraphs of Word: headings, lists, quotes, formats, links, directions, and where comments begin and end.
import { type Block, type InlineFormat, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { ListNumbers } from '@adagia/shared/text/plain-text';
import {
  DeletedTextRun,
  ExternalHyperlink,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { Revision, WordAnswerBlock, WordRun } from '../tracked.ts';
import { HEADINGS_ABOVE } from '../word-marks.ts';
import { BULLETS, INDENT_STEP, NUMBERS } from './styles.ts';
import type { Comments } from './write-comments.ts';
import { directions, isRightToLeft, languageOfRight } from './write-directions.ts';

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
export const headingOf = (level: number) => headingLevels[level - 1] ?? HeadingLevel.HEADING_6;

/** Numbered lists of the whole file: each begins with one, however many there are. */
export class ListInstances {
  #last = 0;
  readonly #open: number[] = [];

  /** @param number of the block in its list, from 1 */
  of(indent: number, number: number): number {
    if (number === 1) this.#open[indent] = ++this.#last;
    return this.#open[indent] ?? this.#last;
  }
}

/** Tabs are elements of their own. */
const withTabs = (text: string): (string | Tab)[] =>
  text.split('\t').flatMap((part, index) => [...(index > 0 ? [new Tab()] : []), ...(part ? [part] : [])]);

const looksOf = (format: InlineFormat) => ({
  ...(format.bold && { bold: true }),
  ...(format.italic && { italics: true }),
  ...(format.underline && { underline: {} }),
  ...(format.link && { style: 'Hyperlink' }),
});

/** Tracked changes are numbered through the file. */
export class Revisions {
  #last = 0;

  of({ author, atMs }: Revision) {
    this.#last += 1;
    // Word reads whole seconds.
    return { id: this.#last, author, date: `${new Date(atMs).toISOString().slice(0, 19)}Z` };
  }
}

function textRuns(run: WordRun, { language, revisions }: Around): ParagraphChild[] {
  const { text, format, inserted, deleted, looked } = run;
  return text.split(SOFT_BREAK).flatMap((line, index) =>
    directions(line).map(({ text: words, isRight }, part) => {
      const direction = {
        rightToLeft: isRight,
        language: isRight ? { bidirectional: languageOfRight(words) } : { value: language },
      };
      const options = {
        ...looksOf(format),
        ...direction,
        ...(index > 0 && part === 0 && { break: 1 }),
        // Never without any look: a change from nothing is no valid element.
        ...(looked && { revision: { ...looksOf(looked.format), ...direction, ...revisions.of(looked) } }),
        children: withTabs(words),
      };
      if (inserted) return new InsertedTextRun({ ...options, ...revisions.of(inserted) });
      return deleted ? new DeletedTextRun({ ...options, ...revisions.of(deleted) }) : new TextRun(options);
    }),
  );
}

function childrenOf(run: WordRun, around: Around): ParagraphChild[] {
  const runs = textRuns(run, around);
  return run.format.link ? [new ExternalHyperlink({ link: run.format.link, children: runs })] : runs;
}

/** @param headingsAbove levels of headings of the document around it */
function lookOf(
  block: Pick<Block, 'kind' | 'indent'>,
  number: number,
  lists: ListInstances,
  headingsAbove: number,
): IParagraphOptions {
  const { kind, indent } = block;
  const left = indent > 0 ? { indent: { left: INDENT_STEP * indent } } : {};
  switch (kind) {
    case 'h1':
    case 'h2':
    case 'h3':
      return { heading: headingOf(Number(kind[1]) + headingsAbove), ...left };
    case 'bullet':
      return { numbering: { reference: BULLETS, level: indent } };
    case 'number':
      return { numbering: { reference: NUMBERS, level: indent, instance: lists.of(indent, number) } };
    case 'quote':
      return { style: 'Quote', ...left };
    case 'paragraph':
      return left;
  }
}

interface Around {
  language: string;
  comments: Comments;
  lists: ListInstances;
  revisions: Revisions;
}

/** In a list: not its first one. */
const GOES_ON = 2;

type Place = [block: number, run: number];

const threadsOf = ({ format }: WordRun): string[] =>
  Object.keys(format).flatMap((name) => (name.startsWith('comment:') ? [name.slice('comment:'.length)] : []));

/** Where each thread has its first and its last words. */
function extents(blocks: readonly WordAnswerBlock[]): Map<string, { first: Place; last: Place }> {
  const found = new Map<string, { first: Place; last: Place }>();
  for (const [block, { runs }] of blocks.entries()) {
    for (const [at, run] of runs.entries()) {
      for (const id of threadsOf(run)) {
        const place: Place = [block, at];
        found.set(id, { first: found.get(id)?.first ?? place, last: place });
      }
    }
  }
  return found;
}

/** Of the end of a paragraph. */
function endOf({ inserted, deleted }: WordAnswerBlock, revisions: Revisions) {
  if (!inserted && !deleted) return {};
  return {
    run: {
      ...(inserted && { insertion: revisions.of(inserted) }),
      ...(deleted && { deletion: revisions.of(deleted) }),
    },
  };
}

export function answerParagraphs(blocks: readonly WordAnswerBlock[], around: Around): Paragraph[] {
  const { comments, lists, revisions } = around;
  const numbers = new ListNumbers();
  const places = [...extents(blocks)];
  const at = (end: 'first' | 'last', block: number, run: number): string[] =>
    places.flatMap(([id, ends]) => (ends[end][0] === block && ends[end][1] === run ? [id] : []));
  return blocks.map((block, index) => {
    const children = block.runs.flatMap((run, place) => [
      ...comments.begin(at('first', index, place)),
      ...childrenOf(run, around),
      ...comments.end(at('last', index, place)),
    ]);
    const text = block.runs.map((run) => run.text).join('');
    const look = lookOf(block, numbers.next(block), lists, HEADINGS_ABOVE);
    const direction = isRightToLeft(text) ? { bidirectional: true } : {};
    const before = block.looked && lookOf(block.looked, GOES_ON, lists, HEADINGS_ABOVE);
    return new Paragraph({
      ...look,
      ...direction,
      ...endOf(block, revisions),
      ...(block.looked && { revision: { ...before, ...direction, ...revisions.of(block.looked) } }),
      children,
    });
  });
}
