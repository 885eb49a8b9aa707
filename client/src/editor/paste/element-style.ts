// What the style and the tag of one pasted element say about its text. Only what an answer can hold is of interest.
import type { InlineFormat } from '@adagia/shared/text/blocks';
import { STYLE_ATTRIBUTE } from './parse-clipboard-html.ts';

export type Style = ReadonlyMap<string, string>;

const NO_STYLE: Style = new Map();

export function styleOf(element: Element): Style {
  const declared = element.getAttribute(STYLE_ATTRIBUTE);
  if (!declared) return NO_STYLE;
  const style = new Map<string, string>();
  for (const declaration of declared.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) style.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim());
  }
  return style;
}

const LOOKS = /^(?:font-family|font-size|color|background|background-color|mso-fareast-font-family)$/;

/** Whether it sets fonts, sizes or colours. */
export function hasLooks(element: Element, style: Style): boolean {
  return element.tagName === 'FONT' || [...style.keys()].some((name) => LOOKS.test(name));
}

export function isHidden(element: Element, style: Style): boolean {
  return (
    element.hasAttribute('hidden') ||
    /^none\b/.test(style.get('display') ?? '') ||
    style.get('mso-hide') === 'all' ||
    /^hidden\b/.test(style.get('visibility') ?? '')
  );
}

const BOLD_TAGS = new Set(['B', 'STRONG', 'TH']);
const ITALIC_TAGS = new Set(['I', 'EM', 'CITE', 'DFN', 'VAR']);

/** @returns the format of the text inside, of which `around` is what it inherits. */
export function formatInside(element: Element, style: Style, around: InlineFormat): InlineFormat {
  const format = { ...around };
  const weight = style.get('font-weight')?.toLowerCase();
  const slant = style.get('font-style')?.toLowerCase();
  set(format, 'bold', weight ? isBoldWeight(weight) : BOLD_TAGS.has(element.tagName) || undefined);
  set(format, 'italic', slant ? /^(?:italic|oblique)/.test(slant) : ITALIC_TAGS.has(element.tagName) || undefined);
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? style.get('text-underline');
  // Decorations are not inherited but drawn through: "none" takes nothing away.
  set(format, 'underline', element.tagName === 'U' || (line && /underline|^single$/.test(line)) ? true : undefined);
  return format;
}

function isBoldWeight(weight: string): boolean | undefined {
  if (weight === 'inherit') return undefined;
  return weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600;
}

function set(format: InlineFormat, name: 'bold' | 'italic' | 'underline', value: boolean | undefined): void {
  if (value === true) format[name] = true;
  if (value === false) delete format[name];
}

/** @returns how white space is kept: `pre` keeps line breaks too; null where nothing is said. */
export function whiteSpaceOf(element: Element, style: Style): 'normal' | 'pre' | null {
  if (element.tagName === 'PRE' || element.tagName === 'TEXTAREA') return 'pre';
  const said = style.get('white-space') ?? style.get('white-space-collapse');
  if (!said) return null;
  return /^(?:pre|break-spaces|preserve)/.test(said) ? 'pre' : 'normal';
}
