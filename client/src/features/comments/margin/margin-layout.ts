// Keeps the cards in the margin level with their text. They stand in the page and scroll with it, so that nothing runs while
// one scrolls; they are placed anew when the text beside them grows, when cards open, come or go, and when the browser draws an
// answer that it had skipped. Their places are written as `top`: a thousand
// transforms are a thousand layers' worth of bookkeeping at each key.
import { must } from '@adagia/shared/assert';
import type { EditorWorkspace } from '../../../editor/ui/editor-workspace.ts';
import type { AnchorIndex } from '../anchors/anchor-index.ts';
import { type Marked, type SeenOffsets, TargetGeometry } from '../anchors/target-geometry.ts';
import { placeCards, type WantedCard } from './place-cards.ts';

/** Pixels between two cards. */
const GAP = 8;
/** Pixels by which the active card may stand below its words: less than a screen, so that one sees both. */
const LOWER_MAX = 500;
/** Pixels by which a card stands higher than its line, so that their words stand level. */
const LIFT = 5;
/** Milliseconds in which cards glide when another one becomes active; as in comment-margin.module.css. */
const GLIDE_MS = 180;

export interface MarginCards {
  /** What they are about now, in the order of the text: passages move with every key. */
  marked(): readonly Marked[];
  /** Stands between them, where it is about. */
  composer(): Marked | null;
  activeId: string | null;
}

interface Page {
  /** Holds the cards, each in an element with `data-card`. */
  margin: HTMLElement;
  /** The text beside it. */
  text: HTMLElement;
  workspace: EditorWorkspace;
  index: AnchorIndex;
}

export class MarginLayout {
  readonly #page: Page;
  readonly #seen: SeenOffsets = new Map();
  readonly #sizes: ResizeObserver;
  readonly #watched = new Set<Element>();
  /** Pixels, as the browser tells them: to ask a thousand cards at each key is slow. */
  readonly #heights = new WeakMap<Element, number>();
  readonly #stops: (() => void)[];
  #cards: MarginCards = { marked: () => [], composer: () => null, activeId: null };
  #frame = 0;
  #glide = 0;

  constructor(page: Page) {
    this.#page = page;
    const { text, workspace, index } = page;
    // Called between layout and paint: cards move in the same frame as their text.
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) this.#heights.set(target, borderBoxSize[0]?.blockSize ?? 0);
      this.place();
    });
    this.#sizes.observe(text);
    text.addEventListener('contentvisibilityautostatechange', this.#soon, { capture: true });
    this.#stops = [
      index.subscribe(this.#soon),
      workspace.revision.subscribe(this.#soon),
      () => text.removeEventListener('contentvisibilityautostatechange', this.#soon, { capture: true }),
    ];
    void document.fonts.ready.then(this.#soon);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#glide);
    this.#sizes.disconnect();
    for (const stop of this.#stops) stop();
  }

  /** Before the browser paints what React has just drawn. */
  show(cards: MarginCards): void {
    if (cards.activeId !== this.#cards.activeId) this.#startGliding();
    this.#cards = cards;
    this.#watchSizes();
    this.place();
  }

  readonly #soon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.place();
    });
  };

  /** First reads everything, then writes: the browser lays the page out once. */
  place(): void {
    const { margin } = this.#page;
    // Asking for a place makes the browser lay out the page: not where there is nothing to place.
    if (margin.children.length === 0 && margin.style.minHeight === '') return;
    const elements = new Map([...margin.children].map((one) => [(one as HTMLElement).dataset.card ?? '', one]));
    const wanted = this.#wanted(elements, margin.getBoundingClientRect().top);
    const placed = placeCards(wanted, { gap: GAP, activeId: this.#cards.activeId, lowerMax: LOWER_MAX });
    let bottom = 0;
    for (const { id, height } of wanted) {
      const top = must(placed.get(id));
      write(elements.get(id) as HTMLElement, top);
      bottom = Math.max(bottom, top + height);
    }
    for (const [id, element] of elements) if (!placed.has(id)) write(element as HTMLElement, null);
    const minHeight = `${Math.ceil(bottom)}px`;
    if (margin.style.minHeight !== minHeight) margin.style.minHeight = minHeight;
  }

  #wanted(elements: ReadonlyMap<string, Element>, origin: number): WantedCard[] {
    const geometry = new TargetGeometry(this.#page.workspace, this.#seen);
    const want = (marked: Marked): WantedCard[] => {
      const top = geometry.topOf(marked);
      const element = elements.get(marked.id);
      if (top === null || !(element instanceof HTMLElement)) return [];
      return [
        {
          id: marked.id,
          top: Math.round(top - origin) - LIFT,
          height: this.#heights.get(element) ?? element.offsetHeight,
        },
      ];
    };
    const cards = this.#cards.marked().flatMap(want);
    const written = this.#cards.composer();
    const [composer] = written ? want(written) : [];
    if (!composer) return cards;
    const at = cards.findIndex(({ top }) => top > composer.top);
    return at < 0 ? [...cards, composer] : cards.toSpliced(at, 0, composer);
  }

  /** An element that is observed again would be told of at once, and for ever. */
  #watchSizes(): void {
    const { children } = this.#page.margin;
    const present = new Set<Element>(children);
    for (const element of this.#watched) {
      if (present.has(element)) continue;
      this.#sizes.unobserve(element);
      this.#watched.delete(element);
    }
    for (const element of present) {
      if (this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#sizes.observe(element);
    }
  }

  #startGliding(): void {
    const { margin } = this.#page;
    margin.dataset.gliding = 'true';
    clearTimeout(this.#glide);
    this.#glide = window.setTimeout(() => delete margin.dataset.gliding, GLIDE_MS);
  }
}

const written = new WeakMap<HTMLElement, number | null>();

/**
 * A card that was nowhere is at once where it belongs: gliding there from the top of the page it would take the page along with
 * the first key that is pressed in it.
 * @param top null hides it: what it is about is not on the page
 */
function write(element: HTMLElement, top: number | null): void {
  const pixels = top === null ? null : Math.round(top);
  if (written.get(element) === pixels) return;
  written.set(element, pixels);
  element.hidden = pixels === null;
  element.style.top = pixels === null ? '' : `${pixels}px`;
  if (pixels === null) delete element.dataset.placed;
  else element.dataset.placed = element.dataset.placed === undefined ? 'first' : 'again';
}
