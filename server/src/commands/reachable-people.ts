// Who of an organisation can be written to about what is missing: its members who may fill it in.
import type { Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { can, roleSchema } from '@adagia/shared/roles';

export interface Reachable {
  userId: string;
  name: string;
  email: string;
  organisationId: string;
}

/** People without a real address cannot be mailed: guests have one that leads nowhere. */
const leadsNowhere = (email: string): boolean => email === '' || /\.invalid$/i.test(email);

export function listReachable(tx: Tx, proposalId: string): Reachable[] {
  return listMembers(tx, proposalId).flatMap(({ member, name, email }) => {
    const { userId, role, organisationId } = member;
    const mayFill = can(roleSchema.parse(role), 'organisation.editOwn');
    return organisationId && mayFill && !leadsNowhere(email) ? [{ userId, name, email, organisationId }] : [];
  });
}
