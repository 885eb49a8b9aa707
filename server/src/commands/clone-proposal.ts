// A proposal carried into another call, or the same one again: organisations, texts, plan and amounts as far as they were chosen
// and fit. What does not fit is kept with the new proposal. The old one is not touched.

import type { Tx } from '@adagia/db/open-database';
import { insertMember, listMembers } from '@adagia/db/repositories/members';
import { insertLeftover, listLeftovers as listRows, settleLeftover as settle } from '@adagia/db/repositories/portfolio';
import { listOrganisations, type OrganisationRow } from '@adagia/db/repositories/proposals';
import type {
  cloneProposal as cloneRoute,
  LeftoverEntry,
  previewClone as previewRoute,
} from '@adagia/shared/api/portfolio';
import { must } from '@adagia/shared/assert';
import { cloneContent, type Leftover } from '@adagia/shared/exchange/clone-content';
import type { NewContent } from '@adagia/shared/exchange/proposal-content';
import type { ProposalId } from '@adagia/shared/ids';
import { callInSector } from '@adagia/shared/programme/call-in-sector';
import { findCall } from '@adagia/shared/programme/calls';
import type { Call } from '@adagia/shared/programme/schema';
import { blocksOfToday } from '@adagia/shared/references/shown-content';
import { isSection } from '@adagia/shared/writing-rights';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { type Access, authorise, maySeeIntake } from './access.ts';
import { correctedCallOf } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { fillDocument, readDocument } from './document-content.ts';
import { insertRecords, loadIntakes } from './intake.ts';
import { presentOrganisation } from './present-people.ts';
import { storeProposal } from './proposals.ts';
import { recordAudit } from './record-audit.ts';

type Wanted = z.output<(typeof previewRoute)['body']>;

type NewOrganisationRow = Omit<OrganisationRow, 'proposalId' | 'position'>;

interface Carried {
  content: NewContent;
  leftovers: Leftover[];
  /** Old id → new id. */
  ids: Map<string, string>;
  organisations: NewOrganisationRow[];
}

function callAndSector({ callId, sector }: Wanted) {
  const call = findCall(callId);
  if (!call) throw new AppError('invalid-body', [{ path: 'callId', message: 'no such call' }]);
  if (!call.sectors.some(({ id }) => id === sector)) {
    throw new AppError('invalid-body', [{ path: 'sector', message: 'this call has no such sector' }]);
  }
  return call;
}

/** In the old order; the first is the applicant of the new one. */
function chosenOf(deps: Deps, proposalId: string, wanted: Wanted): OrganisationRow[] {
  const all = listOrganisations(deps.database.orm, proposalId);
  const chosen = all.filter(({ id }) => (wanted.organisationIds as string[]).includes(id));
  if (chosen.length === 0 || chosen.length !== new Set(wanted.organisationIds).size) {
    throw new AppError('invalid-body', [{ path: 'organisationIds', message: 'not organisations of this proposal' }]);
  }
  return chosen.sort(
    (a, b) => Number(b.role === 'applicant') - Number(a.role === 'applicant') || a.position - b.position,
  );
}

async function carry(deps: Deps, person: Person, proposalId: ProposalId, wanted: Wanted): Promise<Carried> {
  const { orm } = deps.database;
  const access = authorise(orm, person, proposalId, 'proposal.clone');
  const { proposal } = access;
  const to = callAndSector(wanted);
  const chosen = chosenOf(deps, proposalId, wanted);
  const ids = new Map(chosen.map(({ id }) => [id, deps.newId()]));
  const namesOf = new Map(listOrganisations(orm, proposalId).map(({ id, legalName }) => [id, legalName]));
  const { texts, plan } = wanted;
  const choices = { texts, plan, budget: plan && wanted.budget };
  const from = callInSector(correctedCallOf(orm, proposal.callId), proposal.sector);
  const organisations = listOrganisations(orm, proposalId).map(presentOrganisation);
  const result = await deps.rooms.read(proposalId, (doc) => {
    const content = readDocument(doc);
    const input = { call: from, sector: proposal.sector, organisations, ...content };
    return cloneContent({
      from,
      to: callInSector(correctedCallOf(orm, to.id), wanted.sector),
      content: { ...content, blocksOf: blocksOfToday(input, content.blocksOf) },
      organisations: ids,
      namesOf,
      choices,
      newId: deps.newId,
    });
  });
  return { ...result, ids, organisations: chosen.map((row, index) => renewed(access, row, index === 0, ids)) };
}

const nobodySigns = { representativeName: '', representativePosition: '', representativeEmail: '' };

/** Whoever comes first is the applicant, and nobody else. Who signs comes along for those who may see it: they coordinate then. */
function renewed(
  access: Access,
  row: OrganisationRow,
  isFirst: boolean,
  ids: ReadonlyMap<string, string>,
): NewOrganisationRow {
  const { proposalId: _proposalId, position: _position, ...kept } = row;
  const other = row.role === 'applicant' ? 'partner' : row.role;
  const hidden = maySeeIntake(access, row.id) ? {} : nobodySigns;
  // How often it applies is asked anew in each round.
  return { ...kept, ...hidden, applications: null, id: ids.get(row.id) ?? '', role: isFirst ? 'applicant' : other };
}

