// The words that are selected on the page, in a live editor or in the static form of an answer, whether one may write or not.
// Read from the page: an editor that is read-only takes no keys and keeps no selection of its own.
import { type AnswerKey, answerKeySchema } from '@adagia/shared/answer-key';
import { offsetOfDomPoint } from '../../../editor/ui/dom-places.ts';

export interface SelectedWords {
  answerKey: AnswerKey;
  range: { anchor: number; focus: number };
  root: HTMLElement;
}

const elementOf = (node: Node | null): Element | null =>
  node instanceof Element ? node : (node?.parentElement ?? null);

/** @returns null when nothing is selected, or more than one answer. */
export function selectedWords(): SelectedWords | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null;
  const root = elementOf(selection.anchorNode)?.closest<HTMLElement>('[data-answer-text]');
  const key = answerKeySchema.safeParse(root?.dataset.answerText);
  if (!root || !key.success) return null;
  const anchor = offsetOfDomPoint(root, { node: selection.anchorNode, offset: selection.anchorOffset });
  const focus = offsetOfDomPoint(root, { node: selection.focusNode, offset: selection.focusOffset });
  if (anchor === null || focus === null || anchor === focus) return null;
  return { answerKey: key.data, range: { anchor, focus }, root };
}

/** The answer in which the focus is, for a comment without a selection. */
export function focusedAnswer(): AnswerKey | null {
  const root = document.activeElement?.closest<HTMLElement>('[data-answer-text]');
  return answerKeySchema.safeParse(root?.dataset.answerText).data ?? null;
}
