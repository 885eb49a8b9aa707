// Word pastes list items as paragraphs: `mso-list:l0 level2 lfo1` in their style, and the marker ("·", "1.", "a)") with
// spaces as text in a part of its own, `mso-list:Ignore`.
import type { BlockType } from './block-builder.ts';
import { type Style, styleOf } from './element-style.ts';
import type { ClipboardHtml } from './parse-clipboard-html.ts';

const LIST = /\b(l\d+)\s+level(\d+)/;
/** "1.", "(a)", "iv)": anything else is a bullet, also the "o" of Courier New. */
const NUMBER = /^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxlcdm]+)[.)]|^\(?\d+$/i;

export function isListMarker(style: Style): boolean {
  return /^ignore$/i.test(style.get('mso-list') ?? '');
}

/** @returns what a paragraph of Word is as a list item, null when it is none. */
export function wordListType(element: Element, style: Style, { numberedLists }: ClipboardHtml): BlockType | null {
  const match = LIST.exec(style.get('mso-list') ?? '');
  if (!match) return null;
  const [, list, level = '1'] = match;
  const marker = markerText(element);
  const isNumber = marker === null ? numberedLists.get(`${list}:level${level}`) === true : NUMBER.test(marker);
  return { kind: isNumber ? 'number' : 'bullet', indent: Number(level) - 1 };
}

function markerText(element: Element): string | null {
  for (const child of element.querySelectorAll('span')) {
    if (isListMarker(styleOf(child))) return (child.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  }
  return null;
}