export async function previewClone(deps: Deps, person: Person, proposalId: ProposalId, wanted: Wanted) {
  const { content, leftovers } = await carry(deps, person, proposalId, wanted);
  const kinds = [...content.plan.keys()].filter((key) => key.endsWith('/kind'));
  return {
    moves: {
      texts: content.answers.size,
      facts: content.facts.size,
      plan: kinds.length,
      amounts: content.budget.size,
    },
    leftovers: leftovers.map(({ kind, label }) => ({ kind, label })),
  };
}

export async function cloneProposal(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: z.output<(typeof cloneRoute)['body']>,
): Promise<{ id: ProposalId; leftovers: number }> {
  const { content, leftovers, ids, organisations } = await carry(deps, person, proposalId, input);
  const call = callAndSector(input);
  const { callId, sector, title, acronym } = input;
  content.facts.set('title', title);
  if (acronym) content.facts.set('acronym', acronym);
  const mine = authorise(deps.database.orm, person, proposalId, 'proposal.clone').organisationId;
  const id = await storeProposal(deps, person, {
    callId,
    sector,
    title,
    acronym,
    organisations,
    organisationId: ids.get(mine ?? '') ?? null,
    fill: (doc) => fillDocument(doc, content),
    how: 'proposal.cloned',
    also: (tx, id) => {
      bringRecords(deps, tx, authorise(tx, person, proposalId, 'proposal.clone'), ids);
      bringMembers(deps, tx, person, { call, from: proposalId, to: id, ids, wanted: input.memberIds });
      for (const [position, one] of leftovers.entries()) {
        insertLeftover(tx, { ...one, id: deps.newId(), proposalId: id, position, settledAt: null });
      }
    },
  });
  return { id, leftovers: leftovers.length };
}

/**
 * Contacts and past projects of the organisations that come along, where whoever carries them over may see them. What was signed was
 * for the old call.
 */
function bringRecords(deps: Deps, tx: Tx, access: Access, ids: ReadonlyMap<string, string>): void {
  const rows = listOrganisations(tx, access.proposal.id).filter(({ id }) => ids.has(id) && maySeeIntake(access, id));
  for (const { organisationId, records } of loadIntakes(deps, access.proposal.id, rows)) {
    const inputs = records.map(({ id: _id, ...input }) => input);
    insertRecords(deps, tx, must(ids.get(organisationId)), inputs);
  }
}

/** Those that the other form has too; the part of one that is an organisation's, of the new one. */
function sectionsThere(call: Call, sectionIds: readonly string[], ids: ReadonlyMap<string, string>): string[] {
  return sectionIds.flatMap((name) => {
    const [sectionId = '', objectId] = name.split(':');
    const there = objectId === undefined ? sectionId : `${sectionId}:${ids.get(objectId) ?? ''}`;
    return isSection(call, there) && !there.endsWith(':') ? [there] : [];
  });
}

interface Bringing {
  call: Call;
  from: string;
  to: string;
  ids: ReadonlyMap<string, string>;
  wanted: readonly string[];
}

/** With the role that they have; asked again in the transaction, since somebody may have left a moment ago. */
function bringMembers(
  deps: Deps,
  tx: Tx,
  { userId: actorId }: Person,
  { call, from, to, ids, wanted }: Bringing,
): void {
  const coming = listMembers(tx, from).filter(
    ({ member }) => wanted.includes(member.userId) && member.userId !== actorId,
  );
  for (const { member } of coming) {
    const { userId, role } = member;
    const organisationId = ids.get(member.organisationId ?? '') ?? null;
    const sectionIds = member.sectionIds && sectionsThere(call, member.sectionIds, ids);
    insertMember(tx, { ...member, proposalId: to, organisationId, sectionIds, joinedAt: deps.now() });
    notify(deps, tx, { userId, proposalId: to, kind: 'joined', actorId });
    const data = { role, organisationId };
    recordAudit(deps, tx, { kind: 'member.joined', actorId, proposalId: to, personId: userId, data });
  }
}

export function listLeftovers({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): LeftoverEntry[] {
  authorise(orm, person, proposalId, 'content.writeAll');
  return listRows(orm, proposalId).map(({ id, kind, label, body, settledAt }) => {
    return { id, kind, label, body, isSettled: settledAt !== null };
  });
}

export function settleLeftover(
  { database, now }: Deps,
  person: Person,
  { proposalId, leftoverId }: { proposalId: ProposalId; leftoverId: string },
  { isSettled }: { isSettled: boolean },
): { ok: true } {
  database.transaction((tx) => {
    authorise(tx, person, proposalId, 'content.writeAll');
    if (!settle(tx, proposalId, leftoverId, isSettled ? now() : null)) throw new AppError('not-found');
  });
  return { ok: true };
}
