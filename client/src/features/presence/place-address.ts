// The address of a place inside a proposal: for links, and for going where somebody else is.
import type { Place } from '../../session/proposal-session.ts';
import { pageOf } from './people-here.ts';

export function pageAddress(proposalId: string, page: string, anchor = ''): string {
  return `/p/${proposalId}/${page}${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/** The element at which a place is, '' for the page as a whole. */
export function placeAnchor(place: Place): string {
  if (place.kind === 'answer') return place.key;
  if (place.kind === 'plan') return place.objectId ?? '';
  return place.kind === 'budget' ? (place.cell ?? '') : '';
}

/** @returns null for a page that the product does not have: what others send is not taken on trust. */
export function placeAddress(proposalId: string, place: Place): string | null {
  const page = pageOf(place);
  return /^[a-z-]{1,20}$/.test(page) ? pageAddress(proposalId, page, placeAnchor(place)) : null;
}
