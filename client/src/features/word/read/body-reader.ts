// Walks through the body of a Word file and collects its blocks, as if every tracked change was accepted. What stands in text boxes,
// pictures and notes is no part of it; that it was there is.
import type { BlockKind, InlineFormat, Run } from '@adagia/shared/text/blocks';
import { INDENT_MAX } from '@adagia/shared/text/blocks';
import type { XmlElement } from '@rgrove/parse-xml';
import { addressOfField, formatOf } from './format-of.ts';
import type { WordPackage } from './open-package.ts';
import { Lists, listPlace, Styles } from './styles.ts';
import { characterOf } from './text-of.ts';
import type { LeftOut, WordBlock } from './word-document.ts';
import { attributeOf, childOf, descendantOf, elementsOf, valueOf } from './xml.ts';

/** Twentieths of a point: the indent that a tab makes, in Word and here. */
const INDENT_STEP = 720;
/** Answers end far below. */
const BLOCKS_MAX = 20_000;
const ANSWER_HEADING_MAX = 3;
/** Between the cells of a row, which becomes a line: as tables do that are pasted. */
const CELL_GAP = ' | ';

interface Field {
  code: string;
  isResult: boolean;
}

export class BodyReader {
  readonly blocks: WordBlock[] = [];
  readonly leftOut = new Set<LeftOut>();
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #links: ReadonlyMap<string, string>;
  readonly #comments = new Set<string>();
  readonly #fields: Field[] = [];
  #runs: Run[] = [];
  #marks: string[] = [];
  #deleted = 0;

  constructor({ parts, links }: WordPackage) {
    this.#styles = new Styles(parts.get('styles'));
    this.#lists = new Lists(parts.get('numbering'));
    this.#links = links;
  }

  read(body: XmlElement): void {
    for (const element of elementsOf(body)) {
      if (this.blocks.length >= BLOCKS_MAX) return;
      if (element.name === 'w:p') this.#paragraph(element);
      else if (element.name === 'w:tbl') this.#table(element);
      else if (element.name === 'w:sdt') this.#within(childOf(element, 'w:sdtContent'));
      else if (containers.has(element.name)) this.#within(element);
      else this.#mark(element);
    }
  }

