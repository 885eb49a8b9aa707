// HTML of the clipboard as a document that is safe to read: nothing in it is loaded or run, and no style applies. Style
// attributes are renamed before parsing, because a strict content policy reports each one even in a detached document.
import type { PasteSource } from './paste-result.ts';

export const STYLE_ATTRIBUTE = 'data-pasted-style';

export interface ClipboardHtml {
  body: HTMLElement;
  source: PasteSource;
  /** Of Word's style sheet: whether list `l0:level1` is numbered. */
  numberedLists: ReadonlyMap<string, boolean>;
}

export function parseClipboardHtml(html: string): ClipboardHtml {
  const fragment = selectedPart(html);
  const text = fragment
    .replace(/<(style|script|title|xml|svg|math)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, (block) =>
      /^<(?:svg|math)/i.test(block) ? '<img>' : '',
    )
    .replace(/<!--[\s\S]*?-->/g, '')
    // Word's conditions (<![if !supportLists]>): what is in them counts.
    .replace(/<!\[[^>]*\]>/g, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'])style\s*=/gi, `$1 ${STYLE_ATTRIBUTE}=`));
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  return { body, source: sourceOf(html), numberedLists: readListKinds(html) };
}

/** Some programs put the selection between marks, and something else around it. */
function selectedPart(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  if (start < 0 || end < start) return html;
  const inside = html.slice(start + '<!--StartFragment-->'.length, end);
  // Excel's marks stand between the table and its rows, which a parser drops without their table.
  if (/^\s*<(?:tr|td|col|tbody)\b/i.test(inside)) return `<table>${inside}</table>`;
  // A selection within a list has its items between the marks, and the list around them.
  if (/^\s*<li\b/i.test(inside))
    return /<ol\b[^>]*>\s*$/i.test(html.slice(0, start)) ? `<ol>${inside}</ol>` : `<ul>${inside}</ul>`;
  return inside;
}

function sourceOf(html: string): PasteSource {
  const head = html.slice(0, 20_000);
  if (/schemas-microsoft-com:office:excel|content=["']?Excel\.Sheet/i.test(head)) return 'excel';
  if (/schemas-microsoft-com:office:word|class=["']?Mso|mso-/i.test(head)) return 'word';
  if (/docs-internal-guid|google-sheets-html-origin/i.test(head)) return 'docs';
  if (/content=["']LibreOffice|OpenOffice/i.test(head)) return 'libreoffice';
  return 'web';
}

/** `@list l0:level1 {mso-level-number-format:bullet; …}` */
function readListKinds(html: string): Map<string, boolean> {
  const kinds = new Map<string, boolean>();
  for (const [, list, rules] of html.matchAll(/@list\s+(l\d+:level\d+)\b[^{]*\{([^}]*)\}/g)) {
    if (list && rules) kinds.set(list, !/mso-level-number-format:\s*bullet/i.test(rules));
  }
  return kinds;
}
