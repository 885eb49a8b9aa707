// Paints the suggestions of one answer over its elements, live or static: words by the CSS highlight API, which touches no node, and
// line ends and blocks by attributes of their elements, which the editor does not look at. All answers share the same highlights.
import type { DeltaOp } from '@adagia/shared/text/blocks';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { hasSuggestions } from '@adagia/shared/text/suggestion-readings';
import type * as Y from 'yjs';
import { blocksOf, domPlacesOf } from '../../../editor/ui/dom-places.ts';
import { type Look, type MarkedPlaces, markedPlaces } from './marked-places.ts';
// oxlint-disable-next-line import/no-unassigned-import -- how it looks
import './suggested.css';

interface PaintedWords {
  look: Look;
  range: Range;
}

const looks: readonly Look[] = ['insert', 'delete', 'set'];
const painted = new Map<Y.Text, PaintedWords[]>();

function wordsIn(root: Element, { words }: MarkedPlaces): PaintedWords[] {
  const placeOf = domPlacesOf(root);
  return words.flatMap(({ look, start, end }) => {
    const [from, until] = [placeOf(start), placeOf(end)];
    if (!from || !until) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(until.node, until.offset);
    return [{ look, range }];
  });
}

function setData({ dataset }: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}

function signBlocks(root: Element, places: MarkedPlaces | null): void {
  for (const [index, block] of blocksOf(root).entries()) {
    setData(block, 'suggestedEnd', places?.ends.get(index));
    setData(block, 'suggestedKind', places?.blocks.has(index) ? 'yes' : undefined);
  }
}

let drawing = 0;

/** Once a frame, however many answers have changed. */
function drawSoon(): void {
  drawing ||= requestAnimationFrame(draw);
}

function draw(): void {
  drawing = 0;
  const all = [...painted.values()].flat();
  for (const look of looks) {
    const ranges = all.flatMap((one) => (one.look === look ? [one.range] : []));
    CSS.highlights.set(`suggested-${look}`, new Highlight(...ranges));
  }
}

export function paintAnswer(ytext: Y.Text, root: Element): void {
  const [delta, own] = [ytext.toDelta() as DeltaOp[], ytext.getAttributes()];
  const places = hasSuggestions(delta, own) ? markedPlaces(ytext.toJSON(), listSuggestions(delta, own)) : null;
  if (!places && !painted.has(ytext)) return;
  signBlocks(root, places);
  if (places) painted.set(ytext, wordsIn(root, places));
  else painted.delete(ytext);
  drawSoon();
}

/** What is gone from the page. */
export function forgetAnswer(ytext: Y.Text): void {
  if (painted.delete(ytext)) drawSoon();
}
