// Draws carets, selections and name labels into a layer over an editor. The layer takes no pointer, no space and no part in
// the document. A label shows when its person moves and fades in two seconds; what only shifts with the text stays quiet.
import type { Box, CaretBoxes } from './caret-geometry.ts';
import type { RemoteCaret } from './caret-hub.ts';
import classes from './remote-carets.module.css';

/** Milliseconds in which a label fades after its person has moved. */
const LABEL_MS = 2000;
/** Pixels: higher than a label, so that one at the first line goes below it. */
const LABEL_HEIGHT = 20;

export interface DrawnCaret {
  caret: RemoteCaret;
  boxes: CaretBoxes;
}

interface Drawn {
  caret: HTMLElement;
  label: HTMLElement;
  selection: HTMLElement;
  moved: string;
  /** What was drawn last: the same is not drawn again. */
  at: string;
  fading: Animation | null;
}

function selectionBox({ x, y, width, height }: Box): HTMLElement {
  const box = document.createElement('div');
  box.className = classes.selection ?? '';
  box.style.transform = `translate(${x}px, ${y}px)`;
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
  return box;
}

export class CaretLayer {
  readonly #layer: HTMLElement;
  readonly #drawn = new Map<number, Drawn>();

  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  get isEmpty(): boolean {
    return this.#drawn.size === 0;
  }

  draw(carets: readonly DrawnCaret[]): void {
    const present = new Set(carets.map(({ caret }) => caret.clientId));
    for (const [clientId, drawn] of this.#drawn) {
      if (present.has(clientId)) continue;
      drawn.caret.remove();
      drawn.selection.remove();
      this.#drawn.delete(clientId);
    }
    for (const one of carets) this.#place(this.#drawn.get(one.caret.clientId) ?? this.#create(one.caret), one);
  }

  #create({ clientId, userId, name, colour }: RemoteCaret): Drawn {
    const selection = document.createElement('div');
    const caret = document.createElement('div');
    const label = document.createElement('div');
    caret.className = classes.caret ?? '';
    caret.dataset.caret = userId;
    label.className = classes.label ?? '';
    label.textContent = name;
    for (const element of [caret, label, selection]) element.style.setProperty('--caret-colour', colour);
    caret.append(label);
    this.#layer.append(selection, caret);
    const drawn: Drawn = { caret, label, selection, moved: '', at: '', fading: null };
    this.#drawn.set(clientId, drawn);
    return drawn;
  }

  #place(drawn: Drawn, { caret: { moved, name }, boxes: { caret, selection } }: DrawnCaret): void {
    const at = JSON.stringify([caret, selection, this.#layer.clientWidth]);
    if (drawn.at !== at) {
      drawn.caret.style.transform = `translate(${caret.x}px, ${caret.y}px)`;
      drawn.caret.style.height = `${caret.height}px`;
      drawn.label.dataset.below = String(caret.y < LABEL_HEIGHT);
      drawn.label.dataset.before = String(caret.x > this.#layer.clientWidth * 0.7);
      drawn.selection.replaceChildren(...selection.map(selectionBox));
    }
    if (drawn.label.textContent !== name) drawn.label.textContent = name;
    if (drawn.moved !== moved) this.#showLabel(drawn);
    drawn.at = at;
    drawn.moved = moved;
  }

  #showLabel(drawn: Drawn): void {
    drawn.fading?.cancel();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const steps = [{ opacity: 1 }, { opacity: 1, offset: isStill ? 1 : 0.75 }, { opacity: 0 }];
    drawn.fading = drawn.label.animate?.(steps, { duration: LABEL_MS }) ?? null;
  }
}
