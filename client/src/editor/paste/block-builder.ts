// Collects the text of a document, run by run, into clean blocks: white space collapsed as browsers do, ghost spaces gone,
// no empty blocks but one between paragraphs.
import {
  type Block,
  type BlockKind,
  blockText,
  INDENT_MAX,
  type InlineFormat,
  type Run,
  SOFT_BREAK,
} from '@adagia/shared/text/blocks';
import { cleanInline } from './clean-characters.ts';

export type BlockType = Pick<Block, 'kind' | 'indent'>;

const PARAGRAPH: BlockType = { kind: 'paragraph', indent: 0 };
/** Spaces, no-break spaces among them, next to each other or to a line break: typed by a program to lay out a line. */
const GHOSTS = /[ \u00a0\t]*(?:[ \t]|\u00a0{2,})[ \u00a0\t]*/g;

const sameFormat = (a: InlineFormat, b: InlineFormat): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #type: BlockType = PARAGRAPH;
  #runs: Run[] = [];
  /** A list item whose first block has ended: what follows in it goes on after a soft break. */
  #isContinued = false;

  /** Text of one format; white space in it is already what it should be but for ghosts. */
  text(text: string, format: InlineFormat): void {
    const clean = cleanInline(text);
    if (clean === '') return;
    if (this.#isContinued && clean.trim() !== '') {
      this.#push(SOFT_BREAK, {});
      this.#isContinued = false;
    }
    this.#push(clean, format);
  }

  softBreak(): void {
    this.#push(SOFT_BREAK, {});
  }

  #push(text: string, format: InlineFormat): void {
    const last = this.#runs.at(-1);
    if (last && sameFormat(last.format, format)) last.text += text;
    else this.#runs.push({ text, format: { ...format } });
  }

  /** Ends the current block, and begins one of this type. */
  begin(type: BlockType = PARAGRAPH): void {
    this.end();
    this.#type = { kind: type.kind, indent: Math.max(0, Math.min(INDENT_MAX, type.indent)) };
  }

  /** Ends the current block where it has text; an item goes on after its first paragraph. */
  end(): void {
    const runs = tidyRuns(this.#runs, this.#type.kind);
    this.#runs = [];
    this.#isContinued = false;
    if (runs.length > 0) this.#blocks.push({ ...this.#type, runs });
    this.#type = PARAGRAPH;
  }

  /** Within a list item: a paragraph ends, its item does not. */
  continueItem(): void {
    this.#isContinued = this.#runs.some((run) => run.text.trim() !== '');
  }

  /** An empty line that somebody has typed; behind text, only the end of its line. */
  emptyLine(): void {
    const isEmpty = this.#runs.every((run) => run.text.trim() === '');
    this.end();
    if (isEmpty) this.#blocks.push({ ...PARAGRAPH, runs: [] });
  }

  /** @returns what was collected. Empty lines stay only one by one, between paragraphs. */
  finish(): Block[] {
    this.end();
    const blocks = this.#blocks;
    return blocks.filter((block, index) => block.runs.length > 0 || isGap(blocks, index));
  }
}

const isWritten = (block: Block | undefined, kinds: readonly BlockKind[]): boolean =>
  block !== undefined && block.runs.length > 0 && kinds.includes(block.kind);

function isGap(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1).find((block) => block.runs.length > 0);
  return isWritten(blocks[index - 1], ['paragraph', 'quote']) && isWritten(next, ['paragraph', 'quote']);
}

/** Spaces collapse over the borders of runs; none at the ends of the block and beside soft breaks. */
function tidyRuns(runs: readonly Run[], kind: BlockKind): Run[] {
  const tidy: Run[] = [];
  let isAfterSpace = true;
  for (const { text, format } of runs) {
    let out = text.replace(GHOSTS, ' ').replace(/[ \u00a0]?\u2028[ \u00a0]?/g, SOFT_BREAK);
    if (isAfterSpace) out = out.replace(/^[ \u00a0]+/, '');
    if (out.startsWith(SOFT_BREAK)) trimLast(tidy);
    if (out === '') continue;
    isAfterSpace = /[ \u2028]$/.test(out);
    const look = kind.startsWith('h') && format.bold ? withoutBold(format) : format;
    const last = tidy.at(-1);
    if (last && sameFormat(last.format, look)) last.text += out;
    else tidy.push({ text: out, format: look });
  }
  while (tidy.length > 0 && /[ \u00a0\u2028]$/.test(tidy.at(-1)?.text ?? '')) trimLast(tidy, /[ \u00a0\u2028]+$/);
  const first = tidy[0];
  if (first) first.text = first.text.replace(/^\u2028+/, '');
  return tidy.filter((run) => run.text !== '');
}

function trimLast(runs: Run[], spaces = /[ \u00a0]+$/): void {
  const last = runs.at(-1);
  if (!last) return;
  last.text = last.text.replace(spaces, '');
  if (last.text === '') runs.pop();
}

/** A heading is drawn bold anyway. */
function withoutBold(format: InlineFormat): InlineFormat {
  const plain = { ...format };
  delete plain.bold;
  return plain;
}

/** Whether a block says anything. */
export const hasText = (block: Block): boolean => blockText(block).trim() !== '';
