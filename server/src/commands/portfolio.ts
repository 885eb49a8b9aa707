// Archive, bin, restore, handing over: the life of a proposal around its content. Each takes effect on open connections at once.

import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { countMembers, findMember, findUser, updateMember } from '@adagia/db/repositories/members';
import { listDeletedOf } from '@adagia/db/repositories/portfolio';
import { findProposal, updateProposal } from '@adagia/db/repositories/proposals';
import { type DeletedProposal, GRACE_DAYS } from '@adagia/shared/api/portfolio';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { can, roleSchema } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { dropMember } from './members.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

const ok = { ok: true } as const;
export const GRACE_MS = GRACE_DAYS * 24 * 60 * 60 * 1000;

async function tellAll({ rooms }: Deps, proposalId: ProposalId): Promise<typeof ok> {
  await rooms.refreshRights(proposalId);
  rooms.hint(proposalId, 'people');
  return ok;
}

export async function setArchived(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { isArchived }: { isArchived: boolean },
): Promise<typeof ok> {
  deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.manage');
    if ((proposal.archivedAt !== null) === isArchived) return;
    updateProposal(tx, proposalId, { archivedAt: isArchived ? deps.now() : null });
    const kind = isArchived ? 'proposal.archived' : 'proposal.unarchived';
    recordAudit(deps, tx, { kind, actorId: person.userId, proposalId });
  });
  return tellAll(deps, proposalId);
}

export async function deleteProposal(deps: Deps, person: Person, proposalId: ProposalId): Promise<typeof ok> {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'proposal.delete');
    updateProposal(tx, proposalId, { deletedAt: deps.now() });
    recordAudit(deps, tx, { kind: 'proposal.deleted', actorId: person.userId, proposalId });
  });
  return tellAll(deps, proposalId);
}

/** Only what may bring it back: a deleted proposal looks to everybody else as if it had never been there. */
function assertInBin(tx: Tx, person: Person, proposalId: string): void {
  const member = findMember(tx, proposalId, person.userId);
  const isDeleted = typeof findProposal(tx, proposalId)?.deletedAt === 'number';
  if (!member || !isDeleted) throw new AppError('not-found');
  if (!can(roleSchema.parse(member.role), 'proposal.delete')) throw new AppError('not-found');
}

export function restoreProposal(deps: Deps, person: Person, proposalId: ProposalId): typeof ok {
  deps.database.transaction((tx) => {
    assertInBin(tx, person, proposalId);
    updateProposal(tx, proposalId, { deletedAt: null });
    recordAudit(deps, tx, { kind: 'proposal.restored', actorId: person.userId, proposalId });
  });
  return ok;
}

export function listDeleted({ database: { orm } }: Deps, person: Person): DeletedProposal[] {
  const mine = listDeletedOf(orm, person.userId).filter(({ role }) => can(roleSchema.parse(role), 'proposal.delete'));
  return mine.map(({ proposal: { id, title, acronym, callId, deletedAt } }) => {
    const at = deletedAt ?? 0;
    return { id: id as ProposalId, title, acronym, callId, deletedAt: iso(at), erasedAt: iso(at + GRACE_MS) };
  });
}

export async function handOver(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { userId, isLeaving }: { userId: UserId; isLeaving: boolean },
): Promise<typeof ok> {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'proposal.handOver');
    const successor = findMember(tx, proposalId, userId);
    if (!successor || userId === person.userId) throw new AppError('not-found');
    if (findAccount(tx, userId)?.isGuest) throw new AppError('guest-needs-account');
    giveRole(deps, tx, person, { proposalId, userId, from: successor.role, to: 'coordinator' });
    if (isLeaving) dropMember(deps, tx, { proposalId, userId: person.userId, actorId: person.userId });
    else giveRole(deps, tx, person, { proposalId, userId: person.userId, from: 'coordinator', to: 'editor' });
    if (countMembers(tx, proposalId, { role: 'coordinator' }) === 0) throw new AppError('last-coordinator');
  });
  deps.rooms.hint(proposalId, 'answers');
  return tellAll(deps, proposalId);
}

interface Giving {
  proposalId: string;
  userId: string;
  from: string;
  to: string;
}

function giveRole(deps: Deps, tx: Tx, { userId: actorId }: Person, { proposalId, userId, from, to }: Giving): void {
  if (from === to) return;
  updateMember(tx, proposalId, userId, { role: to });
  notify(deps, tx, { userId, proposalId, kind: 'role', actorId, data: { role: to } });
  const told = { change: 'role', name: findUser(tx, userId)?.name ?? '', old: from, new: to };
  recordEntry(deps, tx, { proposalId, actorId, kind: 'member', target: userId, data: told });
  const data = { old: from, new: to };
  recordAudit(deps, tx, { kind: 'member.role', actorId, proposalId, personId: userId, data });
}
