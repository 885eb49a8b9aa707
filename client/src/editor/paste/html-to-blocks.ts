// From clipboard HTML to blocks: rebuilt from a list of what an answer can hold, never cleaned in place. Knows the ways of
// Word (lists as paragraphs with a mark of their own, tracked deletions, comments as links), Google Docs and web pages.
import {
  type Block,
  type BlockKind,
  INDENT_MAX,
  type InlineFormat,
  type Run,
  SOFT_BREAK,
} from '@adagia/shared/text/blocks';
import { isLinkAddress } from '../model/set-link.ts';

/** How much of what was left out. */
export interface Dropped {
  images: number;
  tables: number;
  deletions: number;
  comments: number;
}

interface Walk {
  blocks: Block[];
  /** The block that is being filled; null between blocks. */
  open: Block | null;
  dropped: Dropped;
}

interface Context {
  format: InlineFormat;
  /** What a new block is. */
  kind: BlockKind;
  indent: number;
  isPreformatted: boolean;
}

const IGNORED = new Set(
  'HEAD STYLE SCRIPT TEMPLATE NOSCRIPT TITLE META LINK NAV SVG OBJECT IFRAME VIDEO AUDIO CANVAS BUTTON SELECT'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE BLOCKQUOTE PRE LI DT DD FIGURE FIGCAPTION ADDRESS H1 H2 H3 H4 H5 H6 UL OL DL BODY HTML FORM FIELDSET'.split(
    ' ',
  ),
);
const HEADINGS: Readonly<Record<string, BlockKind>> = { H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' };

/** @param html as the clipboard has it: any size, any origin */
export function htmlToBlocks(html: string): { blocks: Block[]; dropped: Dropped } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const walk: Walk = { blocks: [], open: null, dropped: { images: 0, tables: 0, deletions: 0, comments: 0 } };
  visitChildren(page.body, walk, { format: {}, kind: 'paragraph', indent: 0, isPreformatted: false });
  const blocks = walk.blocks.map(tidyBlock);
  return { blocks: trimEmpty(blocks), dropped: walk.dropped };
}

function visitChildren(parent: Element, walk: Walk, context: Context): void {
  for (const child of parent.childNodes) visit(child, walk, context);
}

function visit(node: Node, walk: Walk, context: Context): void {
  if (node.nodeType === Node.TEXT_NODE) return addText(walk, context, node.textContent ?? '');
  if (!(node instanceof Element)) return;
  const name = node.tagName.toUpperCase();
  if (isLeftOut(node, name, walk)) return;
  if (name === 'BR') return addBreak(node, walk, context);
  if (name === 'TABLE') return addTable(node, walk, context);
  const inside = { ...context, format: formatOf(node, name, context.format) };
  if (!BLOCKS.has(name)) return visitChildren(node, walk, inside);
  visitBlock(node, name, walk, inside);
}

const styleOf = (element: Element): string => element.getAttribute('style') ?? '';

function isLeftOut(element: Element, name: string, { dropped }: Walk): boolean {
  const style = styleOf(element);
  if (IGNORED.has(name) || name.includes(':') || /display:\s*none|mso-hide:\s*all/i.test(style)) return true;
  if (name === 'IMG') dropped.images += 1;
  if (name === 'DEL' || name === 'S' || name === 'STRIKE' || /mso-\w*deleted/i.test(style)) {
    if (name === 'DEL' || /mso-/i.test(style)) dropped.deletions += 1;
    return name === 'DEL' || /mso-/i.test(style);
  }
  const isComment =
    /mso-(?:special-character:\s*comment|comment-)/i.test(style) ||
    /_msocom_|MsoCommentReference/.test(element.outerHTML.slice(0, 300));
  const isCommentNode = isComment && (name === 'A' || name === 'SPAN' || element.id.startsWith('_com'));
  if (isCommentNode) dropped.comments += 1;
  // Word writes the mark of a list item as text, wrapped in this.
  return name === 'IMG' || isCommentNode || /mso-list:\s*ignore/i.test(style);
}

function formatOf(element: Element, name: string, format: InlineFormat): InlineFormat {
  const next: InlineFormat = { ...format };
  const style = styleOf(element);
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if ((name === 'B' || name === 'STRONG') && weight !== 'normal') next.bold = true;
  if (weight === 'bold' || Number(weight) >= 600) next.bold = true;
  else if (weight !== undefined && name !== 'B' && name !== 'STRONG') delete next.bold;
  if (name === 'I' || name === 'EM' || /font-style:\s*italic/i.test(style)) next.italic = true;
  const href = name === 'A' ? (element.getAttribute('href') ?? '') : '';
  if (isLinkAddress(href)) next.link = href;
  // The underline of a link is the link's own.
  if (next.link === undefined && (name === 'U' || name === 'INS' || /text-decoration[^;]*underline/i.test(style)))
    next.underline = true;
  return next;
}

function visitBlock(element: Element, name: string, walk: Walk, context: Context): void {
  const next = blockContext(element, name, context);
  walk.open = null;
  if (name === 'UL' || name === 'OL' || name === 'DL') {
    visitChildren(element, walk, next);
  } else {
    visitChildren(element, walk, next);
    // An empty paragraph between two is a distance that somebody wanted.
    if (name === 'P' && walk.open === null && !element.closest('li')) begin(walk, next);
  }
  walk.open = null;
}

