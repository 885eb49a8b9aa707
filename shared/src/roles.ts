// Who may do what in a proposal: one table, asked by capability everywhere (REST, sockets, interface), never by role name.
import { z } from 'zod';

export const roleSchema = z.enum(['coordinator', 'partner', 'reviewer']);
export type Role = z.infer<typeof roleSchema>;

export type Capability =
  | 'proposal.read'
  /** Write answers, plan, budget and facts over the socket. */
  | 'content.write'
  /** Set an answer's status and owner, tick it as carried over. */
  | 'answer.manage'
  | 'comment.write'
  /** Resolve and reopen any thread; delete anybody's comment is never allowed. */
  | 'comment.resolve'
  | 'organisation.manage'
  | 'member.manage'
  | 'invitation.manage'
  | 'mailbox.read'
  /** Who was given or lost which right here. */
  | 'audit.read';

const reviewer: Capability[] = ['proposal.read', 'comment.write'];
const partner: Capability[] = [...reviewer, 'content.write', 'answer.manage', 'comment.resolve'];
const coordinator: Capability[] = [
  ...partner,
  'organisation.manage',
  'member.manage',
  'invitation.manage',
  'mailbox.read',
  'audit.read',
];

export const capabilities: Readonly<Record<Role, readonly Capability[]>> = { coordinator, partner, reviewer };

export function can(role: Role, capability: Capability): boolean {
  return capabilities[role].includes(capability);
}
