// Organisations of a proposal. One that has people, texts, tasks or money cannot be removed: it has to be emptied first.

import { countPendingInvitationsFor, detachInvitationsFrom } from '@adagia/db/repositories/invitations';
import { countMembers } from '@adagia/db/repositories/members';
import {
  deleteOrganisation,
  findOrganisation,
  insertOrganisation,
  nextPosition,
  updateOrganisation,
} from '@adagia/db/repositories/proposals';
import type {
  changeOrganisation as changeOrganisationRoute,
  Organisation,
  organisationInputSchema,
} from '@adagia/shared/api/people';
import { BUDGET, PLAN } from '@adagia/shared/document';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { countries } from '@adagia/shared/programme/countries';
import type * as Y from 'yjs';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { authorise } from './access.ts';
import type { Deps, Person } from './deps.ts';
import { presentOrganisation } from './present-people.ts';
import { recordEntry } from './timeline.ts';

type OrganisationInput = z.output<typeof organisationInputSchema>;

export function isCountry(code: string): boolean {
  return countries.some((country) => country.code === code);
}

export function assertCountry(code: string | undefined, path: string): void {
  if (code !== undefined && !isCountry(code)) {
    throw new AppError('invalid-body', [{ path, message: 'no such country' }]);
  }
}

export function addOrganisation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: OrganisationInput,
): Organisation {
  assertCountry(input.country, 'country');
  const row = deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'organisation.manage');
    const position = nextPosition(tx, proposalId);
    const added = { ...input, id: deps.newId(), proposalId, role: 'partner' as const, position };
    insertOrganisation(tx, added);
    const data = { change: 'added', name: input.legalName };
    recordEntry(deps, tx, { proposalId, kind: 'organisation', actorId: person.userId, target: added.id, data });
    return added;
  });
  deps.rooms.hint(proposalId, 'people');
  return presentOrganisation(row);
}

function definedOnly<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}

export function changeOrganisation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  id: OrganisationId,
  change: z.output<(typeof changeOrganisationRoute)['body']>,
): Organisation {
  assertCountry(change.country, 'country');
  const row = deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'organisation.manage');
    const before = findOrganisation(tx, proposalId, id);
    if (!before) throw new AppError('not-found');
    const after = { ...before, ...definedOnly(change) };
    updateOrganisation(tx, id, after);
    const data = { change: 'changed', name: after.legalName };
    recordEntry(deps, tx, { proposalId, kind: 'organisation', actorId: person.userId, target: id, data });
    return after;
  });
  deps.rooms.hint(proposalId, 'people');
  return presentOrganisation(row);
}

/** Texts, tasks or amounts of this organisation in the document. */
function isUsed(doc: Y.Doc, id: string): boolean {
  for (const [name, type] of doc.share) {
    if (name.startsWith('answer:') && name.endsWith(`:${id}`) && type._length > 0) return true;
  }
  const plan = doc.getMap(PLAN);
  for (const [key, value] of plan) {
    if (value === id || (key.endsWith(`/org:${id}`) && value === true)) return true;
  }
  return [...doc.getMap(BUDGET).keys()].some((key) => key.endsWith(`/${id}`));
}

export async function removeOrganisation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  id: OrganisationId,
): Promise<{ ok: true }> {
  authorise(deps.database.orm, person, proposalId, 'organisation.manage');
  if (await deps.rooms.read(proposalId, (doc) => isUsed(doc, id))) throw new AppError('organisation-in-use');
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'organisation.manage');
    const row = findOrganisation(tx, proposalId, id);
    if (!row) throw new AppError('not-found');
    const used = countMembers(tx, proposalId, { organisationId: id }) + countPendingInvitationsFor(tx, id, deps.now());
    if (row.role === 'applicant' || used > 0) throw new AppError('organisation-in-use');
    detachInvitationsFrom(tx, id);
    deleteOrganisation(tx, id);
    const data = { change: 'removed', name: row.legalName };
    recordEntry(deps, tx, { proposalId, kind: 'organisation', actorId: person.userId, target: id, data });
  });
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}
