// Who may read a notice at this moment: whoever may read what it is about. Inbox, digest and mail all ask here.
import { type Capability, can, roleSchema } from '@adagia/shared/roles';

const needed: Readonly<Record<string, Capability>> = { request: 'invitation.manage', evaluated: 'evaluation.read' };

/** @param role of the reader in the proposal that it is about */
export function mayReadNotice(role: string, kind: string): boolean {
  return can(roleSchema.parse(role), needed[kind] ?? 'proposal.read');
}
