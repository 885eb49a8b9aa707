// Marks commented passages in a live editor with the CSS highlight API: no node and no DOM of the editor is touched, so that
// nothing of it can get into the text. A click on a mark opens its thread.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { ThreadId } from '@adagia/shared/ids';
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { $placeOf } from '../../editor/binding/view-selection.ts';
import { changePanel, commentPanel } from './comment-panel-state.ts';
import { type AnchorRange, anchorsIn } from './passage.ts';
import { useOpenThreadIds } from './use-threads.ts';

interface Mark {
  threadId: string;
  range: Range;
}

const marksOf = new Map<AnswerKey, Mark[]>();

const canHighlight = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

/** All editors share two highlights: every mark, and the one that has the attention. */
function redraw(): void {
  if (!canHighlight()) return;
  const { focused } = commentPanel.get();
  const all = [...marksOf.values()].flat();
  CSS.highlights.set('comment', new Highlight(...all.map(({ range }) => range)));
  const attended = all.filter(({ threadId }) => threadId === focused);
  CSS.highlights.set('comment-focused', new Highlight(...attended.map(({ range }) => range)));
}

function $domPoint(editor: LexicalEditor, offset: number): { node: Node; offset: number } | null {
  const place = $placeOf(offset);
  const element = editor.getElementByKey(place.key);
  if (!element) return null;
  if (place.type === 'element') return { node: element, offset: Math.min(place.offset, element.childNodes.length) };
  let text: Node | null = element;
  while (text && text.nodeType !== Node.TEXT_NODE) text = text.firstChild;
  return text ? { node: text, offset: Math.min(place.offset, text.textContent?.length ?? 0) } : null;
}

function $rangeOf(editor: LexicalEditor, { start, end }: AnchorRange): Range | null {
  const from = $domPoint(editor, start);
  const until = $domPoint(editor, end);
  if (!from || !until) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(until.node, until.offset);
  return range;
}

function threadAt(marks: readonly Mark[], x: number, y: number): string | null {
  const hit = marks.find(({ range }) =>
    [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
  );
  return hit?.threadId ?? null;
}

export function CommentHighlights({ editor, answerKey }: { editor: LexicalEditor; answerKey: AnswerKey }) {
  const { session } = useProposal();
  const openIds = useOpenThreadIds();
  useEffect(() => {
    const ytext = session.doc.getText(answerKey);
    let frame = 0;
    const measure = () => {
      frame = 0;
      const marks = editor.getEditorState().read(() =>
        anchorsIn(ytext)
          .filter(({ threadId }) => openIds.has(threadId))
          .flatMap((anchor) => {
            const range = $rangeOf(editor, anchor);
            return range ? [{ threadId: anchor.threadId, range }] : [];
          }),
      );
      marksOf.set(answerKey, marks);
      redraw();
    };
    const soon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    const click = (event: MouseEvent) => {
      const threadId = threadAt(marksOf.get(answerKey) ?? [], event.clientX, event.clientY);
      if (threadId) changePanel({ isOpen: true, focused: threadId as ThreadId });
    };
    const root = editor.getRootElement();
    root?.addEventListener('click', click);
    ytext.observe(soon);
    const stops = [editor.registerUpdateListener(soon), commentPanel.subscribe(redraw)];
    soon();
    return () => {
      cancelAnimationFrame(frame);
      root?.removeEventListener('click', click);
      ytext.unobserve(soon);
      for (const stop of stops) stop();
      marksOf.delete(answerKey);
      redraw();
    };
  }, [session, editor, answerKey, openIds]);
  return null;
}
