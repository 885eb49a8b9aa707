// The one kind of block in an answer's editor: a paragraph, heading, list item or quote with an indent. Lists are blocks that
// stand next to each other, numbered by CSS: turning a paragraph into a list item changes an attribute and moves no text.
import { type BlockKind, blockKinds, INDENT_MAX } from '@adagia/shared/text/blocks';
import {
  $applyNodeReplacement,
  type EditorConfig,
  type LexicalNode,
  type NodeKey,
  ParagraphNode,
  type RangeSelection,
  type SerializedParagraphNode,
  type Spread,
} from 'lexical';
import { $inlineLength, $pointToOffset } from './block-offsets.ts';

export type SerializedBlockNode = Spread<{ kind: BlockKind }, SerializedParagraphNode>;

/** Headings of an answer stand below those of the page: section (2) and question (3). */
const tags: Readonly<Record<BlockKind, string>> = {
  paragraph: 'p',
  h1: 'h4',
  h2: 'h5',
  h3: 'h6',
  bullet: 'p',
  number: 'p',
  quote: 'blockquote',
};

export class BlockNode extends ParagraphNode {
  __kind: BlockKind;

  constructor(kind: BlockKind = 'paragraph', key?: NodeKey) {
    super(key);
    this.__kind = kind;
  }

  static override getType(): string {
    return 'block';
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.__kind, node.__key);
  }

  static override importJSON(json: SerializedBlockNode): BlockNode {
    return $createBlockNode(blockKinds.includes(json.kind) ? json.kind : 'paragraph').updateFromJSON(json);
  }

  override exportJSON(): SerializedBlockNode {
    return { ...super.exportJSON(), kind: this.getKind(), type: 'block', version: 1 };
  }

  getKind(): BlockKind {
    return this.getLatest().__kind;
  }

  setKind(kind: BlockKind): this {
    const self = this.getWritable();
    self.__kind = kind;
    return self;
  }

  isListItem(): boolean {
    const kind = this.getKind();
    return kind === 'bullet' || kind === 'number';
  }

  isHeading(): boolean {
    const kind = this.getKind();
    return kind === 'h1' || kind === 'h2' || kind === 'h3';
  }

  override setIndent(indent: number): this {
    return super.setIndent(Math.max(0, Math.min(INDENT_MAX, indent)));
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement(tags[this.__kind]);
    this.#dress(element);
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement, _config: EditorConfig): boolean {
    if (tags[previous.__kind] !== tags[this.__kind]) return true;
    if (previous.__kind !== this.__kind || previous.__indent !== this.__indent) this.#dress(element);
    return false;
  }

  #dress(element: HTMLElement): void {
    element.className = `adagia-block adagia-${this.__kind}`;
    element.dataset.kind = this.__kind;
    element.dataset.indent = String(this.__indent);
    element.dir = 'auto';
  }

  /** Enter: a list goes on, a heading is followed by text. */
  override insertNewAfter(selection?: RangeSelection, restoreSelection?: boolean): BlockNode {
    const isAtEnd = !selection || $pointToOffset(this, selection.anchor) >= $inlineLength(this);
    const next = $createBlockNode(this.isHeading() && isAtEnd ? 'paragraph' : this.getKind());
    next.setIndent(this.getIndent());
    this.insertAfter(next, restoreSelection);
    return next;
  }

  /** Backspace at the start: first it becomes a plain paragraph, then it joins the one before. */
  override collapseAtStart(): boolean {
    if (this.getKind() === 'paragraph' && this.getIndent() === 0) return false;
    this.setKind('paragraph').setIndent(0);
    return true;
  }
}

export function $createBlockNode(kind: BlockKind = 'paragraph'): BlockNode {
  return $applyNodeReplacement(new BlockNode(kind));
}

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode;
}
