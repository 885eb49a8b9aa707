// Who may read a notice at this moment: whoever may read what it is about. Inbox, digest and mail all ask here.
import { can, roleSchema } from '@adagia/shared/roles';

/** @param role of the reader in the proposal that it is about */
export function mayReadNotice(role: string, kind: string): boolean {
  return can(roleSchema.parse(role), kind === 'request' ? 'invitation.manage' : 'proposal.read');
}
