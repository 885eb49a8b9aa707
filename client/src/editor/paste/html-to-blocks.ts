// HTML of the clipboard as blocks of an answer: structure stays (headings, lists with levels, quotes, bold, italic, underline,
// links), looks and junk go. One walk over the document; what each program does in its own way is in the files beside this.
import type { Block, InlineFormat } from '@adagia/shared/text/blocks';
import { isLinkAddress } from '../model/set-link.ts';
import { BlockBuilder, type BlockType, hasText } from './block-builder.ts';
import { formatInside, hasLooks, isHidden, type Style, styleOf, whiteSpaceOf } from './element-style.ts';
import { type ClipboardHtml, parseClipboardHtml } from './parse-clipboard-html.ts';
import { type DroppedKind, droppedKinds, type PasteResult } from './paste-result.ts';
import { skippedAs } from './skipped-elements.ts';
import { isLayoutTable, tableRows } from './table-rows.ts';
import { isListMarker, wordListType } from './word-lists.ts';

const BLOCK_TAGS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

interface Around {
  format: InlineFormat;
  isPre: boolean;
  isQuote: boolean;
  /** Lists around, outermost first. */
  lists: readonly ('bullet' | 'number')[];
  isInItem: boolean;
}

const OUTSIDE: Around = { format: {}, isPre: false, isQuote: false, lists: [], isInItem: false };

/** Links of Google's products go through a page of theirs. */
function targetOf(href: string): string {
  const redirect = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(.*)$/i.exec(href);
  const target = redirect?.[1] ? (new URLSearchParams(redirect[1]).get('q') ?? href) : href;
  return target.trim();
}

class HtmlReader {
  readonly builder = new BlockBuilder();
  readonly dropped = new Set<DroppedKind>();
  readonly #html: ClipboardHtml;
  readonly #keepsNavigation: boolean;

  constructor(html: ClipboardHtml, keepsNavigation: boolean) {
    this.#html = html;
    this.#keepsNavigation = keepsNavigation;
  }

