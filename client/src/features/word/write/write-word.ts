// A Word file from its parts. Beside the other files of this folder the only place that knows the library; loaded when somebody asks
// for a file.
import {
  AlignmentType,
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { isMark } from '../word-marks.ts';
import { numbering, styles } from './styles.ts';
import type { WordExport, WordPart } from './word-part.ts';
import { answerParagraphs, headingOf, ListInstances, Revisions } from './write-answer.ts';
import { Comments } from './write-comments.ts';
import { isRightToLeft } from './write-directions.ts';
import { writeTable } from './write-table.ts';

class Writer {
  readonly comments: Comments;
  readonly #lists = new ListInstances();
  readonly #revisions = new Revisions();
  readonly #language: string;

  constructor({ threads, language }: WordExport) {
    this.comments = new Comments(threads);
    this.#language = language;
  }

  part(part: WordPart): FileChild[] {
    if (part.kind === 'heading') return [this.#heading(part)];
    if (part.kind === 'table') return [writeTable(part), new Paragraph('')];
    return answerParagraphs(part.blocks, {
      language: this.#language,
      comments: this.comments,
      lists: this.#lists,
      revisions: this.#revisions,
    });
  }

  #heading({ level, text, mark, threads }: Extract<WordPart, { kind: 'heading' }>): Paragraph {
    const words = new TextRun({ text, rightToLeft: isRightToLeft(text) });
    return new Paragraph({
      heading: headingOf(level),
      bidirectional: isRightToLeft(text),
      children: [
        ...this.comments.begin(threads),
        ...(isMark(mark) ? [new Bookmark({ id: mark, children: [words] })] : [words]),
        ...this.comments.end(threads),
      ],
    });
  }
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })],
      }),
    ],
  });

export async function writeWord(input: WordExport): Promise<Uint8Array> {
  const writer = new Writer(input);
  const { title, subtitle, parts } = input;
  const children = [
    new Paragraph({ style: 'Title', children: [new TextRun({ text: title, rightToLeft: isRightToLeft(title) })] }),
    new Paragraph({ style: 'Subtitle', text: subtitle }),
    ...parts.flatMap((part) => writer.part(part)),
  ];
  const file = new Document({
    title,
    creator: 'Adagia',
    lastModifiedBy: 'Adagia',
    styles,
    numbering,
    comments: { children: writer.comments.children },
    sections: [{ footers: { default: pageNumbers() }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