function blockContext(element: Element, name: string, context: Context): Context {
  const heading = HEADINGS[name];
  if (heading) {
    // Headings are bold by themselves.
    const { bold: _, ...format } = context.format;
    return { ...context, format, kind: heading, indent: 0 };
  }
  if (name === 'BLOCKQUOTE') return { ...context, kind: 'quote' };
  if (name === 'PRE') return { ...context, isPreformatted: true };
  if (name === 'LI') return listItemContext(element, context);
  const word = wordListOf(element);
  return word ? { ...context, ...word } : context;
}

/** Nested lists count their ancestors; Google Docs says the level in an attribute. */
function listItemContext(element: Element, context: Context): Context {
  const list = element.parentElement?.closest('ul, ol');
  let depth = -1;
  for (let at: Element | null = element; at; at = at.parentElement?.closest('ul, ol') ?? null)
    depth += at === element ? 0 : 1;
  const level = Number(element.getAttribute('aria-level') ?? 0) - 1;
  const indent = Math.min(INDENT_MAX, Math.max(0, level >= 0 ? level : depth));
  return { ...context, kind: list?.tagName.toUpperCase() === 'OL' ? 'number' : 'bullet', indent };
}

/** Word's list items are paragraphs: `mso-list:l0 level2 lfo1`, the mark itself in a part that is to be ignored. */
function wordListOf(element: Element): { kind: BlockKind; indent: number } | null {
  const match = /mso-list:\s*\S+\s+level(\d)/i.exec(styleOf(element));
  if (!match) return null;
  const mark = (element.querySelector('[style*="mso-list:Ignore" i]')?.textContent ?? '').trim();
  const kind = /^\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i.test(mark) ? 'number' : 'bullet';
  return { kind, indent: Math.min(INDENT_MAX, Number(match[1]) - 1) };
}

function begin(walk: Walk, { kind, indent }: Context): Block {
  const block: Block = { kind, indent, runs: [] };
  walk.blocks.push(block);
  walk.open = block;
  return block;
}

function addText(walk: Walk, context: Context, raw: string): void {
  const text = context.isPreformatted ? raw : raw.replaceAll(/[ \t\r\n]+/g, ' ');
  if (!text || (walk.open === null && !text.trim())) return;
  const lines = context.isPreformatted ? text.replace(/\n$/, '').split('\n') : [text];
  for (const [index, line] of lines.entries()) {
    const block = index === 0 ? (walk.open ?? begin(walk, context)) : begin(walk, context);
    if (line) block.runs.push({ text: cleanRun(line), format: context.format });
  }
}

/** Control characters have no place in a text; everything else that people can type has. */
const cleanRun = (text: string): string => text.replaceAll(/[\p{Cc}--\t]/gv, '').replaceAll('\ufeff', '');

function addBreak(element: Element, walk: Walk, context: Context): void {
  if (element.classList.contains('Apple-interchange-newline')) return;
  const block = walk.open ?? begin(walk, context);
  block.runs.push({ text: SOFT_BREAK, format: {} });
}

/** A row becomes a line: tables of figures belong into the budget, not into the text. */
function addTable(table: Element, walk: Walk, context: Context): void {
  walk.dropped.tables += 1;
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.querySelectorAll('td, th')].map((cell) =>
      (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    );
    walk.open = null;
    if (cells.some(Boolean)) addText(walk, context, cells.join(' | '));
  }
  walk.open = null;
}

/** Neighbours of one format become one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, format } of runs) {
    const last = joined.at(-1);
    if (last && JSON.stringify(last.format) === JSON.stringify(format)) last.text += text;
    else joined.push({ text, format });
  }
  return joined;
}

/** No spaces at the ends, no empty lines at the end of a block. */
function tidyBlock(block: Block): Block {
  const runs = joinRuns(block.runs.filter(({ text }) => text !== ''));
  const trimStart = (text: string) => text.replace(/^[ \u00a0\u2028]+/, '');
  const trimEnd = (text: string) => text.replace(/[ \u00a0\u2028]+$/, '');
  while (runs.length > 0 && !trimStart(runs[0]?.text ?? '')) runs.shift();
  while (runs.length > 0 && !trimEnd(runs.at(-1)?.text ?? '')) runs.pop();
  return {
    ...block,
    runs: runs
      .map((run: Run, index): Run => {
        const start = index === 0 ? trimStart(run.text) : run.text;
        return { ...run, text: index === runs.length - 1 ? trimEnd(start) : start };
      })
      .filter(({ text }) => text !== ''),
  };
}

/** Empty blocks at both ends, and more than one in a row, are noise. */
function trimEmpty(blocks: readonly Block[]): Block[] {
  const isEmpty = (block: Block | undefined) => block !== undefined && block.runs.length === 0;
  const kept = blocks.filter((block, index) => !isEmpty(block) || (index > 0 && !isEmpty(blocks[index - 1])));
  while (isEmpty(kept[0])) kept.shift();
  while (isEmpty(kept.at(-1))) kept.pop();
  return kept.length > 0 ? kept : [{ kind: 'paragraph', indent: 0, runs: [] }];
}
