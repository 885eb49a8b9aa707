// The text of an answer as it goes into the portal's plain text boxes, and the only text that is ever counted.
// Lists become "- " and "1. ", indents two spaces each; what a web form would show as a box or nothing is cleaned.
import { type Block, SOFT_BREAK } from './blocks.ts';
import { runText } from './references.ts';

const INDENT = '  ';

/** Zero-width and bidirectional marks, soft hyphens, control characters: typed by no one, counted by the portal. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const CONTROL = /[\p{Cc}--[\n\t]]/gv;
/** Space characters of every width, and no-break spaces. ZWJ and ZWNJ stay: emoji and several scripts need them. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(SPACES, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(CONTROL, '');
}

/** Running numbers of numbered lists, one per indent. */
export class ListNumbers {
  readonly #counts: number[] = [];

  /** @returns the number of this block, 0 when it is not in a numbered list. Call for each block in order. */
  next(block: Pick<Block, 'kind' | 'indent'>): number {
    const isList = block.kind === 'number' || block.kind === 'bullet';
    this.#counts.length = isList ? Math.min(this.#counts.length, block.indent + 1) : 0;
    if (block.kind !== 'number') {
      if (isList) this.#counts.length = Math.min(this.#counts.length, block.indent);
      return 0;
    }
    const number = (this.#counts[block.indent] ?? 0) + 1;
    this.#counts[block.indent] = number;
    return number;
  }
}

function markerOf(block: Block, number: number): string {
  if (block.kind === 'bullet') return `${INDENT.repeat(block.indent)}- `;
  if (block.kind === 'number') return `${INDENT.repeat(block.indent)}${number}. `;
  return '';
}

/** Lines of one block: the marker stands before the first, the others are indented to its width. */
function linesOf(block: Block, number: number): string {
  const marker = markerOf(block, number);
  const text = block.runs.map((run) => runText(run)).join('');
  const lines = text.split(SOFT_BREAK).map(cleanText);
  return lines.map((line, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + line).join('\n');
}

/** @returns what "Copy for the portal" puts into the clipboard: no spaces at line ends, no empty lines at the end. */
export function portalText(blocks: readonly Block[]): string {
  const numbers = new ListNumbers();
  const text = blocks.map((block) => linesOf(block, numbers.next(block))).join('\n');
  return text.replaceAll(/[ ]+$/gm, '').replace(/\n+$/, '').replace(/^\n+/, '');
}
