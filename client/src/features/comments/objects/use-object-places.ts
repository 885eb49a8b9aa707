// From a thread about an object of a page (cell, row of the plan, organisation) to that object and back, for the cards beside it.
import type { CommentTarget } from '@adagia/shared/api/review';
import { type CommentPage, pageOfTarget } from '@adagia/shared/comment-places';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import { cellAnchor } from '../../budget/figures/cell-anchor.ts';
import { findPlace, findPlaceOrHolder, focusSoon } from '../../plan/focus-soon.ts';
import { pageAddress } from '../../presence/place-address.ts';
import type { Marked } from '../anchors/target-geometry.ts';
import { changeComments } from '../comment-state.ts';
import { COMPOSER, type ThreadPlaces } from '../thread-places.ts';

/** As in comment-column.module.css: from there on the page makes room for the drawer. */
const BESIDE_FROM = '(min-width: 62em)';

/** Of the name of an organisation, on the page of all and on its own. */
export const organisationAnchor = (id: string): string => `organisation:${id}`;

/** Id of the element that takes the focus; '' for what is in the text. */
export function objectAnchor(target: CommentTarget): string {
  switch (target.kind) {
    case 'cell':
      return cellAnchor(target.cell);
    case 'plan':
      return `plan:${target.objectId}/title`;
    case 'organisation':
      return organisationAnchor(target.organisationId);
    case 'section':
    case 'question':
    case 'passage':
    case 'suggestion':
      return '';
  }
}

type About = Pick<Marked, 'target'>;

/** Where the keyboard was when it came to the comments: a bar and its row are the same object. */
let cameFrom: HTMLElement | null = null;

export function rememberOrigin(): void {
  cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

/** Returns nothing: newer browsers answer with a promise, which an effect must not hand on. */
function toScreen({ target }: About): void {
  findPlaceOrHolder(objectAnchor(target))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function backTo({ target }: About): void {
  // In the grid the keyboard belongs to the cell, whichever button it came by.
  const origin = target.kind !== 'cell' && cameFrom?.isConnected && cameFrom !== document.body ? cameFrom : null;
  cameFrom = null;
  (origin ?? findPlace(objectAnchor(target)))?.focus();
}

export function useObjectPlaces(page: CommentPage): ThreadPlaces {
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
        // Where the drawer covers the page it gives way.
        changeComments({ active: thread.id, isListOpen: matchMedia(BESIDE_FROM).matches });
        const there = pageOfTarget(thread.target);
        if (there === page) return focusSoon(objectAnchor(thread.target));
        return void navigate({ href: pageAddress(session.proposalId, there, objectAnchor(thread.target)) });
      },
      leave: (place) => {
        changeComments({ active: null, composing: null, isListOpen: false });
        backTo(place);
      },
    }),
    [session, navigate, page],
  );
}
