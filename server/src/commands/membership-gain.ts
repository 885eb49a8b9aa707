// What somebody who is a member already gains by a second way in: an invitation, or the membership of the guest they were. Nobody
// loses anything by it.
import type { MemberRow } from '@adagia/db/repositories/members';
import { can, higherRole, roleSchema } from '@adagia/shared/roles';

export type Offer = Pick<MemberRow, 'role' | 'organisationId' | 'sectionIds'>;

/** Where the writer may write with both: null is what the role says, which for most is everywhere. */
function sectionsOf(member: Offer, offer: Offer, role: string): string[] | null {
  if (member.role !== offer.role) {
    const isRaised = role === offer.role;
    if (member.sectionIds && offer.sectionIds) return union(member.sectionIds, offer.sectionIds);
    return isRaised ? offer.sectionIds : member.sectionIds;
  }
  if (!member.sectionIds) return null;
  if (offer.sectionIds) return union(member.sectionIds, offer.sectionIds);
  return can(roleSchema.parse(role), 'content.writeAll') ? null : member.sectionIds;
}

const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])];

const isSame = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === other || (one !== null && other !== null && one.length === other.length);

/** @returns what changes for the member; nothing where the offer holds no more than they have */
export function gainOf(member: Offer, offer: Offer): Partial<Offer> {
  const role = higherRole(roleSchema.parse(offer.role), roleSchema.parse(member.role));
  const sectionIds = sectionsOf(member, offer, role);
  return {
    ...(role !== member.role && { role }),
    ...(member.organisationId === null && offer.organisationId !== null && { organisationId: offer.organisationId }),
    ...(!isSame(sectionIds, member.sectionIds) && { sectionIds }),
  };
}
