// How high on the page the things stand that comments are about. Made for one look at the page: it only reads, each answer once.
//
// Chromium skips what is far from the screen (`content-visibility`); asking for a place in there would make it lay out all of
// it. Such a passage is put where it was last seen, or where it would be if its answer were filled evenly, which keeps the order
// of the cards; it gets its exact place when the browser draws the answer, more than a screen before anybody sees it.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget } from '@adagia/shared/api/review';
import { type DomPoint, domPlacesOf } from '../../../editor/ui/dom-places.ts';
import type { EditorWorkspace } from '../../../editor/ui/editor-workspace.ts';
import { sectionAnchor } from '../../narrative/section-outline.tsx';

/** Pixels of an answer's card above and below its text, near enough for one that nobody sees. */
const HEAD = 130;
const FOOT = 70;

export interface Passage {
  start: number;
  end: number;
}

export interface Marked {
  /** Names it from one look to the next. */
  id: string;
  target: CommentTarget;
  /** null where the words are gone, and where it is not about words. */
  passage: Passage | null;
}

export interface AnswerBox {
  card: HTMLElement;
  rect: DOMRect;
  length: number;
  /** null while the browser skips the text. */
  placeOf: ((offset: number) => DomPoint | null) | null;
}

/** Of passages that were seen, pixels below the top of their answer. */
export type SeenOffsets = Map<string, number>;

/** @returns the box of a character, whose line it shows; that of its block where the line is empty. */
export function characterBox(placeOf: (offset: number) => DomPoint | null, offset: number): DOMRect | null {
  const [from, until] = [placeOf(offset), placeOf(offset + 1)];
  if (!from || !until) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(until.node, until.offset);
  // Between two lines, a place belongs to the end of the first: what has a width is the character.
  const box = [...range.getClientRects()].findLast(({ width }) => width > 0);
  const element = from.node instanceof Element ? from.node : from.node.parentElement;
  return box ?? element?.getBoundingClientRect() ?? null;
}

export class TargetGeometry {
  readonly #workspace: EditorWorkspace;
  readonly #seen: SeenOffsets;
  readonly #boxes = new Map<AnswerKey, AnswerBox | null>();

  constructor(workspace: EditorWorkspace, seen: SeenOffsets) {
    this.#workspace = workspace;
    this.#seen = seen;
  }

  /** @returns pixels from the top of the screen; null when it is not on the page. */
  topOf(marked: Marked): number | null {
    const { target, passage } = marked;
    if (target.kind === 'section') {
      return document.getElementById(sectionAnchor(target.sectionId))?.getBoundingClientRect().top ?? null;
    }
    // On another page.
    if (!('key' in target)) return null;
    const box = this.boxOf(target.key);
    if (!box || !passage) return box?.rect.top ?? null;
    return box.rect.top + this.#offsetIn(box, marked.id, passage);
  }

  boxOf(key: AnswerKey): AnswerBox | null {
    const known = this.#boxes.get(key);
    if (known !== undefined) return known;
    const box = this.#measure(key);
    this.#boxes.set(key, box);
    return box;
  }

  #measure(key: AnswerKey): AnswerBox | null {
    const card = document.getElementById(key);
    if (!card) return null;
    // Without one it is not drawn yet, and only its place is known.
    const answer = this.#workspace.find(key);
    const text = answer?.textElement();
    const isDrawn = text?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
    const placeOf = text && isDrawn ? domPlacesOf(text) : null;
    return { card, rect: card.getBoundingClientRect(), length: answer?.ytext.length ?? 0, placeOf };
  }

  #offsetIn({ rect, length, placeOf }: AnswerBox, id: string, { start }: Passage): number {
    const box = placeOf && characterBox(placeOf, start);
    if (box) {
      const offset = box.top - rect.top;
      this.#seen.set(id, offset);
      return offset;
    }
    const evenly = HEAD + (start / Math.max(1, length)) * Math.max(0, rect.height - HEAD - FOOT);
    return Math.min(this.#seen.get(id) ?? evenly, rect.height);
  }
}
