// Keys of the comments anywhere on the page: a new one on what is selected, the next and the previous one. In an editor that
// may be written in, Mod+Alt+M is the editor's own.
import type { Thread } from '@adagia/shared/api/review';
import { useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import type { CommentRequest } from '../../editor/ui/editor-workspace.ts';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { newCommentAt } from './anchors/passage.ts';
import { focusedAnswer, selectedWords } from './anchors/selected-words.ts';
import { compose } from './comment-state.ts';
import { useCanComment } from './use-can-comment.ts';

/** @returns opens a composer on the selected words, or on the answer with the focus; false where there is neither, or no right. */
export function useComposeOnSelection(): () => boolean {
  const { session } = useProposal();
  const canComment = useCanComment();
  return () => {
    if (!canComment) return false;
    const words = selectedWords();
    const key = words?.answerKey ?? focusedAnswer();
    if (key) compose(newCommentAt(session.doc.getText(key), { answerKey: key, range: words?.range ?? null }));
    return key !== null;
  };
}

/** The editors' comment button and key open a composer here, while this page is shown. */
export function useCommentAction(): void {
  const { session } = useProposal();
  const workspace = useEditorWorkspace();
  const composeOnSelection = useComposeOnSelection();
  const canComment = useCanComment();
  useEffect(() => {
    if (!canComment) return undefined;
    // An editor that is read-only has no selection of its own: what is selected on the page is meant.
    const rangeOf = ({ answerKey, range }: CommentRequest) => {
      const words = range ? null : selectedWords();
      return words?.answerKey === answerKey ? words.range : range;
    };
    const action = (request: CommentRequest) => {
      const { answerKey } = request;
      compose(newCommentAt(session.doc.getText(answerKey), { answerKey, range: rangeOf(request) }));
    };
    return workspace.registerComment(action);
  }, [workspace, session, canComment]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event, 'comment')) return;
      if (composeOnSelection()) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

/** @returns the thread that comes next; without one to start from, the first or the last. */
export function neighbourOf(threads: readonly Thread[], from: string | null, by: 1 | -1): Thread | undefined {
  const at = threads.findIndex(({ id }) => id === from);
  if (at < 0) return by > 0 ? threads[0] : threads.at(-1);
  return threads[(at + by + threads.length) % threads.length];
}

export function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isNext = isShortcut(event, 'nextComment');
      if (event.defaultPrevented || (!isNext && !isShortcut(event, 'previousComment'))) return;
      event.preventDefault();
      step(isNext ? 1 : -1);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
