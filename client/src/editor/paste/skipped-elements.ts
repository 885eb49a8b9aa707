// Elements of which nothing is taken over, and what people are told about them.
import type { Style } from './element-style.ts';
import type { DroppedKind } from './paste-result.ts';

const NOTHING = new Set(
  'AREA BASE BUTTON COL COLGROUP DATALIST HEAD INPUT LINK MAP META NOSCRIPT PARAM SCRIPT SELECT SOURCE STYLE TEMPLATE TITLE TRACK WBR HR'.split(
    ' ',
  ),
);
const IMAGES = new Set(
  'AUDIO CANVAS EMBED IFRAME IMG MATH OBJECT PICTURE SVG VIDEO V:IMAGEDATA V:SHAPE V:SHAPETYPE'.split(' '),
);

/** Words that Word put there for its own comments and their marks. */
function isWordComment(element: Element, style: Style): boolean {
  const href = element.getAttribute('href') ?? '';
  return (
    /^#_mso(?:com|anchor)_/.test(href) ||
    /\bMsoCommentReference\b|\bmsocomanchor\b|\bmsocomtxt\b/.test(element.getAttribute('class') ?? '') ||
    (style.get('mso-element') ?? '').startsWith('comment') ||
    (style.get('mso-special-character') ?? '').startsWith('comment')
  );
}

/** @returns null when it is read, 'nothing' when nobody misses it. */
export function skippedAs(element: Element, style: Style): DroppedKind | 'nothing' | null {
  const tag = element.tagName.toUpperCase();
  if (IMAGES.has(tag)) return isTrackingPixel(element) ? 'nothing' : 'images';
  if (NOTHING.has(tag)) return 'nothing';
  if (isWordComment(element, style)) return 'comments';
  // Tracked deletions are still in the text of Word and LibreOffice.
  if (tag === 'DEL' || /\bmsoDel\b/.test(element.getAttribute('class') ?? '')) return 'deletions';
  if (tag === 'NAV' || element.getAttribute('role') === 'navigation') return 'navigation';
  // "<o:p>&nbsp;</o:p>" gives an empty paragraph of Word its height.
  if (tag === 'O:P' && !element.textContent?.replaceAll('\u00a0', ' ').trim()) return 'nothing';
  return null;
}

function isTrackingPixel(element: Element): boolean {
  return element.getAttribute('width') === '1' || element.getAttribute('height') === '1';
}
