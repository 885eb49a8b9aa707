// Marks the words of the suggestion that has the attention, over the static form of an answer as over its editor: by the CSS highlight
// API, without a node in the text.
import { domPlacesOf } from '../../editor/ui/dom-places.ts';
import type { EditorWorkspace } from '../../editor/ui/editor-workspace.ts';
import type { PendingSuggestion, SuggestionIndex } from './suggestion-index.ts';

const NAME = 'suggestion-focused';

function rangesOf(root: Element, { pieces, at, end }: PendingSuggestion): Range[] {
  const placeOf = domPlacesOf(root);
  // Where only the last block changes: its last character.
  const stretches = pieces.length > 0 ? pieces : [{ at: Math.max(0, at - 1), length: Math.max(1, end - at) }];
  return stretches.flatMap(({ at: start, length }) => {
    const [from, until] = [placeOf(start), placeOf(start + length)];
    if (!from || !until) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(until.node, until.offset);
    return [range];
  });
}

/** @returns draws it with the next frame, after whatever has changed, and ends it */
export function markActive(
  workspace: EditorWorkspace,
  index: SuggestionIndex,
  active: PendingSuggestion | null,
): () => void {
  if (!active || typeof CSS === 'undefined' || !('highlights' in CSS)) return () => undefined;
  let frame = 0;
  const draw = () => {
    frame = 0;
    const now = index.find(active);
    const root = workspace.find(active.key)?.textElement();
    const mark = new Highlight(...(now && root ? rangesOf(root, now) : []));
    // Above comments and above what all suggestions look like.
    mark.priority = 2;
    CSS.highlights.set(NAME, mark);
  };
  const soon = () => {
    frame ||= requestAnimationFrame(draw);
  };
  soon();
  const stops = [index.subscribe(soon), workspace.revision.subscribe(soon)];
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
    CSS.highlights.delete(NAME);
  };
}
