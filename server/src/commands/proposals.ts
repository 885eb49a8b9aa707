// Proposals: open, create. A new one gets its document first and its rows after, so that no row is without one.
import type { Tx } from '@adagia/db/open-database';
import { insertMember, listMembers } from '@adagia/db/repositories/members';
import {
  insertOrganisation,
  insertProposal,
  listOrganisations,
  type NewOrganisationRow,
} from '@adagia/db/repositories/proposals';
import type { createProposal as createProposalRoute, Proposal } from '@adagia/shared/api/people';
import { FACTS, type FieldValue, PLAN } from '@adagia/shared/document';
import type { ProposalId } from '@adagia/shared/ids';
import { findCall } from '@adagia/shared/programme/calls';
import type { Call } from '@adagia/shared/programme/schema';
import type * as Y from 'yjs';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { keepVersion } from '../versions/keep-versions.ts';
import { authorise } from './access.ts';
import { correctionsOf } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { presentFreezeInForce } from './freezes.ts';
import { assertCountry, assertNumber, assertType } from './organisations.ts';
import { presentCard, presentMembers, presentOrganisation } from './present-people.ts';
import { recordAudit } from './record-audit.ts';
import { presentSectionRights } from './section-rights.ts';
import { recordEntry } from './timeline.ts';

export function showProposal({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): Proposal {
  const { proposal, role, organisationId } = authorise(orm, person, proposalId, 'proposal.read');
  return {
    ...presentCard(proposal, role),
    isArchived: proposal.archivedAt !== null,
    organisationId,
    organisations: listOrganisations(orm, proposalId).map(presentOrganisation),
    members: presentMembers(listMembers(orm, proposalId), role, person.userId),
    sections: presentSectionRights(orm, proposalId),
    hasOwnColumns: proposal.hasOwnColumns,
    isNegotiated: proposal.isNegotiated,
    freeze: presentFreezeInForce(orm, proposalId, person),
    corrections: correctionsOf(orm, proposal.callId),
  };
}

/** The call of a proposal that exists. @throws when a call was taken out of the product: a bug. */
export function callOf(callId: string): Call {
  const call = findCall(callId);
  if (!call) throw new Error(`the call ${callId} is unknown`);
  return call;
}

export interface NewProposal {
  callId: string;
  sector: string;
  title: string;
  acronym: string;
  /** The first is the applicant. Ids are taken as they are. */
  organisations: Omit<NewOrganisationRow, 'proposalId' | 'position'>[];
  fill(doc: Y.Doc): void;
  /** How it came about; begun anew when left out. */
  how?: 'proposal.imported' | 'proposal.cloned';
  /** Of the coordinator; the applicant when left out. */
  organisationId?: string | null;
  /** What else belongs to it, in the same transaction. */
  also?(tx: Tx, id: ProposalId): void;
}

/** Document and rows of a new proposal, whose coordinator is `person`. @throws AppError guest-needs-account */
export async function storeProposal(deps: Deps, person: Person, proposal: NewProposal): Promise<ProposalId> {
  if (person.isGuest) throw new AppError('guest-needs-account');
  const { database, rooms, now, newId } = deps;
  const id = newId() as ProposalId;
  await rooms.create(id, (doc) => proposal.fill(doc));
  const at = now();
  const { callId, sector, title, acronym } = proposal;
  database.transaction((tx) => {
    const times = { createdAt: at, activeAt: at, archivedAt: null, deletedAt: null };
    insertProposal(tx, { id, callId, sector, title, acronym, createdBy: person.userId, ...times });
    for (const [position, row] of proposal.organisations.entries()) {
      insertOrganisation(tx, { ...row, proposalId: id, position });
    }
    const { organisationId = proposal.organisations[0]?.id ?? null } = proposal;
    insertMember(tx, { proposalId: id, userId: person.userId, role: 'coordinator', organisationId, joinedAt: at });
    recordEntry(deps, tx, { proposalId: id, kind: 'created', actorId: person.userId, target: '', data: { title } });
    const { userId } = person;
    recordAudit(deps, tx, {
      kind: proposal.how ?? 'proposal.created',
      actorId: userId,
      proposalId: id,
      personId: userId,
    });
    proposal.also?.(tx, id);
  });
  // What it began as: the first change is compared with it. The proposal is there, whatever becomes of this.
  await keepVersion(deps, id).catch((error: unknown) => deps.log.error({ err: error, proposalId: id }, 'versions'));
  return id;
}

export async function createProposal(
  deps: Deps,
  person: Person,
  input: z.output<(typeof createProposalRoute)['body']>,
): Promise<{ id: ProposalId }> {
  const call = findCall(input.callId);
  if (!call) throw new AppError('invalid-body', [{ path: 'callId', message: 'no such call' }]);
  if (!call.sectors.some((sector) => sector.id === input.sector)) {
    throw new AppError('invalid-body', [{ path: 'sector', message: 'this call has no such sector' }]);
  }
  assertCountry(input.organisation.country, 'organisation.country');
  assertType(input.organisation.type, 'organisation.type');
  assertNumber(call, input.organisation.oid, 'organisation.oid');
  const { title, acronym } = input;
  const organisations = [{ id: deps.newId(), role: 'applicant' as const, ...input.organisation }];
  const fill = (doc: Y.Doc) => seedProposal(doc, call, { title, acronym }, deps.newId);
  return { id: await storeProposal(deps, person, { ...input, organisations, fill }) };
}

/** What a proposal begins with: its name, and work package 1 where the call has work packages. */
function seedProposal(doc: Y.Doc, call: Call, facts: { title: string; acronym: string }, newId: () => string): void {
  const map = doc.getMap<FieldValue>(FACTS);
  for (const [key, value] of Object.entries(facts)) if (value) map.set(key, value);
  if (call.budgetUnit !== 'work_package') return;
  const plan = doc.getMap<FieldValue>(PLAN);
  const id = newId();
  const fields = { kind: 'wp', order: 0, title: 'Project management', management: true };
  for (const [field, value] of Object.entries(fields)) plan.set(`${id}/${field}`, value);
}
