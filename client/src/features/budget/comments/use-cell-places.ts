// From a thread about a cell of the budget to the cell and back, for the cards that are shown beside the grid.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import type { Marked } from '../../comments/anchors/target-geometry.ts';
import { changeComments } from '../../comments/comment-state.ts';
import { COMPOSER, type ThreadPlaces } from '../../comments/thread-places.ts';
import { focusSoon } from '../../plan/focus-soon.ts';
import { pageAddress } from '../../presence/place-address.ts';
import { cellAnchor } from '../figures/cell-anchor.ts';

/** As in comment-column.module.css: from there on the page makes room for the drawer. */
const BESIDE_FROM = '(min-width: 62em)';

const elementOf = ({ target }: Pick<Marked, 'target'>): HTMLElement | null =>
  target.kind === 'cell' ? document.getElementById(cellAnchor(target.cell)) : null;

/** Returns nothing: newer browsers answer with a promise, which an effect must not hand on. */
function toScreen(place: Pick<Marked, 'target'>): void {
  elementOf(place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

export function useCellPlaces(): ThreadPlaces {
  const { session } = useProposal();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      marked: ({ id, target }) => ({ id, target, passage: null }),
      markedNew: ({ target }) => ({ id: COMPOSER, target, passage: null }),
      reveal: (thread) => {
        changeComments({ isListOpen: true });
        toScreen(thread);
      },
      revealNew: toScreen,
      show: (thread) => {
        // Where the drawer covers the grid it gives way.
        changeComments({ active: thread.id, isListOpen: matchMedia(BESIDE_FROM).matches });
        const { target } = thread;
        if (target.kind === 'cell') return focusSoon(cellAnchor(target.cell));
        return void navigate({ href: pageAddress(session.proposalId, 'write') });
      },
      leave: (place) => {
        changeComments({ active: null, composing: null, isListOpen: false });
        elementOf(place)?.focus();
      },
    }),
    [session, navigate],
  );
}
