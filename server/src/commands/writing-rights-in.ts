// What somebody may write in a proposal at this moment, from the database: asked with each socket that opens, and for each again
// when rights change.
import type { Database } from '@adagia/db/open-database';
import { membershipLookup } from '@adagia/db/repositories/members';
import { writingRulesLookup } from '@adagia/db/repositories/section-rights';
import type { OrganisationId } from '@adagia/shared/ids';
import { roleSchema } from '@adagia/shared/roles';
import { type WritingRules, writingRights } from '@adagia/shared/writing-rights';
import type { Rights } from '../sync/admission/rights.ts';
import { callOf } from './proposals.ts';

export type Membership = Rights & { organisationId: OrganisationId | null };

/** @returns null for who is no member. */
export function membershipIn(database: Database): (proposalId: string, userId: string) => Membership | null {
  const findMember = membershipLookup(database);
  const findRules = writingRulesLookup(database);
  return (proposalId, userId) => {
    const member = findMember(proposalId, userId);
    const found = member && findRules(proposalId);
    if (!found) return null;
    const organisationId = member.organisationId as OrganisationId | null;
    if (member.archivedAt !== null) return { canWrite: false, organisationId };
    const rules: WritingRules = {
      call: callOf(found.callId),
      hasOwnColumns: found.hasOwnColumns === 1,
      isNegotiated: found.isNegotiated === 1,
      isFrozen: found.isFrozen === 1,
      sections: found.rights.map((right) => ({
        ...right,
        isExclusive: right.isExclusive === 1,
        writerIds: found.writers.filter((one) => one.sectionId === right.sectionId).map((one) => one.userId),
      })),
    };
    const sectionIds = member.sectionIds === null ? null : (JSON.parse(member.sectionIds) as string[]);
    const role = roleSchema.parse(member.role);
    return { ...writingRights({ userId, role, organisationId, sectionIds }, rules), organisationId };
  };
}
