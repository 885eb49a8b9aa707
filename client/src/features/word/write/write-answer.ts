// The blocks of an answer as paragraphs of Word: headings, lists, quotes, formats, links, directions, and where comments begin and end.
import { type Block, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { ListNumbers } from '@adagia/shared/text/plain-text';
import {
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
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

function textRuns({ text, format }: Run, language: string): TextRun[] {
  const look = {
    ...(format.bold && { bold: true }),
    ...(format.italic && { italics: true }),
    ...(format.underline && { underline: {} }),
    ...(format.link && { style: 'Hyperlink' }),
  };
  return text.split(SOFT_BREAK).flatMap((line, index) =>
    directions(line).map(({ text: words, isRight }, part) => {
      const lang = isRight ? { bidirectional: languageOfRight(words) } : { value: language };
      const begins = index > 0 && part === 0 ? { break: 1 } : {};
      return new TextRun({ ...look, ...begins, rightToLeft: isRight, language: lang, children: withTabs(words) });
    }),
  );
}

function childrenOf(run: Run, language: string): ParagraphChild[] {
  const runs = textRuns(run, language);
  return run.format.link ? [new ExternalHyperlink({ link: run.format.link, children: runs })] : runs;
}

/** @param headingsAbove levels of headings of the document around it */
function lookOf(block: Block, number: number, lists: ListInstances, headingsAbove: number): IParagraphOptions {
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
}

type Place = [block: number, run: number];

const threadsOf = ({ format }: Run): string[] =>
  Object.keys(format).flatMap((name) => (name.startsWith('comment:') ? [name.slice('comment:'.length)] : []));

/** Where each thread has its first and its last words. */
function extents(blocks: readonly Block[]): Map<string, { first: Place; last: Place }> {
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

export function answerParagraphs(blocks: readonly Block[], { language, comments, lists }: Around): Paragraph[] {
  const numbers = new ListNumbers();
  const places = [...extents(blocks)];
  const at = (end: 'first' | 'last', block: number, run: number): string[] =>
    places.flatMap(([id, ends]) => (ends[end][0] === block && ends[end][1] === run ? [id] : []));
  return blocks.map((block, index) => {
    const children = block.runs.flatMap((run, place) => [
      ...comments.begin(at('first', index, place)),
      ...childrenOf(run, language),
      ...comments.end(at('last', index, place)),
    ]);
    const text = block.runs.map((run) => run.text).join('');
    const look = lookOf(block, numbers.next(block), lists, HEADINGS_ABOVE);
    return new Paragraph({ ...look, ...(isRightToLeft(text) && { bidirectional: true }), children });
  });
}
