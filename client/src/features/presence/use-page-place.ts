// Tells the others on which page I am, until something on it says more exactly where.
import { useEffect } from 'react';
import { useProposal } from '../../app/proposal-context.ts';

export function usePagePlace(page: string): void {
  const { session } = useProposal();
  useEffect(() => session.setPlace({ kind: 'page', page }), [session, page]);
}
