// From a thread to its place on the page and back.
import type { Thread } from '@adagia/shared/api/review';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useAnchorIndex } from './anchors/anchor-index.ts';
import { passageOf } from './anchors/passage.ts';
import { returnToTarget, revealTarget } from './anchors/reveal-target.ts';
import type { Marked } from './anchors/target-geometry.ts';
import { changeComments, hasMargin, type NewComment } from './comment-state.ts';

/** The card of a comment that is being written stands among the threads under this name. */
export const COMPOSER = 'composer';

export interface ThreadPlaces {
  marked(thread: Thread): Marked;
  markedNew(composing: NewComment): Marked;
  /** To the screen, when it is not there yet. */
  reveal(thread: Thread): void;
  revealNew(composing: NewComment): void;
  /** The same from the list, which gives way where it lies over the text. */
  show(thread: Thread): void;
  /** Ends what the comments had of the attention, and gives the keyboard back to the text. */
  leave(marked: Marked): void;
}

export function useThreadPlaces(): ThreadPlaces {
  const { session } = useProposal();
  const workspace = useEditorWorkspace();
  const index = useAnchorIndex();
  return useMemo(() => {
    const marked = (thread: Thread): Marked => ({ id: thread.id, target: thread.target, passage: index.of(thread) });
    const markedNew = (composing: NewComment): Marked => {
      const { target } = composing;
      const passage = target.kind === 'passage' ? passageOf(session.doc.getText(target.key), composing) : null;
      return { id: COMPOSER, target, passage };
    };
    return {
      marked,
      markedNew,
      revealNew: (composing) => revealTarget(workspace, () => markedNew(composing)),
      reveal: (thread) => revealTarget(workspace, () => marked(thread)),
      show: (thread) => {
        changeComments({ active: thread.id, ...(!hasMargin() && { isListOpen: false }) });
        revealTarget(workspace, () => marked(thread));
      },
      leave: (place) => {
        changeComments({ active: null, composing: null, ...(!hasMargin() && { isListOpen: false }) });
        returnToTarget(workspace, place);
      },
    };
  }, [session, workspace, index]);
}
