// From a thread to its place in the text and back. What is about a cell of the budget leads to that page.
import type { Thread } from '@adagia/shared/api/review';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { cellAnchor } from '../budget/figures/cell-anchor.ts';
import { pageAddress } from '../presence/place-address.ts';
import { useAnchorIndex } from './anchors/anchor-index.ts';
import { passageOf } from './anchors/passage.ts';
import { returnToTarget, revealTarget } from './anchors/reveal-target.ts';
import type { Marked } from './anchors/target-geometry.ts';
import { changeComments, hasMargin } from './comment-state.ts';
import { COMPOSER, type ThreadPlaces } from './thread-places.ts';

export function useTextPlaces(): ThreadPlaces {
  const { session } = useProposal();
  const workspace = useEditorWorkspace();
  const index = useAnchorIndex();
  const navigate = useNavigate();
  return useMemo(() => {
    const marked = (thread: Thread): Marked => ({ id: thread.id, target: thread.target, passage: index.of(thread) });
    const markedNew: ThreadPlaces['markedNew'] = (composing) => {
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
        const { id, target } = thread;
        if (target.kind === 'cell') {
          // There the list stays beside the grid, with this thread open in it.
          changeComments({ active: id, isListOpen: true });
          return void navigate({ href: pageAddress(session.proposalId, 'budget', cellAnchor(target.cell)) });
        }
        changeComments({ active: id, ...(!hasMargin() && { isListOpen: false }) });
        revealTarget(workspace, () => marked(thread));
      },
      leave: (place) => {
        changeComments({ active: null, composing: null, ...(!hasMargin() && { isListOpen: false }) });
        returnToTarget(workspace, place);
      },
    };
  }, [session, workspace, index, navigate]);
}