  #within(element: XmlElement | undefined): void {
    if (!element) return;
    const change = changes.get(element.name);
    if (change) this.leftOut.add('changes');
    if (change === 'out') this.#deleted += 1;
    this.read(element);
    if (change === 'out') this.#deleted -= 1;
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr');
    for (const element of elementsOf(paragraph)) this.#inline(element, '');
    const mark = childOf(properties, 'w:rPr');
    if (descendantOf(mark, 'w:ins')) this.leftOut.add('changes');
    if (descendantOf(mark, 'w:del')) {
      // Its end is deleted: what follows goes on in the same block.
      this.leftOut.add('changes');
      return;
    }
    this.#end(properties);
  }

  #end(properties: XmlElement | undefined): void {
    const style = this.#styles.of(valueOf(childOf(properties, 'w:pStyle')));
    const list = listPlace(properties) ?? style.list;
    const listKind = list && this.#lists.kindOf(list);
    const level = listKind ? 0 : style.level;
    this.blocks.push({
      kind: listKind ?? kindOf(level, style.isQuote),
      indent: Math.min(INDENT_MAX, listKind && list ? list.level : indentOf(properties)),
      runs: joined(this.#runs),
      level,
      marks: this.#marks,
    });
    this.#runs = [];
    this.#marks = [];
  }

  #table(table: XmlElement): void {
    this.leftOut.add('tables');
    for (const row of elementsOf(table).filter(({ name }) => name === 'w:tr')) {
      const first = this.blocks.length;
      const cells = elementsOf(row).filter(({ name }) => name === 'w:tc');
      const texts = cells.map((cell) => {
        const from = this.blocks.length;
        this.read(cell);
        return this.blocks.splice(from).flatMap((block, index) => [...(index > 0 ? [gap(' ')] : []), ...block.runs]);
      });
      this.blocks.length = first;
      const runs = texts.flatMap((text, index) => [...(index > 0 ? [gap(CELL_GAP)] : []), ...text]);
      if (texts.some((text) => text.length > 0)) {
        this.blocks.push({ kind: 'paragraph', indent: 0, runs: joined(runs), level: 0, marks: [] });
      }
    }
  }

  /** @param link address of the link around, '' for none */
  #inline(element: XmlElement, link: string): void {
    if (element.name === 'w:r') return this.#run(element, link);
    const change = changes.get(element.name);
    if (change) this.leftOut.add('changes');
    if (change === 'out') this.#deleted += 1;
    if (element.name === 'w:hyperlink') {
      const address = this.#links.get(attributeOf(element, 'r:id')) ?? '';
      for (const child of elementsOf(element)) this.#inline(child, address);
    } else if (element.name === 'w:sdt') {
      for (const child of elementsOf(childOf(element, 'w:sdtContent') ?? element)) this.#inline(child, link);
    } else if (change || containers.has(element.name)) {
      for (const child of elementsOf(element)) this.#inline(child, link);
    } else this.#mark(element);
    if (change === 'out') this.#deleted -= 1;
  }

  /** Bookmarks and comments begin and end anywhere. */
  #mark(element: XmlElement): void {
    const id = attributeOf(element, 'w:id');
    if (element.name === 'w:bookmarkStart') this.#marks.push(attributeOf(element, 'w:name'));
    else if (element.name === 'w:commentRangeStart') this.#comments.add(id);
    else if (element.name === 'w:commentRangeEnd') this.#comments.delete(id);
  }

  #run(run: XmlElement, link: string): void {
    const properties = childOf(run, 'w:rPr');
    if (childOf(properties, 'w:rPrChange')) this.leftOut.add('changes');
    for (const element of elementsOf(run)) {
      const missing = leftOutBy.get(element.name);
      if (missing) this.leftOut.add(missing);
      else if (element.name === 'w:fldChar') this.#field(attributeOf(element, 'w:fldCharType'));
      else if (element.name === 'w:instrText') this.#code(element.text);
      else this.#text(characterOf(element), formatOf(properties, this.#styles, link || this.#fieldAddress()));
    }
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push({ code: '', isResult: false });
    else if (type === 'end') this.#fields.pop();
    else for (const field of this.#fields.slice(-1)) field.isResult = true;
  }

  #code(text: string): void {
    for (const field of this.#fields.slice(-1)) field.code += text;
  }

  #fieldAddress(): string {
    return this.#fields.map(({ code }) => addressOfField(code)).find(Boolean) ?? '';
  }

  #text(text: string, format: InlineFormat): void {
    const isShown = this.#deleted === 0 && this.#fields.every(({ isResult }) => isResult);
    if (!text || !isShown) return;
    const comments = Object.fromEntries([...this.#comments].map((id) => [`comment:${id}`, true as const]));
    this.#runs.push({ text, format: { ...format, ...comments } });
  }
}

/** What is walked through as if it was not there. */
const containers: ReadonlySet<string> = new Set(
  'w:smartTag w:customXml w:fldSimple w:dir w:bdo w:ins w:del w:moveTo w:moveFrom'.split(' '),
);
const changes: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['w:ins', 'in'],
  ['w:moveTo', 'in'],
  ['w:del', 'out'],
  ['w:moveFrom', 'out'],
]);
const leftOutBy: ReadonlyMap<string, LeftOut> = new Map([
  ['w:drawing', 'pictures'],
  ['w:pict', 'pictures'],
  ['w:object', 'pictures'],
  ['mc:AlternateContent', 'pictures'],
  ['w:footnoteReference', 'footnotes'],
  ['w:endnoteReference', 'footnotes'],
]);

const gap = (text: string): Run => ({ text, format: {} });

function kindOf(level: number, isQuote: boolean): BlockKind {
  if (level > 0) return `h${Math.min(level, ANSWER_HEADING_MAX) as 1 | 2 | 3}`;
  return isQuote ? 'quote' : 'paragraph';
}

function indentOf(properties: XmlElement | undefined): number {
  const indent = childOf(properties, 'w:ind');
  const left = Number(attributeOf(indent, 'w:left') || attributeOf(indent, 'w:start')) || 0;
  return Math.max(0, Math.round(left / INDENT_STEP));
}

const sameFormat = (one: InlineFormat, other: InlineFormat): boolean => {
  const names = Object.keys(one) as (keyof InlineFormat)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

/** Word cuts runs wherever somebody once edited. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    // A reference is a run of its own.
    if (last && !last.ref && !run.ref && sameFormat(last.format, run.format)) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}
