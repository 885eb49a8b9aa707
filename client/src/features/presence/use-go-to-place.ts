// Goes where somebody is: to the caret when it is on this page, else to the page and its place.
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { holdInView } from '../narrative/hold-in-view.ts';
import type { PersonHere } from './people-here.ts';
import { placeAddress, placeAnchor } from './place-address.ts';

/** In the answer where they are: the one where they were may show their caret for another frame. */
export function caretOf({ user, place }: PersonHere): Element | null {
  if (place?.kind !== 'answer') return null;
  return document.querySelector(`[data-carets="${CSS.escape(place.key)}"] [data-caret="${CSS.escape(user.id)}"]`);
}

export function useGoToPlace(): (person: PersonHere) => void {
  const { proposal } = useProposal();
  const router = useRouter();
  return useCallback(
    (person) => {
      const { place } = person;
      const address = place && placeAddress(proposal.id, place);
      if (!place || !address) return;
      const { pathname } = globalThis.location;
      if (address !== pathname && !address.startsWith(`${pathname}#`)) {
        void router.navigate({ href: address });
        return;
      }
      holdInView(() => {
        const caret = caretOf(person);
        if (caret) return { element: caret, block: 'center' };
        const anchor = document.getElementById(placeAnchor(place));
        return anchor && { element: anchor, block: 'start' };
      });
    },
    [proposal.id, router],
  );
}
