// Focuses something that is about to be drawn: a row that was just added, a cell of a page that is being opened.

/** Frames to wait, about a second: after that it will not come any more. */
const FRAMES_MAX = 60;

export function focusSoon(elementId: string, frames = FRAMES_MAX): void {
  const element = document.getElementById(elementId);
  if (element) {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    element.focus({ preventScroll: true });
  } else if (frames > 0) requestAnimationFrame(() => focusSoon(elementId, frames - 1));
}
