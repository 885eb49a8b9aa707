// Freezing and unlocking: nobody changes the content of a frozen proposal, over sockets (writing-rights-in.ts) or REST (access.ts), from
// before the command answers. Each is a row that stays, an entry of the timeline and a line of the record of rights.
import type { Tx } from '@adagia/db/open-database';
import {
  type FreezeRow,
  findFreeze,
  findFreezeInForce,
  insertFreeze,
  listFreezes as listRows,
  listUnlockers,
  updateFreeze,
} from '@adagia/db/repositories/freezes';
import { findMember } from '@adagia/db/repositories/members';
import { findVersion, namesOf } from '@adagia/db/repositories/versions';
import type { Freeze, freezeProposal as freezeRoute, unlockProposal as unlockRoute } from '@adagia/shared/api/freezes';
import { must } from '@adagia/shared/assert';
import type { ProposalId } from '@adagia/shared/ids';
import { can, roleSchema } from '@adagia/shared/roles';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { keepFrozen } from '../versions/keep-frozen.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

type Named = Freeze['frozenBy'];

const nameOf = (tx: Tx, id: string): Named => (namesOf(tx, [id])[0] ?? { id, name: '' }) as Named;

/** Whom the freeze names, by what it says. Coordinators, where that is none who takes part. */
function unlockersOf(tx: Tx, row: FreezeRow): string[] | 'coordinators' {
  const named = row.unlockers === 'freezer' ? [row.frozenBy] : listUnlockers(tx, row.id);
  const there = named.filter((userId) => findMember(tx, row.proposalId, userId));
  return row.unlockers === 'coordinators' || there.length === 0 ? 'coordinators' : there;
}

function mayUnlock(tx: Tx, row: FreezeRow, userId: string): boolean {
  const member = findMember(tx, row.proposalId, userId);
  if (!member || row.unlockedAt !== null) return false;
  const unlockers = unlockersOf(tx, row);
  return unlockers === 'coordinators'
    ? can(roleSchema.parse(member.role), 'version.freeze')
    : unlockers.includes(userId);
}

function present(tx: Tx, row: FreezeRow, { userId }: Person): Freeze {
  const { id, note, frozenBy, frozenAt, unlockedBy, unlockedAt, unlockNote } = row;
  const version = row.versionId ? findVersion(tx, row.proposalId, row.versionId) : undefined;
  return {
    id: id as Freeze['id'],
    purpose: row.purpose as Freeze['purpose'],
    note,
    unlockers: row.unlockers as Freeze['unlockers'],
    unlockerPeople: namesOf(tx, listUnlockers(tx, id)) as Named[],
    frozenBy: nameOf(tx, frozenBy),
    frozenAt: iso(frozenAt),
    version: version
      ? { id: version.id as NonNullable<Freeze['version']>['id'], number: version.number, name: version.name }
      : null,
    unlockedBy: unlockedBy === null ? null : nameOf(tx, unlockedBy),
    unlockedAt: unlockedAt === null ? null : iso(unlockedAt),
    unlockNote,
    mayUnlock: mayUnlock(tx, row, userId),
  };
}

/** @returns null where it is not frozen */
export function presentFreezeInForce(tx: Tx, proposalId: string, person: Person): Freeze | null {
  const row = findFreezeInForce(tx, proposalId);
  return row ? present(tx, row, person) : null;
}

export function listFreezes({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): Freeze[] {
  authorise(orm, person, proposalId, 'timeline.read');
  return listRows(orm, proposalId).map((row) => present(orm, row, person));
}

function assertUnlockers(tx: Tx, proposalId: string, userIds: readonly string[]): void {
  for (const userId of userIds) {
    const member = findMember(tx, proposalId, userId);
    // A guest's right ends with a link.
    if (!member || !can(roleSchema.parse(member.role), 'timeline.read')) {
      throw new AppError('invalid-body', [{ path: 'unlockerIds', message: 'not a member of this proposal' }]);
    }
  }
}

/** In the timeline for everybody, in the record of rights for good. */
function note(deps: Deps, tx: Tx, { userId: actorId }: Person, row: FreezeRow, isFrozen: boolean): void {
  const { proposalId, id: target, purpose } = row;
  const change = isFrozen ? `frozen_${purpose}` : 'unfrozen';
  const said = isFrozen ? row.note : row.unlockNote;
  recordEntry(deps, tx, { proposalId, actorId, kind: 'section', target, data: { change, note: said } });
  const kind = isFrozen ? 'proposal.frozen' : 'proposal.unfrozen';
  recordAudit(deps, tx, { kind, actorId, proposalId, target, data: { purpose, unlockers: row.unlockers } });
}

async function tell({ rooms }: Deps, proposalId: ProposalId): Promise<void> {
  await rooms.refreshRights(proposalId);
  rooms.hint(proposalId, 'people');
  rooms.hint(proposalId, 'timeline');
}

export async function freezeProposal(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { unlockerIds, ...said }: z.output<(typeof freezeRoute)['body']>,
): Promise<Freeze> {
  const { database, now, newId } = deps;
  const row = database.transaction((tx) => {
    authorise(tx, person, proposalId, 'version.freeze');
    if (findFreezeInForce(tx, proposalId)) throw new AppError('conflict');
    assertUnlockers(tx, proposalId, unlockerIds);
    const by = { frozenBy: person.userId, frozenAt: now() };
    const open = { versionId: null, unlockedBy: null, unlockedAt: null, unlockNote: '' };
    const made: FreezeRow = { id: newId(), proposalId, ...said, ...by, ...open };
    insertFreeze(tx, made, [...new Set(unlockerIds)]);
    note(deps, tx, person, made, true);
    return made;
  });
  // First nobody gets in, then the version is kept: it holds what everybody is shown from now on.
  await tell(deps, proposalId);
  await keepFrozen(deps, row);
  deps.rooms.hint(proposalId, 'people');
  return present(database.orm, must(findFreeze(database.orm, proposalId, row.id)), person);
}

function authoriseUnlocking(tx: Tx, person: Person, proposalId: ProposalId, freezeId: string): FreezeRow {
  const { role, proposal } = authorise(tx, person, proposalId, 'proposal.read');
  const row = findFreeze(tx, proposalId, freezeId);
  const isOver = row !== undefined && row.unlockedAt !== null;
  const isAllowed = row && !isOver ? mayUnlock(tx, row, person.userId) : can(role, 'version.freeze');
  if (!isAllowed) throw new AppError('forbidden');
  if (!row) throw new AppError('not-found');
  // It is there to read: whoever takes it out of the archive may unlock it then.
  if (proposal.archivedAt !== null) throw new AppError('archived');
  return row;
}

export async function unlockProposal(
  deps: Deps,
  person: Person,
  { proposalId, freezeId }: { proposalId: ProposalId; freezeId: string },
  { note: unlockNote }: z.output<(typeof unlockRoute)['body']>,
): Promise<Freeze> {
  const { database, now } = deps;
  const before = authoriseUnlocking(database.orm, person, proposalId, freezeId);
  // Once others write again, it is too late for it.
  if (before.versionId === null && before.unlockedAt === null) await keepFrozen(deps, before);
  database.transaction((tx) => {
    const row = authoriseUnlocking(tx, person, proposalId, freezeId);
    if (row.unlockedAt !== null) return;
    const change = { unlockedBy: person.userId, unlockedAt: now(), unlockNote };
    updateFreeze(tx, freezeId, change);
    note(deps, tx, person, { ...row, ...change }, false);
  });
  await tell(deps, proposalId);
  return present(database.orm, must(findFreeze(database.orm, proposalId, freezeId)), person);
}
