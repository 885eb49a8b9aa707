// Blocks as clean HTML for the clipboard: what Word, Google Docs and mail programs read. Lists are real, nested ones.
import { type Block, type InlineFormat, SOFT_BREAK } from '@adagia/shared/text/blocks';

const TAGS = { paragraph: 'p', h1: 'h1', h2: 'h2', h3: 'h3', quote: 'blockquote' } as const;
const LISTS = { bullet: 'ul', number: 'ol' } as const;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

/** Runs of spaces would collapse where it is pasted. */
function textHtml(text: string): string {
  return escape(text)
    .replace(/^ | (?= )| $/g, '&nbsp;')
    .replaceAll(SOFT_BREAK, '<br>');
}

function runHtml(text: string, format: InlineFormat): string {
  let html = textHtml(text);
  if (format.underline) html = `<u>${html}</u>`;
  if (format.italic) html = `<em>${html}</em>`;
  if (format.bold) html = `<strong>${html}</strong>`;
  if (format.link) html = `<a href="${escape(format.link)}">${html}</a>`;
  return html;
}

const inlineHtml = (block: Block): string => block.runs.map((run) => runHtml(run.text, run.format)).join('');

interface OpenList {
  kind: 'bullet' | 'number';
  indent: number;
}

class ListWriter {
  html = '';
  readonly #open: OpenList[] = [];

  /** Closes what is deeper than this item, opens what it needs, and begins it. Its `</li>` comes with what follows. */
  item(kind: OpenList['kind'], indent: number, text: string): void {
    let last = this.#open.at(-1);
    while (last && (last.indent > indent || (last.indent === indent && last.kind !== kind))) {
      this.#close();
      last = this.#open.at(-1);
    }
    if (last?.indent === indent) this.html += '</li>';
    else {
      this.html += `<${LISTS[kind]}>`;
      this.#open.push({ kind, indent });
    }
    this.html += `<li>${text}`;
  }

  #close(): void {
    const list = this.#open.pop();
    if (list) this.html += `</li></${LISTS[list.kind]}>`;
  }

  end(): void {
    while (this.#open.length > 0) this.#close();
  }
}

/** One block that is part of a line comes without a block around it, so that it is pasted into a line. */
export function blocksToHtml(blocks: readonly Block[]): string {
  const [only] = blocks;
  if (only && blocks.length === 1 && only.kind === 'paragraph') return inlineHtml(only);
  const writer = new ListWriter();
  for (const block of blocks) {
    if (block.kind === 'bullet' || block.kind === 'number') {
      writer.item(block.kind, block.indent, inlineHtml(block));
    } else {
      writer.end();
      const tag = TAGS[block.kind];
      writer.html += `<${tag}>${inlineHtml(block) || '<br>'}</${tag}>`;
    }
  }
  writer.end();
  return writer.html;
}
