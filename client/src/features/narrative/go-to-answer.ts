// Brings a question to the screen and the caret into its text. Its card may not be drawn yet, nor its editor mounted: until they
// are, the focus is on the heading, from where the keys go on; what is not written in an editor keeps it there.
import { holdInView } from './hold-in-view.ts';

/** Frames to wait for a field to be drawn, about a second. */
const FRAMES_MAX = 60;

const editable = (card: Element): HTMLElement | null => card.querySelector<HTMLElement>('[contenteditable="true"]');
const heading = (card: Element): HTMLElement | null => card.querySelector<HTMLElement>('[tabindex="-1"]');

export function goToAnchor(id: string): void {
  holdInView(() => {
    const element = document.getElementById(id);
    return element && { element, block: 'start' };
  });
}

export function goToAnswer(key: string): void {
  goToAnchor(key);
  const card = document.getElementById(key);
  if (card) focusWhenMounted(card);
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

/** The last wish counts, however late the editor of the one before comes. */
let stopWaiting = () => {};

/** However long it takes: until the editor is there, or the person has put the focus elsewhere. */
function focusWhenMounted(card: Element): void {
  stopWaiting();
  if (focusIn(card)) return;
  const observer = new MutationObserver(() => focusIn(card) && stopWaiting());
  const left = ({ target }: FocusEvent) => target !== heading(card) && stopWaiting();
  stopWaiting = () => {
    observer.disconnect();
    document.removeEventListener('focusin', left);
    stopWaiting = () => {};
  };
  document.addEventListener('focusin', left);
  observer.observe(card, { childList: true, subtree: true, attributes: true, attributeFilter: ['contenteditable'] });
}

/** @returns whether the caret is in the text. */
function focusIn(card: Element): boolean {
  const editor = editable(card);
  const target = editor ?? heading(card);
  if (target !== document.activeElement) target?.focus({ preventScroll: true });
  return editor !== null;
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
