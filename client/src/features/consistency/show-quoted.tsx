// Leads to the words that a finding quotes: brings them to the screen, puts the caret before them, and marks them until they are mended or
// the focus leaves their answer. Where they are gone, the answer is what is shown. The mark is a CSS highlight: nothing of it
// can get into the text.
import { useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { domRangeOf } from '../../editor/ui/dom-places.ts';
import type { EditorHandle, EditorWorkspace } from '../../editor/ui/editor-workspace.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { returnToTarget, revealTarget } from '../comments/anchors/reveal-target.ts';
import type { Marked } from '../comments/anchors/target-geometry.ts';
import { letGo } from '../narrative/hold-in-view.ts';
import { quotedPassage } from './quoted-passage.ts';
import './show-quoted.module.css';
import { takeSought } from './sought-words.ts';

const QUOTED = 'adagia-quoted';

function drawMark(root: Element | null, passage: Marked['passage']): void {
  if (typeof Highlight !== 'function') return;
  const range = root && passage && domRangeOf(root, passage.start, passage.end);
  if (range) CSS.highlights.set(QUOTED, new Highlight(range));
  else CSS.highlights.delete(QUOTED);
}

/** @returns ends it */
function keepMarked({ editor }: EditorHandle, find: () => Marked): () => void {
  const root = editor.getRootElement();
  const draw = () => drawMark(root, find().passage);
  const unwatch = editor.registerUpdateListener(draw);
  const stop = () => {
    unwatch();
    root?.removeEventListener('focusout', stop);
    drawMark(null, null);
  };
  root?.addEventListener('focusout', stop);
  draw();
  return stop;
}

/** However long it takes until the editor is there. @returns ends it */
function showWords(workspace: EditorWorkspace, find: () => Marked): () => void {
  const marked = find();
  const { target } = marked;
  if (!('key' in target)) return () => {};
  let frame = 0;
  let unmark = () => {};
  const arrived = () => {
    const handle = workspace.find(target.key)?.mount();
    if (!handle) return;
    unwatch();
    returnToTarget(workspace, find());
    unmark = keepMarked(handle, find);
  };
  // Not at once: an editor cannot be mounted while the page is being drawn.
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(arrived);
  };
  const unwatch = workspace.revision.subscribe(soon);
  letGo();
  revealTarget(workspace, find);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    unwatch();
    unmark();
  };
}

export function ShowQuoted() {
  const workspace = useEditorWorkspace();
  const { session } = useProposal();
  useEffect(() => {
    let stop = () => {};
    // After the page has gone to the answer of its address.
    const frame = requestAnimationFrame(() => {
      const sought = takeSought();
      if (!sought) return;
      const { key, quote } = sought;
      const ytext = session.doc.getText(key);
      stop = showWords(workspace, () => ({
        id: QUOTED,
        target: { kind: 'question', key },
        passage: quotedPassage(ytext, quote),
      }));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [workspace, session]);
  return null;
}
