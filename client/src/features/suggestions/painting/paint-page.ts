// Keeps the suggestions of all answers of a page painted: after each change of a text, and whenever an answer's elements are drawn
// anew, by the editor or by what stands in its place. An answer without suggestions costs a look at its attributes.
import type * as Y from 'yjs';
import type { EditorWorkspace, ShownAnswer } from '../../../editor/ui/editor-workspace.ts';
import { forgetAnswer, paintAnswer } from './paint-answer.ts';

/** @returns ends it */
function keepPainted(ytext: Y.Text, root: HTMLElement): () => void {
  let frame = 0;
  const paint = () => {
    frame = 0;
    paintAnswer(ytext, root);
  };
  const soon = () => {
    frame ||= requestAnimationFrame(paint);
  };
  const drawn = new MutationObserver(soon);
  drawn.observe(root, { childList: true, characterData: true, subtree: true });
  ytext.observe(soon);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    drawn.disconnect();
    ytext.unobserve(soon);
  };
}

interface Kept {
  root: HTMLElement;
  ytext: Y.Text;
  stop(): void;
}

/** @returns ends it */
export function paintPage(workspace: EditorWorkspace): () => void {
  if (typeof Highlight !== 'function') return () => {};
  const kept = new Map<string, Kept>();
  const drop = (key: string, { stop, ytext }: Kept) => {
    stop();
    forgetAnswer(ytext);
    kept.delete(key);
  };
  const follow = () => {
    for (const [key, one] of kept) {
      if (workspace.find(key as ShownAnswer['answerKey'])?.textElement() !== one.root) drop(key, one);
    }
    for (const answer of workspace.answers()) {
      if (kept.has(answer.answerKey)) continue;
      const [root, ytext] = [answer.textElement(), answer.ytext];
      if (root) kept.set(answer.answerKey, { root, ytext, stop: keepPainted(ytext, root) });
    }
  };
  let frame = 0;
  const soon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      follow();
    });
  };
  const stop = workspace.revision.subscribe(soon);
  follow();
  return () => {
    cancelAnimationFrame(frame);
    stop();
    for (const [key, one] of kept) drop(key, one);
  };
}
