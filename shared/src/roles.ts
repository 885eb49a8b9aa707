// Who may do what in a proposal: one table, asked by capability everywhere (REST, sockets, interface), never by role name.
// A role is where somebody begins: locks, sections and columns narrow what its holder writes. Whether somebody has an account
// is a trait of the person, not of the role.
import { z } from 'zod';

/** From the most to the least; a guest comes last, because a guest writes only where their link says so. */
export const roleSchema = z.enum(['coordinator', 'editor', 'suggester', 'commenter', 'viewer', 'guest']);
export type Role = z.infer<typeof roleSchema>;

const everybody = ['coordinator', 'editor', 'suggester', 'commenter', 'viewer', 'guest'] as const;
const notGuests = ['coordinator', 'editor', 'suggester', 'commenter', 'viewer'] as const;
const discussing = ['coordinator', 'editor', 'suggester', 'commenter', 'guest'] as const;
const colleagues = ['coordinator', 'editor', 'suggester', 'commenter'] as const;
const suggesting = ['coordinator', 'editor', 'suggester'] as const;
const writing = ['coordinator', 'editor', 'guest'] as const;
const editing = ['coordinator', 'editor'] as const;
const leading = ['coordinator'] as const;

/** The order is that of the table in the interface. */
export const capabilityTable = {
  'proposal.read': everybody,
  'proposal.export': notGuests,
  'timeline.read': notGuests,
  /** E-mail addresses of the others. */
  'people.contact': colleagues,

  /** Suggest changes of the texts, where nothing narrower forbids it; without `content.write` that is all. Guests do where they write. */
  'content.suggest': suggesting,
  /** Write over the socket, where nothing narrower forbids it. */
  'content.write': writing,
  /** In every section, not only in those that one was given. */
  'content.writeAll': editing,
  /** Also what is locked, and in the columns of every organisation. */
  'content.writeLocked': leading,
  /** Set an answer's status, tick it as carried over. */
  'answer.manage': editing,
  /** Owner and co-writers of a section. */
  'section.assign': leading,
  'section.lock': leading,

  /** Give a version of the proposal a name. */
  'version.name': editing,
  /** Freeze the proposal, for reading or for submission. Who may unlock is said with each freeze. */
  'version.freeze': leading,

  /** Mock evaluations: begin and close rounds, choose evaluators. */
  'evaluation.manage': leading,
  /** What evaluators have submitted, in every round. */
  'evaluation.read': leading,
  /** Score, once somebody was asked to. */
  'evaluation.write': everybody,

  'comment.write': discussing,
  /** Resolve and reopen any thread; one's own everybody who comments. Delete anybody's comment is never allowed. */
  'comment.resolve': editing,

  /** The card, the intake page and the uploads of one's own organisation. */
  'organisation.editOwn': writing,
  'organisation.manage': leading,
  /** Daily rates of one's own organisation. */
  'confidential.own': editing,
  'confidential.all': leading,

  'member.manage': leading,
  'invitation.manage': leading,
  'mailbox.read': leading,
  'audit.read': leading,
  /** A copy for the next call. */
  'proposal.clone': editing,
  /** Settings, archive and back. */
  'proposal.manage': leading,
  'proposal.handOver': leading,
  'proposal.delete': leading,
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof capabilityTable;
export const capabilities = Object.keys(capabilityTable) as readonly Capability[];

/** What an archived proposal still allows: it is there to read, to hand on and to build on. */
const archivedCapabilities: readonly Capability[] = [
  'proposal.read',
  'proposal.export',
  'timeline.read',
  'evaluation.read',
  'people.contact',
  'confidential.own',
  'confidential.all',
  'member.manage',
  'mailbox.read',
  'audit.read',
  'proposal.clone',
  'proposal.manage',
  'proposal.handOver',
  'proposal.delete',
];

export function isForArchived(capability: Capability): boolean {
  return archivedCapabilities.includes(capability);
}

export function can(role: Role, capability: Capability): boolean {
  return (capabilityTable[capability] as readonly Role[]).includes(role);
}

/** The one of the two that may do more: nobody loses a right by a second invitation. */
export function higherRole(one: Role, other: Role): Role {
  const { options } = roleSchema;
  return options.indexOf(one) <= options.indexOf(other) ? one : other;
}
