// Walks through the body of a Word file and collects its blocks with every tracked change. What stands in text boxes, pictures and notes
// is no part of it; that it was there is.
import type { BlockKind, InlineFormat } from '@adagia/shared/text/blocks';
import { INDENT_MAX } from '@adagia/shared/text/blocks';
import type { XmlElement } from '@rgrove/parse-xml';
import { joined, type WordRun } from '../tracked.ts';
import { addressOfField, formatOf } from './format-of.ts';
import type { WordPackage } from './open-package.ts';
import { changeOf, endOf, Pending, revisionOf } from './revisions.ts';
import { Lists, listPlace, Styles } from './styles.ts';
import { characterOf } from './text-of.ts';
import type { LeftOut, WordBlock, WordLook } from './word-document.ts';
import { attributeOf, childOf, elementsOf, valueOf } from './xml.ts';

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
  readonly #pending = new Pending();
  #runs: WordRun[] = [];
  #marks: string[] = [];

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
    if (element) this.#pending.within(changeOf(element), () => this.read(element));
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr');
    for (const element of elementsOf(paragraph)) this.#inline(element, '');
    const look = this.#lookOf(properties);
    const change = childOf(properties, 'w:pPrChange');
    const before = change && this.#lookOf(childOf(change, 'w:pPr'));
    const isOther = before && !sameBlock(before, look);
    this.blocks.push({
      ...look,
      runs: joined(this.#runs),
      marks: this.#marks,
      ...this.#pending.now,
      ...endOf(childOf(properties, 'w:rPr')),
      ...(isOther && { looked: { ...revisionOf(change), ...before } }),
    });
    this.#runs = [];
    this.#marks = [];
  }

  #lookOf(properties: XmlElement | undefined): WordLook {
    const style = this.#styles.of(valueOf(childOf(properties, 'w:pStyle')));
    const list = listPlace(properties) ?? style.list;
    const listKind = list && this.#lists.kindOf(list);
    const level = listKind ? 0 : style.level;
    return {
      kind: listKind ?? kindOf(level, style.isQuote),
      indent: Math.min(INDENT_MAX, listKind && list ? list.level : indentOf(properties)),
      level,
    };
  }

  #table(table: XmlElement): void {
    this.leftOut.add('tables');
    for (const row of elementsOf(table).filter(({ name }) => name === 'w:tr')) {
      const whole = elementsOf(childOf(row, 'w:trPr') ?? row).find((element) => changeOf(element));
      this.#pending.within(whole && changeOf(whole), () => this.#row(row));
    }
  }

  #row(row: XmlElement): void {
    const { now } = this.#pending;
    const gap = (text: string): WordRun => ({ text, format: {}, ...now });
    const cells = elementsOf(row).filter(({ name }) => name === 'w:tc');
    const texts = cells.map((cell) => {
      const from = this.blocks.length;
      this.read(cell);
      return this.blocks.splice(from).flatMap((block, index) => [...(index > 0 ? [gap(' ')] : []), ...block.runs]);
    });
    const runs = texts.flatMap((text, index) => [...(index > 0 ? [gap(CELL_GAP)] : []), ...text]);
    if (texts.every((text) => text.length === 0)) return;
    this.blocks.push({ kind: 'paragraph', indent: 0, runs: joined(runs), level: 0, marks: [], ...now });
  }

  /** @param link address of the link around, '' for none */
  #inline(element: XmlElement, link: string): void {
    const { name } = element;
    const through = (parent: XmlElement, around = link) => {
      for (const child of elementsOf(parent)) this.#inline(child, around);
    };
    if (name === 'w:r') this.#run(element, link);
    else if (name === 'w:hyperlink') through(element, this.#links.get(attributeOf(element, 'r:id')) ?? '');
    else if (name === 'w:sdt') through(childOf(element, 'w:sdtContent') ?? element);
    else if (containers.has(name)) this.#pending.within(changeOf(element), () => through(element));
    else this.#mark(element);
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
    const change = childOf(properties, 'w:rPrChange');
    for (const element of elementsOf(run)) {
      const missing = leftOutBy.get(element.name);
      if (missing) this.leftOut.add(missing);
      else if (element.name === 'w:fldChar') this.#field(attributeOf(element, 'w:fldCharType'));
      else if (element.name === 'w:instrText') this.#code(element.text);
      else {
        const formatIn = (look: XmlElement | undefined) => formatOf(look, this.#styles, link || this.#fieldAddress());
        const before = change && { ...revisionOf(change), format: formatIn(childOf(change, 'w:rPr')) };
        this.#text(characterOf(element), formatIn(properties), before);
      }
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

  #text(text: string, format: InlineFormat, looked: WordRun['looked']): void {
    if (!text || !this.#fields.every(({ isResult }) => isResult)) return;
    const comments = Object.fromEntries([...this.#comments].map((id) => [`comment:${id}`, true as const]));
    const isOther = looked && !sameLook(looked.format, format);
    this.#runs.push({
      text,
      format: { ...format, ...comments },
      ...this.#pending.now,
      ...(isOther && { looked: { ...looked, format: { ...looked.format, ...comments } } }),
    });
  }
}

/** What is walked through as if it was not there. */
const containers: ReadonlySet<string> = new Set(
  'w:smartTag w:customXml w:fldSimple w:dir w:bdo w:ins w:del w:moveTo w:moveFrom'.split(' '),
);
const leftOutBy: ReadonlyMap<string, LeftOut> = new Map([
  ['w:drawing', 'pictures'],
  ['w:pict', 'pictures'],
  ['w:object', 'pictures'],
  ['mc:AlternateContent', 'pictures'],
  ['w:footnoteReference', 'footnotes'],
  ['w:endnoteReference', 'footnotes'],
]);

const sameBlock = (one: WordLook, other: WordLook): boolean =>
  one.kind === other.kind && one.indent === other.indent && one.level === other.level;

const looks = ['bold', 'italic', 'underline', 'link'] as const;
const sameLook = (one: InlineFormat, other: InlineFormat): boolean => looks.every((name) => one[name] === other[name]);

function kindOf(level: number, isQuote: boolean): BlockKind {
  if (level > 0) return `h${Math.min(level, ANSWER_HEADING_MAX) as 1 | 2 | 3}`;
  return isQuote ? 'quote' : 'paragraph';
}

function indentOf(properties: XmlElement | undefined): number {
  const indent = childOf(properties, 'w:ind');
  const left = Number(attributeOf(indent, 'w:left') || attributeOf(indent, 'w:start')) || 0;
  return Math.max(0, Math.round(left / INDENT_STEP));
}
