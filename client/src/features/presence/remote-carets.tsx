// The others' carets and selections over the editor of one answer. Drawn at most once a frame, after an edit, a movement or
// a change of layout. To be placed in the positioned element that holds the editor's text.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { useProposal } from '../../app/proposal-context.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { measureCaret } from './caret-geometry.ts';
import { caretHubOf, offsetOf, type RemoteCaret } from './caret-hub.ts';
import { CaretLayer, type DrawnCaret } from './caret-layer.ts';
import classes from './remote-carets.module.css';

interface CaretsProps {
  editor: LexicalEditor;
  answerKey: AnswerKey;
}

export function RemoteCarets({ editor, answerKey }: CaretsProps) {
  const { session } = useProposal();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const layer = ref.current;
    return layer ? showCarets({ session, editor, answerKey, layer }) : undefined;
  }, [session, editor, answerKey]);
  return <div ref={ref} className={classes.layer} aria-hidden data-carets={answerKey} />;
}

interface ShowCarets extends CaretsProps {
  session: ProposalSession;
  layer: HTMLElement;
}

/** @returns ends it */
function showCarets({ session, editor, answerKey, layer }: ShowCarets): () => void {
  const hub = caretHubOf(session);
  const drawing = new CaretLayer(layer);
  const ytext = session.doc.getText(answerKey);
  let frame = 0;
  const draw = () => {
    frame = 0;
    const carets = hub.in(answerKey);
    if (carets.length === 0 && drawing.isEmpty) return;
    const origin = layer.getBoundingClientRect();
    drawing.draw(carets.flatMap((caret) => measured(editor, ytext, caret, origin)));
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const layout = new ResizeObserver(schedule);
  layout.observe(layer);
  const stops = [
    hub.subscribe(answerKey, schedule),
    editor.registerUpdateListener(schedule),
    editor.registerRootListener((root, before) => {
      if (before) layout.unobserve(before);
      if (root) layout.observe(root);
    }),
  ];
  schedule();
  return () => {
    cancelAnimationFrame(frame);
    layout.disconnect();
    for (const stop of stops) stop();
    drawing.draw([]);
  };
}

function measured(editor: LexicalEditor, ytext: Y.Text, caret: RemoteCaret, origin: DOMRect): DrawnCaret[] {
  const anchor = offsetOf(caret.anchor, ytext);
  const head = offsetOf(caret.head, ytext);
  if (anchor === null || head === null) return [];
  const boxes = measureCaret(editor, { anchor, head }, origin);
  return boxes ? [{ caret, boxes }] : [];
}
