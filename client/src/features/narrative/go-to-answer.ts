// Brings a question to the screen and the caret into its text. Editors are mounted when they come near, so that this has
// to wait for one; what is not written in an editor gets the focus on its heading.
import { holdInView } from './hold-in-view.ts';

/** Frames to wait for an editor to be mounted, about a second. */
const FRAMES_MAX = 60;

const editable = (card: Element): HTMLElement | null => card.querySelector<HTMLElement>('[contenteditable="true"]');

export function goToAnchor(id: string): void {
  holdInView(() => {
    const element = document.getElementById(id);
    return element && { element, block: 'start' };
  });
}

export function goToAnswer(key: string): void {
  goToAnchor(key);
  const card = document.getElementById(key);
  if (card) focusWhenMounted(card, FRAMES_MAX);
}

/** A question that is no text: the caret goes into its field. */
export function goToFact(id: string): void {
  goToAnchor(id);
  focusField(id, FRAMES_MAX);
}

function focusField(id: string, frames: number): void {
  const field = document.getElementById(id)?.querySelector<HTMLElement>('input, select, textarea, button');
  if (field) field.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusField(id, frames - 1));
}

function focusWhenMounted(card: Element, frames: number): void {
  const target = editable(card) ?? (frames === 0 ? card.querySelector<HTMLElement>('[tabindex="-1"]') : null);
  if (target) target.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenMounted(card, frames - 1));
}

/** @returns the key of the question with the focus, else of the first one that is on the screen. */
export function currentAnswer(keys: readonly string[]): string | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-answer]')?.dataset.answer;
  if (focused && keys.includes(focused)) return focused;
  return keys.find((key) => (document.getElementById(key)?.getBoundingClientRect().bottom ?? 0) > 150);
}

export function neighbour(keys: readonly string[], step: 1 | -1): string | undefined {
  const current = currentAnswer(keys);
  const at = current === undefined ? -1 : keys.indexOf(current);
  return keys[Math.min(keys.length - 1, Math.max(0, at + step))];
}
