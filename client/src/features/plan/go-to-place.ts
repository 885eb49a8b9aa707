// Opens the place where a rule is broken, or a text is written: the page, and on it the field.
import type { RulePlace } from '@adagia/shared/budget/rule';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { pageAddress } from '../presence/place-address.ts';
import { findPlaceOrHolder, focusSoon } from './focus-soon.ts';

/** Id of the element of a place: what its page gives to the cell, and what stands behind # in its address. */
export function placeElementId(place: RulePlace): string {
  switch (place.page) {
    case 'plan':
      return place.objectId ? `plan:${place.objectId}/${place.field ?? 'title'}` : '';
    case 'budget':
      if (place.rowId || place.columnId) return `budget:${place.rowId ?? 'total'}/${place.columnId ?? 'total'}`;
      return 'budget:remaining/total';
    case 'facts':
      return `fact:${place.questionId}`;
    case 'partners':
      return place.field ? cardFieldId(place.field) : '';
  }
}

/** Of a field in the card of the organisation whose page it is. */
export const cardFieldId = (field: string): string => `card:${field}`;

/** Below the address of the proposal. */
function pageOf(place: RulePlace): string {
  if (place.page === 'facts') return 'write';
  if (place.page !== 'partners' || !place.organisationId) return place.page;
  return `partners/${place.organisationId}`;
}

export function useGoToPlace(): (place: RulePlace) => void {
  const { proposal } = useProposal();
  const navigate = useNavigate();
  return useCallback(
    (place) => {
      const id = placeElementId(place);
      if (id && findPlaceOrHolder(id)) return focusSoon(id);
      return void navigate({ href: pageAddress(proposal.id, pageOf(place), id) });
    },
    [navigate, proposal.id],
  );
}

/** Focuses what the address names, when the page opens and when the address changes. */
export function useFocusFromAddress(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash) focusSoon(decodeURIComponent(hash));
  }, [hash]);
}
