// A proposal with one person of every role, and people who have none: who tests of rights and of commands play with.
import { insertMember } from '@adagia/db/repositories/members';
import { createProposal, getMe, getProposal } from '@adagia/shared/api/people';
import { must } from '@adagia/shared/assert';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import { ask } from './ask.ts';
import { newProposal, type TestPerson, type TestServer } from './test-server.ts';

export interface CastPerson extends TestPerson {
  id: UserId;
}

export interface People {
  /** Coordinator, and so of the first organisation. */
  ana: CastPerson;
  /** Editor. */
  ben: CastPerson;
  /** Commenter. */
  eve: CastPerson;
  /** Has an account and no part in the proposal. */
  oda: CastPerson;
}

export interface Stage {
  proposalId: ProposalId;
  /** The applicant. */
  organisationId: OrganisationId;
}

async function personNamed(server: TestServer, name: string): Promise<CastPerson> {
  const person = await server.signUp(name);
  return { ...person, id: (await ask(person, getMe, {}, {})).id };
}

export async function hire(server: TestServer): Promise<People> {
  return {
    ana: await personNamed(server, 'Ana'),
    ben: await personNamed(server, 'Ben'),
    eve: await personNamed(server, 'Eve'),
    oda: await personNamed(server, 'Oda'),
  };
}

/** A new proposal of Ana with Ben and Eve in it. */
export async function newStage(
  { deps }: TestServer,
  { ana, ben, eve }: People,
  wanted: typeof newProposal = newProposal,
): Promise<Stage> {
  const { id: proposalId } = await ask(ana, createProposal, {}, wanted);
  const row = { proposalId, organisationId: null };
  insertMember(deps.database.orm, { ...row, userId: ben.id, role: 'editor', joinedAt: deps.now() + 1 });
  insertMember(deps.database.orm, { ...row, userId: eve.id, role: 'commenter', joinedAt: deps.now() + 2 });
  const { organisations } = await ask(ana, getProposal, { proposalId }, {});
  return { proposalId, organisationId: must(organisations[0]).id };
}
