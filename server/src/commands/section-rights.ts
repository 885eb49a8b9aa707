// Owner, co-writers and lock of a section, and whose budget column is whose. A change holds on open connections before the
// command answers; what somebody types there from then on is refused and kept for them as text.
import type { Tx } from '@adagia/db/open-database';
import { findMember, findUser } from '@adagia/db/repositories/members';
import { updateProposal } from '@adagia/db/repositories/proposals';
import {
  findSectionRight,
  listSectionRights,
  listSectionWriters,
  replaceSectionWriters,
  type SectionRightRow,
  saveSectionRight,
} from '@adagia/db/repositories/section-rights';
import type { AuditKind } from '@adagia/shared/api/audit';
import type { ShownSectionRight, setSectionWriters as setSectionWritersRoute } from '@adagia/shared/api/rights';
import { must } from '@adagia/shared/assert';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { can, roleSchema } from '@adagia/shared/roles';
import { isSection } from '@adagia/shared/writing-rights';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { type Access, authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { callOf } from './proposals.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

export interface SectionPlace {
  proposalId: ProposalId;
  sectionId: string;
}

export function presentSectionRights(tx: Tx, proposalId: string): ShownSectionRight[] {
  const writers = listSectionWriters(tx, proposalId);
  return listSectionRights(tx, proposalId).map(({ right, lockedByName }) => ({
    sectionId: right.sectionId,
    ownerId: right.ownerId as UserId | null,
    writerIds: writers.filter((one) => one.sectionId === right.sectionId).map((one) => one.userId as UserId),
    isExclusive: right.isExclusive,
    lockedBy: right.lockedBy as UserId | null,
    lockedByName: lockedByName ?? '',
    lockedAt: right.lockedAt === null ? null : iso(right.lockedAt),
  }));
}

function presentOne(tx: Tx, { proposalId, sectionId }: SectionPlace): ShownSectionRight {
  return must(presentSectionRights(tx, proposalId).find((one) => one.sectionId === sectionId));
}

function rowOf(tx: Tx, { proposal }: Access, sectionId: string): SectionRightRow {
  if (!isSection(callOf(proposal.callId), sectionId)) throw new AppError('not-found');
  const none = { ownerId: null, isExclusive: false, lockedBy: null, lockedAt: null };
  return findSectionRight(tx, proposal.id, sectionId) ?? { proposalId: proposal.id, sectionId, ...none };
}

function assertWriters(tx: Tx, proposalId: string, userIds: readonly string[]): void {
  for (const userId of userIds) {
    const member = findMember(tx, proposalId, userId);
    if (!member) throw new AppError('invalid-body', [{ path: 'writerIds', message: 'not a member of this proposal' }]);
    if (!can(roleSchema.parse(member.role), 'content.write')) {
      throw new AppError('invalid-body', [{ path: 'writerIds', message: 'a role that does not write' }]);
    }
  }
}

/** In the timeline for everybody, in the record of rights for good. */
function note(deps: Deps, tx: Tx, person: Person, place: SectionPlace, event: AuditKind, data: NoteData): void {
  const { proposalId, sectionId } = place;
  const entry = { proposalId, actorId: person.userId, target: sectionId, sectionId: sectionId.split(':')[0] ?? '' };
  const { audited, ...told } = data;
  recordEntry(deps, tx, { ...entry, kind: 'section', data: told });
  recordAudit(deps, tx, { kind: event, actorId: person.userId, proposalId, target: sectionId, ...audited });
}

interface NoteData {
  change: string;
  name?: string;
  audited?: { personId?: string | null; data?: Record<string, string | number | boolean | null> };
}

const writersOf = (tx: Tx, { proposalId, sectionId }: SectionPlace): string[] =>
  listSectionWriters(tx, proposalId).flatMap((one) => (one.sectionId === sectionId ? [one.userId] : []));

/** Each of them has an entry: the record is asked for by person. */
function recordWriters(
  deps: Deps,
  tx: Tx,
  { userId: actorId }: Person,
  { proposalId, sectionId: target }: SectionPlace,
  { earlier, writerIds }: { earlier: readonly string[]; writerIds: readonly string[] },
): void {
  const about = { kind: 'section.writers', actorId, proposalId, target } as const;
  for (const personId of new Set([...earlier, ...writerIds])) {
    const isGiven = writerIds.includes(personId);
    if (isGiven !== earlier.includes(personId)) recordAudit(deps, tx, { ...about, personId, data: { isGiven } });
  }
}

/** Who owns or writes it from now on. */
function tellOfParts(
  deps: Deps,
  tx: Tx,
  { userId: actorId }: Person,
  { proposalId, sectionId: target }: SectionPlace,
  { owner, writers }: { owner: string | null; writers: readonly string[] },
): void {
  const about = { proposalId, actorId, kind: 'assigned', target, sectionId: target.split(':')[0] ?? '' } as const;
  if (owner) notify(deps, tx, { ...about, userId: owner, data: { part: 'owner' } });
  for (const userId of new Set(writers)) {
    if (userId !== owner) notify(deps, tx, { ...about, userId, data: { part: 'writer' } });
  }
}

async function tell(deps: Deps, proposalId: ProposalId): Promise<void> {
  await deps.rooms.refreshRights(proposalId);
  deps.rooms.hint(proposalId, 'people');
}

export async function setSectionWriters(
  deps: Deps,
  person: Person,
  place: SectionPlace,
  { ownerId, writerIds, isExclusive }: z.output<(typeof setSectionWritersRoute)['body']>,
): Promise<ShownSectionRight> {
  const { proposalId, sectionId } = place;
  const shown = deps.database.transaction((tx) => {
    const before = rowOf(tx, authorise(tx, person, proposalId, 'section.assign'), sectionId);
    assertWriters(tx, proposalId, ownerId ? [ownerId, ...writerIds] : writerIds);
    const earlier = writersOf(tx, place);
    saveSectionRight(tx, { ...before, ownerId, isExclusive });
    replaceSectionWriters(tx, proposalId, sectionId, writerIds);
    if (ownerId !== before.ownerId) {
      const name = (ownerId && findUser(tx, ownerId)?.name) || '';
      note(deps, tx, person, place, 'section.owner', { change: 'owner', name, audited: { personId: ownerId } });
    }
    const isSame = earlier.length === writerIds.length && writerIds.every((id) => earlier.includes(id));
    if (!isSame || isExclusive !== before.isExclusive) {
      const audited = { data: { writers: writerIds.length, isExclusive } };
      note(deps, tx, person, place, 'section.writers', { change: 'writers', audited });
    }
    recordWriters(deps, tx, person, place, { earlier, writerIds });
    tellOfParts(deps, tx, person, place, {
      owner: ownerId === before.ownerId ? null : ownerId,
      writers: writerIds.filter((id) => !earlier.includes(id)),
    });
    return presentOne(tx, place);
  });
  await tell(deps, proposalId);
  return shown;
}

export async function setSectionLock(
  deps: Deps,
  person: Person,
  place: SectionPlace,
  isLocked: boolean,
): Promise<ShownSectionRight> {
  const { proposalId, sectionId } = place;
  const shown = deps.database.transaction((tx) => {
    const before = rowOf(tx, authorise(tx, person, proposalId, 'section.lock'), sectionId);
    // Who locked it first and when stays: a second press changes nothing.
    if ((before.lockedBy !== null) !== isLocked) {
      const lock = isLocked ? { lockedBy: person.userId, lockedAt: deps.now() } : { lockedBy: null, lockedAt: null };
      saveSectionRight(tx, { ...before, ...lock });
      const change = isLocked ? 'locked' : 'unlocked';
      note(deps, tx, person, place, `section.${change}`, { change });
    } else if (!isLocked) saveSectionRight(tx, before);
    return presentOne(tx, place);
  });
  await tell(deps, proposalId);
  return shown;
}

export async function setOwnColumns(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  isOn: boolean,
): Promise<{ isOn: boolean }> {
  deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.manage');
    if (proposal.hasOwnColumns === isOn) return;
    updateProposal(tx, proposalId, { hasOwnColumns: isOn });
    const about = { actorId: person.userId, proposalId, target: 'own-columns' };
    recordAudit(deps, tx, { kind: 'setting.changed', ...about, data: { isOn } });
    const data = { change: isOn ? 'ownColumns' : 'allColumns' };
    recordEntry(deps, tx, { ...about, kind: 'section', target: 'budget', data });
  });
  await tell(deps, proposalId);
  return { isOn };
}
