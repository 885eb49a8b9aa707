// Goes where somebody is: to the caret when it is on this page, else to the page and its place.
import type { UserId } from '@adagia/shared/ids';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { goToAnchor } from '../narrative/go-to-answer.ts';
import type { PersonHere } from './people-here.ts';
import { placeAddress, placeAnchor } from './place-address.ts';

function caretOf(userId: UserId): Element | null {
  return document.querySelector(`[data-caret="${CSS.escape(userId)}"]`);
}

export function useGoToPlace(): (person: PersonHere) => void {
  const { proposal } = useProposal();
  const router = useRouter();
  return useCallback(
    ({ user, place }) => {
      const address = place && placeAddress(proposal.id, place);
      if (!place || !address) return;
      const anchor = placeAnchor(place);
      const isHere = address.startsWith(`${globalThis.location.pathname}#`) || address === globalThis.location.pathname;
      if (!isHere) {
        void router.navigate({ href: address });
        return;
      }
      const caret = caretOf(user.id);
      if (caret) caret.scrollIntoView({ block: 'center' });
      else if (anchor) goToAnchor(anchor);
    },
    [proposal.id, router],
  );
}
