// May I change the card of this organisation, and what is collected of it? Coordinators everybody's, others their own. The server
// asks the same again.
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { useProposal } from '../../app/proposal-context.ts';

export function useMayFill(organisationId: OrganisationId): boolean {
  const { proposal } = useProposal();
  if (can(proposal.role, 'organisation.manage')) return true;
  return can(proposal.role, 'organisation.editOwn') && proposal.organisationId === organisationId;
}
