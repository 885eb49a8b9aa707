// Focuses something that is about to be drawn: a row that was just added, a cell of a page that is being opened.

/** Frames to wait, about a second: after that it will not come any more. */
const FRAMES_MAX = 60;

/** A popover gives its button an id of its own: there the place stands in `data-place`. */
export const findPlace = (elementId: string): HTMLElement | null =>
  document.getElementById(elementId) ?? document.querySelector(`[data-place="${CSS.escape(elementId)}"]`);

/** What will have it as soon as it is near the screen. */
const holderOf = (elementId: string): HTMLElement | null =>
  document.querySelector(`[data-holds="${CSS.escape(elementId.slice(0, elementId.indexOf('/') + 1))}"]`);

/** The place, or where it will be. null: on another page. */
export const findPlaceOrHolder = (elementId: string): HTMLElement | null => findPlace(elementId) ?? holderOf(elementId);

export function focusSoon(elementId: string, frames = FRAMES_MAX): void {
  const element = findPlace(elementId);
  if (element) {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    element.focus({ preventScroll: true });
    return;
  }
  holderOf(elementId)?.scrollIntoView({ block: 'center' });
  if (frames > 0) requestAnimationFrame(() => focusSoon(elementId, frames - 1));
}
