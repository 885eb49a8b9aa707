// Brings what a comment is about to the screen, and the keyboard back into its text. Answers far away are only estimated in
// height until the browser draws them, so that arriving takes a few frames: it is held until nothing moves any more.
import { domRangeOf } from '../../../editor/ui/dom-places.ts';
import type { EditorWorkspace } from '../../../editor/ui/editor-workspace.ts';
import { sectionAnchor } from '../../narrative/section-outline.tsx';
import { type Marked, TargetGeometry } from './target-geometry.ts';

/** Frames to wait for answers to be drawn and editors to be mounted, about a second. */
const FRAMES_MAX = 60;
/** Frames without movement after which it has arrived. */
const STILL_MIN = 3;
/** Pixels at the top that header, pages and toolbar cover, and at the bottom that are too near to the edge to read on. */
const COVERED = 170;
const EDGE = 120;

let arriving = 0;

/** Scrolls only when it is not in sight. The last call wins; scrolling by hand ends it. */
export function revealTarget(workspace: EditorWorkspace, find: () => Marked): void {
  cancelAnimationFrame(arriving);
  let still = 0;
  let frames = 0;
  const stop = () => cancelAnimationFrame(arriving);
  const look = () => {
    const top = new TargetGeometry(workspace, new Map()).topOf(find());
    if (top === null) return;
    const isInSight = top >= COVERED && top <= innerHeight - EDGE;
    still = isInSight ? still + 1 : 0;
    if (!isInSight) scrollBy({ top: top - Math.max(COVERED, innerHeight / 3), behavior: 'instant' });
    frames += 1;
    if (still < STILL_MIN && frames < FRAMES_MAX) arriving = requestAnimationFrame(look);
  };
  addEventListener('wheel', stop, { once: true, passive: true });
  look();
}

/**
 * The caret, or what was selected, goes back to where it was in this answer, else to the beginning of the passage. On the page
 * itself: a read-only editor has no selection of its own, and others believe that they have one still.
 */
export function returnToTarget(workspace: EditorWorkspace, { target, passage }: Marked): void {
  if (target.kind === 'section') {
    const title = document.getElementById(`${sectionAnchor(target.sectionId)}:title`);
    title?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    return;
  }
  if (!('key' in target)) return;
  const handle = workspace.find(target.key)?.mount();
  const root = handle?.editor.getRootElement();
  if (!handle || !root) return;
  const before = workspace.active.get() === handle ? handle.binding.selection() : null;
  const { anchor, focus } = before ?? { anchor: passage?.start ?? 0, focus: passage?.start ?? 0 };
  // First, because with the focus the browser puts the caret at the beginning.
  root.focus({ preventScroll: true });
  const range = domRangeOf(root, Math.min(anchor, focus), Math.max(anchor, focus));
  if (range)
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
