// Roles of members, removing them, leaving. A change reaches their open connections at once.

import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { clearOwner } from '@adagia/db/repositories/answers';
import {
  countMembers,
  deleteMember,
  findMember,
  findUser,
  listMembers,
  updateMember,
} from '@adagia/db/repositories/members';
import { findOrganisation } from '@adagia/db/repositories/proposals';
import { clearSectionsOf } from '@adagia/db/repositories/section-rights';
import type { changeMember as changeMemberRoute, Member } from '@adagia/shared/api/people';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { isSection } from '@adagia/shared/writing-rights';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { authorise } from './access.ts';
import type { Deps, Person } from './deps.ts';
import { presentMember } from './present-people.ts';
import { callOf } from './proposals.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

function assertCoordinatorLeft(tx: Tx, proposalId: string): void {
  if (countMembers(tx, proposalId, { role: 'coordinator' }) === 0) throw new AppError('last-coordinator');
}

export async function changeMember(
  deps: Deps,
  person: Person,
  { proposalId, userId }: { proposalId: ProposalId; userId: UserId },
  change: z.output<(typeof changeMemberRoute)['body']>,
): Promise<Member> {
  const changed = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'member.manage');
    const before = findMember(tx, proposalId, userId);
    if (!before) throw new AppError('not-found');
    if (change.organisationId && !findOrganisation(tx, proposalId, change.organisationId)) {
      throw new AppError('invalid-body', [{ path: 'organisationId', message: 'not an organisation of this proposal' }]);
    }
    const { role = before.role, organisationId = before.organisationId } = change;
    if (role === 'coordinator' && findAccount(tx, userId)?.isGuest) throw new AppError('guest-needs-account');
    const { sectionIds = before.sectionIds } = change;
    if (sectionIds?.some((id) => !isSection(callOf(proposal.callId), id))) {
      throw new AppError('invalid-body', [{ path: 'sectionIds', message: 'not in the form of this call' }]);
    }
    updateMember(tx, proposalId, userId, { role, organisationId, sectionIds });
    assertCoordinatorLeft(tx, proposalId);
    const about = { actorId: person.userId, proposalId };
    if (role !== before.role) {
      notify(deps, tx, { ...about, userId, kind: 'role', data: { role } });
      const data = { change: 'role', name: findUser(tx, userId)?.name ?? '', old: before.role, new: role };
      recordEntry(deps, tx, { ...about, kind: 'member', target: userId, data });
      const roles = { old: before.role, new: role };
      recordAudit(deps, tx, { ...about, kind: 'member.role', personId: userId, data: roles });
    }
    if (organisationId !== before.organisationId) {
      const data = { old: before.organisationId, new: organisationId };
      recordAudit(deps, tx, { ...about, kind: 'member.organisation', personId: userId, data });
    }
    if (!isDeepStrictEqual(sectionIds, before.sectionIds)) {
      const data = { sections: sectionIds?.join(' ') ?? null };
      recordAudit(deps, tx, { ...about, kind: 'section.writers', personId: userId, data });
    }
    return listMembers(tx, proposalId).find((row) => row.member.userId === userId);
  });
  await deps.rooms.refreshRights(proposalId);
  deps.rooms.hint(proposalId, 'people');
  if (!changed) throw new AppError('not-found');
  return presentMember(changed);
}

interface Leaving {
  proposalId: string;
  userId: string;
  actorId: string;
}

/** @throws AppError last-coordinator */
export function dropMember(deps: Deps, tx: Tx, { proposalId, userId, actorId }: Leaving): void {
  deleteMember(tx, proposalId, userId);
  // Nobody would look after these answers, and the owner's name could not be shown.
  clearOwner(tx, proposalId, userId);
  clearSectionsOf(tx, proposalId, userId);
  assertCoordinatorLeft(tx, proposalId);
  const hasLeft = userId === actorId;
  const data = { change: hasLeft ? 'left' : 'removed', name: findUser(tx, userId)?.name ?? '' };
  recordEntry(deps, tx, { proposalId, kind: 'member', actorId, target: userId, data });
  recordAudit(deps, tx, { kind: hasLeft ? 'member.left' : 'member.removed', actorId, personId: userId, proposalId });
}

/** Coordinators remove anybody; everybody may leave. */
export async function removeMember(
  deps: Deps,
  person: Person,
  { proposalId, userId }: { proposalId: ProposalId; userId: UserId },
): Promise<{ ok: true }> {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, userId === person.userId ? 'proposal.read' : 'member.manage');
    if (!findMember(tx, proposalId, userId)) throw new AppError('not-found');
    dropMember(deps, tx, { proposalId, userId, actorId: person.userId });
  });
  await deps.rooms.refreshRights(proposalId);
  deps.rooms.hint(proposalId, 'people');
  deps.rooms.hint(proposalId, 'answers');
  return { ok: true };
}
