// A live reference in an editor: one inline node that nobody can write into, and one character of the text. What it shows is
// painted by whoever knows the plan (reference-look.ts), never part of the node, so that a new number is no edit of anybody's.
import { parseReference, type Reference, referenceAttribute, signAt } from '@adagia/shared/text/references';
import {
  $applyNodeReplacement,
  DecoratorNode,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import { dressReference } from './reference-look.ts';

type SerializedReferenceNode = Spread<{ ref: Reference }, SerializedLexicalNode>;

/** Custom nodes need a constructor that works without arguments; this one stands for nothing and is never shown. */
const NONE: Reference = { sign: signAt(0), target: 'title:project', words: '–' };

export class ReferenceNode extends DecoratorNode<null> {
  __ref: Reference;

  constructor(ref: Reference = NONE, key?: NodeKey) {
    super(key);
    this.__ref = ref;
  }

  static override getType(): string {
    return 'reference';
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.__ref, node.__key);
  }

  static override importJSON({ ref }: SerializedReferenceNode): ReferenceNode {
    return $createReferenceNode(parseReference(...referenceAttribute(ref)) ?? NONE);
  }

  override exportJSON(): SerializedReferenceNode {
    return { ...super.exportJSON(), ref: this.__ref, type: 'reference', version: 1 };
  }

  getReference(): Reference {
    return this.getLatest().__ref;
  }

  override getTextContent(): string {
    return this.__ref.words;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    dressReference(element, this.__ref);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__ref !== this.__ref;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }

  /** Arrows step over it, with the caret left in the text: a selected node would swallow what is typed. */
  override isKeyboardSelectable(): false {
    return false;
  }
}

export function $createReferenceNode(ref: Reference): ReferenceNode {
  return $applyNodeReplacement(new ReferenceNode(ref));
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode;
}

export const sameReference = (a: Reference | undefined, b: Reference | undefined): boolean =>
  a === b || (a?.sign === b?.sign && a?.target === b?.target && a?.words === b?.words);
