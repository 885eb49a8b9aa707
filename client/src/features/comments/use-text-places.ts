// From a thread to its place in the text and back. What is about an object of another page leads there.
import type { Thread } from '@adagia/shared/api/review';
import { pageOfTarget } from '@adagia/shared/comment-places';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { pageAddress } from '../presence/place-address.ts';
import { useAnchorIndex } from './anchors/anchor-index.ts';
import { passageOf } from './anchors/passage.ts';
import { returnToTarget, revealTarget } from './anchors/reveal-target.ts';
import type { Marked } from './anchors/target-geometry.ts';
import { changeComments, hasMargin } from './comment-state.ts';
import { placeOfGuest } from './margin/margin-guests.ts';
import { objectAnchor } from './objects/use-object-places.ts';
import { suggestionName } from './suggestion-threads.ts';
import { COMPOSER, type ThreadPlaces } from './thread-places.ts';

export function useTextPlaces(): ThreadPlaces {
  const { session } = useProposal();
  const workspace = useEditorWorkspace();
  const index = useAnchorIndex();
  const navigate = useNavigate();
  return useMemo(() => {
    const marked = ({ id, target }: Thread): Marked => {
      const guest = target.kind === 'suggestion' && suggestionName(target);
      const passage = guest ? placeOfGuest(guest) : index.of({ id, target });
      return { id, target, passage };
    };
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
        const page = pageOfTarget(target);
        if (page !== 'write') {
          // There the list stays beside its object, with this thread open in it.
          changeComments({ active: id, isListOpen: true });
          return void navigate({ href: pageAddress(session.proposalId, page, objectAnchor(target)) });
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