  children(parent: Node, around: Around): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.#text(child.nodeValue ?? '', around);
      else if (child.nodeType === 1) this.#element(child as Element, around);
    }
  }

  #text(text: string, { format, isPre }: Around): void {
    this.builder.text(isPre ? text : text.replace(/[ \t\r\n\f]+/g, ' '), format);
  }

  #element(element: Element, around: Around): void {
    const style = styleOf(element);
    if (isHidden(element, style)) {
      if (element.textContent?.trim()) this.dropped.add('hidden');
      return;
    }
    const skipped = skippedAs(element, style);
    if (skipped && !(skipped === 'navigation' && this.#keepsNavigation)) {
      if (skipped !== 'nothing') this.dropped.add(skipped);
      return;
    }
    if (isListMarker(style)) return;
    if (hasLooks(element, style)) this.dropped.add('looks');
    const inside = this.#inside(element, style, around);
    if (element.tagName === 'BR') this.#break(element);
    else if (element.tagName === 'TABLE' && !isLayoutTable(element)) this.#table(element, inside);
    else if (BLOCK_TAGS.has(element.tagName)) this.#block(element, style, inside);
    else this.children(element, inside);
  }

  #inside(element: Element, style: Style, around: Around): Around {
    const format = formatInside(element, style, around.format);
    if (element.tagName === 'A') this.#link(element, format);
    const whiteSpace = whiteSpaceOf(element, style);
    return { ...around, format, isPre: whiteSpace === null ? around.isPre : whiteSpace === 'pre' };
  }

  #link(element: Element, format: InlineFormat): void {
    const address = targetOf(element.getAttribute('href') ?? '');
    if (isLinkAddress(address)) {
      format.link = address;
      // Every link is drawn underlined.
      delete format.underline;
    } else if (address && !address.startsWith('#')) this.dropped.add('links');
  }

  /** Google Docs puts a <br> between blocks for an empty line. */
  #break(element: Element): void {
    const isBetweenBlocks = [element.previousElementSibling, element.nextElementSibling].some(
      (sibling) => sibling && BLOCK_TAGS.has(sibling.tagName),
    );
    if (isBetweenBlocks && element.parentElement?.tagName !== 'LI') this.builder.emptyLine();
    else this.builder.softBreak();
  }

  #block(element: Element, style: Style, around: Around): void {
    const { tagName } = element;
    if (tagName === 'UL' || tagName === 'OL') return this.#list(element, around);
    if (tagName === 'LI') return this.#item(element, around);
    if (tagName === 'BLOCKQUOTE') return this.#plain(element, { ...around, isQuote: true });
    const type = wordListType(element, style, this.#html) ?? headingType(element);
    if (type) this.#typed(element, type, around);
    else if (around.isInItem) this.#continued(element, around);
    else
      this.#plain(element, { ...around, isQuote: around.isQuote || /^Mso(?:Intense)?Quote/.test(element.className) });
  }

  #typed(element: Element, type: BlockType, around: Around): void {
    this.builder.begin(type);
    this.children(element, { ...around, isInItem: type.kind === 'bullet' || type.kind === 'number' });
    this.builder.end();
  }

  #plain(element: Element, around: Around): void {
    const type: BlockType = { kind: around.isQuote ? 'quote' : 'paragraph', indent: 0 };
    this.builder.begin(type);
    if (element.tagName === 'P' && !element.textContent?.trim() && !element.querySelector('img')) {
      this.builder.emptyLine();
      return;
    }
    this.children(element, around);
    this.builder.end();
  }

  #continued(element: Element, around: Around): void {
    this.builder.continueItem();
    this.children(element, around);
    this.builder.continueItem();
  }

  #list(element: Element, around: Around): void {
    this.builder.end();
    const kind = element.tagName === 'OL' ? 'number' : 'bullet';
    this.children(element, { ...around, lists: [...around.lists, kind], isInItem: false });
    this.builder.end();
  }

  #item(element: Element, around: Around): void {
    // Google Docs and Word on the web say the level; their lists are not always nested.
    const said = Number.parseInt(
      element.getAttribute('aria-level') ?? element.getAttribute('data-aria-level') ?? '',
      10,
    );
    const level = said >= 1 ? said : Math.max(1, around.lists.length);
    this.builder.begin({ kind: around.lists.at(-1) ?? 'bullet', indent: level - 1 });
    this.children(element, { ...around, isInItem: true });
    this.builder.end();
  }

  /** One line a row; cells become parts of it. */
  #table(table: Element, around: Around): void {
    this.dropped.add('tables');
    this.builder.end();
    for (const cells of tableRows(table)) {
      if (cells.every((cell) => !cell.textContent?.trim())) continue;
      this.builder.begin();
      for (const [index, cell] of cells.entries()) {
        if (index > 0) this.builder.text(' | ', {});
        this.#cell(cell, around);
      }
      this.builder.end();
    }
  }

  #cell(cell: Element, around: Around): void {
    const inner = new HtmlReader(this.#html, this.#keepsNavigation);
    inner.children(cell, {
      ...around,
      format: formatInside(cell, styleOf(cell), around.format),
      lists: [],
      isInItem: false,
    });
    for (const kind of inner.dropped) this.dropped.add(kind);
    for (const [index, block] of inner.builder.finish().entries()) {
      if (index > 0) this.builder.text(' ', {});
      for (const run of block.runs) this.builder.text(run.text.replaceAll('\u2028', ' '), run.format);
    }
  }
}

function headingType(element: Element): BlockType | null {
  const said = element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') : null;
  const level = Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? said ?? 0);
  if (/^MsoTitle\b/.test(element.className)) return { kind: 'h1', indent: 0 };
  if (!(level >= 1)) return null;
  return { kind: level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3', indent: 0 };
}

function read(html: ClipboardHtml, keepsNavigation: boolean): PasteResult {
  const reader = new HtmlReader(html, keepsNavigation);
  reader.children(html.body, OUTSIDE);
  const blocks: Block[] = reader.builder.finish();
  return { blocks, dropped: droppedKinds.filter((kind) => reader.dropped.has(kind)), source: html.source };
}

/** @returns no blocks when nothing in it is text: an image, an empty selection. */
export function htmlToBlocks(html: string): PasteResult {
  const parsed = parseClipboardHtml(html);
  const result = read(parsed, false);
  // Who copies a menu and nothing else wants the menu.
  return result.dropped.includes('navigation') && !result.blocks.some(hasText) ? read(parsed, true) : result;
}
