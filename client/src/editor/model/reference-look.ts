// How a reference looks, in the editor and in the static form of an answer alike: its element, and what is painted into it when the
// plan says something else. Changes nothing but its own text and attributes, which Lexical leaves alone.
import type { Reference } from '@adagia/shared/text/references';

/** What a reference shows at this moment. */
export interface ReferenceLook {
  text: string;
  /** For screen readers and the tooltip. */
  label: string;
  /** What it stood for is not there any more: its words are those of then. */
  isGone: boolean;
}

export const REFERENCE_CLASS = 'adagia-reference';

/** The attributes of its element, for React and for the DOM. */
export function referenceAttributes(
  { target, words }: Omit<Reference, 'sign'>,
  look?: ReferenceLook,
): Record<string, string> {
  return {
    'data-reference': target,
    'data-words': words,
    contenteditable: 'false',
    role: 'link',
    title: look?.label ?? words,
    'aria-label': look?.label ?? words,
    ...(look?.isGone && { 'data-gone': 'true' }),
  };
}

function write(element: HTMLElement, text: string, attributes: Readonly<Record<string, string>>): void {
  const { firstChild } = element;
  // One text node for ever: another node would be taken for somebody's edit.
  if (firstChild instanceof Text) {
    if (firstChild.data !== text) firstChild.data = text;
  } else element.append(text);
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** A new element, in the words that it was written with. */
export function dressReference(element: HTMLElement, ref: Reference): void {
  element.className = REFERENCE_CLASS;
  write(element, ref.words, referenceAttributes(ref));
}

/** Paints every reference below an element. */
export function paintReferences(root: ParentNode, lookOf: (target: string, words: string) => ReferenceLook): void {
  for (const element of root.querySelectorAll<HTMLElement>(`.${REFERENCE_CLASS}`)) {
    const { reference: target = '', words = '' } = element.dataset;
    const look = lookOf(target, words);
    if (!look.isGone) delete element.dataset.gone;
    write(element, look.text, referenceAttributes({ target, words }, look));
  }
}
