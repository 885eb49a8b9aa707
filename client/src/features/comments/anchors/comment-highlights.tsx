// Marks commented passages in a live editor with the CSS highlight API: no node and no DOM of the editor is touched, so that
// nothing of it can get into the text. A click on a mark makes its thread the active one, a click beside all marks none.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { ThreadId } from '@adagia/shared/ids';
import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useProposal } from '../../../app/proposal-context.ts';
import { domPlacesOf } from '../../../editor/ui/dom-places.ts';
import { activate, changeComments, commentState } from '../comment-state.ts';
import { useOpenThreadIds } from '../use-threads.ts';
import { type AnchorIndex, useAnchorIndex } from './anchor-index.ts';
import { passageOf } from './passage.ts';

/** The passage of a comment that is being written, which has no thread yet. */
const COMPOSING = 'composing';

interface Mark {
  threadId: string;
  range: Range;
}

const marksOf = new Map<AnswerKey, Mark[]>();

const canHighlight = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

let drawing = 0;

/** Once a frame, however many editors ask for it. */
function redraw(): void {
  drawing ||= requestAnimationFrame(draw);
}

/** All editors share two highlights: every mark, and the one that has the attention. */
function draw(): void {
  drawing = 0;
  if (!canHighlight()) return;
  const { active } = commentState.get();
  const attended: Range[] = [];
  const others: Range[] = [];
  for (const { threadId, range } of [...marksOf.values()].flat()) {
    if (threadId !== COMPOSING) others.push(range);
    if (threadId === active || threadId === COMPOSING) attended.push(range);
  }
  CSS.highlights.set('comment', new Highlight(...others));
  const focused = new Highlight(...attended);
  focused.priority = 1;
  CSS.highlights.set('comment-focused', focused);
}

function passages(index: AnchorIndex, ytext: Y.Text, key: AnswerKey, openIds: ReadonlySet<string>) {
  const open = index.in(key).filter(({ threadId }) => openIds.has(threadId));
  const { composing } = commentState.get();
  const isHere = composing && composing.target.kind === 'passage' && composing.target.key === key;
  const passage = isHere ? passageOf(ytext, composing) : null;
  return passage ? [...open, { threadId: COMPOSING, ...passage }] : open;
}

function marksIn(root: Element, places: readonly { threadId: string; start: number; end: number }[]): Mark[] {
  const placeOf = domPlacesOf(root);
  return places.flatMap(({ threadId, start, end }) => {
    const [from, until] = [placeOf(start), placeOf(end)];
    if (!from || !until) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(until.node, until.offset);
    return [{ threadId, range }];
  });
}

/** Where passages overlap, the shortest one is meant: the longer one can be clicked beside it. */
function threadAt(marks: readonly Mark[], x: number, y: number): ThreadId | null {
  const hits = marks.filter(
    ({ threadId, range }) =>
      threadId !== COMPOSING &&
      [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
  );
  const lengthOf = ({ range }: Mark) => range.toString().length;
  const shortest = hits.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0];
  return (shortest?.threadId ?? null) as ThreadId | null;
}

function clicked({ clientX, clientY }: MouseEvent, key: AnswerKey): void {
  const threadId = threadAt(marksOf.get(key) ?? [], clientX, clientY);
  if (threadId) activate(threadId);
  else if (commentState.get().active) changeComments({ active: null });
}

interface Marking {
  editor: LexicalEditor;
  answerKey: AnswerKey;
  ytext: Y.Text;
  index: AnchorIndex;
  /** Threads whose passages are marked, now. */
  openIds: { readonly current: ReadonlySet<string> };
}

interface Marker {
  /** Measures and draws with the next frame. */
  soon(): void;
  stop(): void;
}

function markPassages({ editor, answerKey, ytext, index, openIds }: Marking): Marker {
  let frame = 0;
  let isStopped = false;
  let { composing } = commentState.get();
  let own: Mark[] = [];
  const measure = () => {
    frame = 0;
    const root = editor.getRootElement();
    const places = passages(index, ytext, answerKey, openIds.current);
    if (places.length === 0 && own.length === 0) return;
    own = root ? marksIn(root, places) : [];
    marksOf.set(answerKey, own);
    redraw();
  };
  const soon = () => {
    // A late call to one that has ended would wipe out what its successor has marked.
    if (!isStopped) frame ||= requestAnimationFrame(measure);
  };
  const attend = () => {
    if (commentState.get().composing !== composing) soon();
    composing = commentState.get().composing;
    redraw();
  };
  const changed = (keys: readonly AnswerKey[]) => keys.includes(answerKey) && soon();
  const click = (event: MouseEvent) => clicked(event, answerKey);
  const root = editor.getRootElement();
  root?.addEventListener('click', click);
  const stops = [editor.registerUpdateListener(soon), index.subscribe(changed), commentState.subscribe(attend)];
  return {
    soon,
    stop() {
      isStopped = true;
      cancelAnimationFrame(frame);
      root?.removeEventListener('click', click);
      for (const stop of stops) stop();
      // Another editor of this answer may have taken over already.
      if (marksOf.get(answerKey) === own) marksOf.delete(answerKey);
      redraw();
    },
  };
}

export function CommentHighlights({ editor, answerKey }: { editor: LexicalEditor; answerKey: AnswerKey }) {
  const { session } = useProposal();
  const index = useAnchorIndex();
  const openIds = useOpenThreadIds();
  const latest = useRef(openIds);
  const [marker, setMarker] = useState<Marker | null>(null);
  useEffect(() => {
    const made = markPassages({ editor, answerKey, ytext: session.doc.getText(answerKey), index, openIds: latest });
    // oxlint-disable-next-line react/set-state-in-effect -- it listens to the editor, which is there now
    setMarker(made);
    return made.stop;
  }, [session, editor, answerKey, index]);
  useEffect(() => {
    latest.current = openIds;
    marker?.soon();
  }, [marker, openIds]);
  return null;
}
