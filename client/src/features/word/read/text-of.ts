// The characters of a Word run, and of paragraphs without any format.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';
import type { XmlElement } from '@rgrove/parse-xml';
import { cleanInline } from '../../../editor/paste/clean-characters.ts';
import { attributeOf, elementsOf } from './xml.ts';

/** What one element of a run says; '' for those that say nothing in an answer. */
export function characterOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return cleanInline(element.text);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return attributeOf(element, 'w:type') === 'page' ? '' : SOFT_BREAK;
    case 'w:cr':
      return SOFT_BREAK;
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return symbolOf(attributeOf(element, 'w:char'));
    default:
      return '';
  }
}

/** Symbol fonts keep theirs in the private area, 0xF000 above the sign that was meant. Arrows and ticks only: the rest is a bullet. */
const SYMBOLS: Readonly<Record<string, string>> = { E0: '→', E8: '→', FC: '✓', A8: '☐', FE: '☑', B7: '•', A7: '▪' };

function symbolOf(code: string): string {
  return SYMBOLS[code.toUpperCase().replace(/^F0/, '')] ?? '•';
}

/** Without what was deleted. Lines of a run are lines here. */
export function textOf(element: XmlElement): string {
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return '';
  const own = characterOf(element);
  if (own) return own.replaceAll(SOFT_BREAK, '\n');
  return elementsOf(element).map(textOf).join('');
}
