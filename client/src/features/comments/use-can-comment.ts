import { can } from '@adagia/shared/roles';
import { useProposal } from '../../app/proposal-context.ts';

export function useCanComment(): boolean {
  return can(useProposal().proposal.role, 'comment.write');
}
