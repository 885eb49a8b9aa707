// Organisations of a proposal. One that has people, texts, tasks, money or documents cannot be removed: it has to be emptied
// first, and the same holds of texts and money for one that becomes an associated partner.

import type { Tx } from '@adagia/db/open-database';
import { deleteRatesOf } from '@adagia/db/repositories/daily-rates';
import { deleteWorkingsOf } from '@adagia/db/repositories/figure-workings';
import { forgetIntakeOf, listDocuments } from '@adagia/db/repositories/intake';
import { countPendingInvitationsFor, detachInvitationsFrom } from '@adagia/db/repositories/invitations';
import { countMembers } from '@adagia/db/repositories/members';
import { deleteAgreementsOf } from '@adagia/db/repositories/negotiation';
import { markSummaryStale } from '@adagia/db/repositories/portfolio';
import {
  deleteOrganisation,
  findOrganisation,
  insertOrganisation,
  listOrganisations,
  nextPosition,
  type OrganisationRow,
  updateOrganisation,
} from '@adagia/db/repositories/proposals';
import { releaseTasksOf } from '@adagia/db/repositories/threads';
import { findOpenEntry, updateEntry } from '@adagia/db/repositories/timeline';
import type {
  addOrganisation as addOrganisationRoute,
  changeOrganisation as changeOrganisationRoute,
  Organisation,
  OrganisationRole,
} from '@adagia/shared/api/people';
import { must } from '@adagia/shared/assert';
import { isIdOfKind } from '@adagia/shared/consortium/organisation-id';
import { BUDGET, PLAN, splitFieldKey } from '@adagia/shared/document';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { countries } from '@adagia/shared/programme/countries';
import { organisationTypes } from '@adagia/shared/programme/organisation-types';
import type { Call } from '@adagia/shared/programme/schema';
import type * as Y from 'yjs';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { assertNotFrozen, authorise, authoriseFilling } from './access.ts';
import { correctedCallOf } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { presentOrganisation } from './present-people.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

/** Milliseconds, as for a text. */
const CARD_PAUSE_MS = 10 * 60 * 1000;

type OrganisationInput = z.output<(typeof addOrganisationRoute)['body']>;
type OrganisationChange = z.output<(typeof changeOrganisationRoute)['body']>;

export function isCountry(code: string): boolean {
  return countries.some((country) => country.code === code);
}

export function assertCountry(code: string | undefined, path: string): void {
  if (code !== undefined && !isCountry(code)) {
    throw new AppError('invalid-body', [{ path, message: 'no such country' }]);
  }
}

export function assertType(type: string | undefined, path: string): void {
  if (type && !organisationTypes.some(({ id }) => id === type)) {
    throw new AppError('invalid-body', [{ path, message: 'no such type' }]);
  }
}

/** Of the register that the call looks organisations up in; '' while nobody knows it. */
export function assertNumber({ organisationId: { value } }: Call, oid: string | undefined, path: string): void {
  if (!oid || isIdOfKind(value, oid)) return;
  const message = value === 'pic' ? 'this call asks for a PIC, nine digits' : 'this call asks for E and eight digits';
  throw new AppError('invalid-body', [{ path, message }]);
}

export function addOrganisation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: OrganisationInput,
): Organisation {
  assertCountry(input.country, 'country');
  assertType(input.type, 'type');
  const row = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'organisation.manage');
    assertNotFrozen(tx, proposalId);
    assertNumber(correctedCallOf(tx, proposal.callId), input.oid, 'oid');
    const position = nextPosition(tx, proposalId);
    const added = insertOrganisation(tx, { ...input, id: deps.newId(), proposalId, position });
    const about = { proposalId, actorId: person.userId, target: added.id };
    recordEntry(deps, tx, { ...about, kind: 'organisation', data: { change: 'added', name: input.legalName } });
    recordAudit(deps, tx, { ...about, kind: 'organisation.added' });
    markSummaryStale(tx, proposalId);
    return added;
  });
  deps.rooms.hint(proposalId, 'people');
  return presentOrganisation(row);
}

export function definedOnly<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}

/**
 * What somebody wrote while another value was there must not go over the words of a colleague that they have not seen.
 * @throws AppError conflict
 */
export function assertAsBefore<Row extends object>(row: Row, change: Unsure<Row>, was: Unsure<Row> = {}): void {
  for (const field of Object.keys(definedOnly(was)) as (keyof Row)[]) {
    if (row[field] !== was[field] && row[field] !== change[field]) throw new AppError('conflict');
  }
}

/** As it comes over REST. */
type Unsure<Row> = { [Key in keyof Row]?: Row[Key] | undefined };

/** In the order of the list: the new applicant comes first, the others keep theirs. */
function letApply(tx: Tx, proposalId: string, id: string): void {
  const all = listOrganisations(tx, proposalId);
  const others = all.filter((one) => one.id !== id);
  for (const [index, one] of [...all.filter((found) => found.id === id), ...others].entries()) {
    const role = one.id === id ? 'applicant' : one.role === 'applicant' ? 'partner' : one.role;
    updateOrganisation(tx, one.id, { position: index, role });
  }
}

/** @throws AppError conflict when the partnership would be left without an applicant */
function changeRole(tx: Tx, before: OrganisationRow, role: OrganisationRole | undefined): void {
  if (role === undefined || role === before.role) return;
  if (before.role === 'applicant') throw new AppError('conflict');
  if (role === 'applicant') letApply(tx, before.proposalId, before.id);
  else updateOrganisation(tx, before.id, { role });
}

export async function changeOrganisation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  id: OrganisationId,
  { role, was, ...change }: OrganisationChange,
): Promise<Organisation> {
  assertCountry(change.country, 'country');
  assertType(change.type, 'type');
  authoriseFilling(deps.database.orm, person, proposalId, id);
  if (role === 'associated' && (await deps.rooms.read(proposalId, (doc) => hasTextsOrMoney(doc, id)))) {
    throw new AppError('organisation-in-use');
  }
  const row = deps.database.transaction((tx) => {
    const { proposal } = authoriseFilling(tx, person, proposalId, id);
    if (role !== undefined) authorise(tx, person, proposalId, 'organisation.manage');
    assertNotFrozen(tx, proposalId);
    const before = findOrganisation(tx, proposalId, id);
    if (!before) throw new AppError('not-found');
    if (change.oid !== before.oid) assertNumber(correctedCallOf(tx, proposal.callId), change.oid, 'oid');
    assertAsBefore(before, change, was);
    changeRole(tx, before, role);
    updateOrganisation(tx, id, definedOnly(change));
    const after = must(findOrganisation(tx, proposalId, id));
    recordCardChange(deps, tx, person, after);
    return after;
  });
  deps.rooms.hint(proposalId, 'people');
  return presentOrganisation(row);
}

/** A card is filled in field by field: that is one entry of the timeline, until somebody pauses. */
export function recordCardChange(deps: Deps, tx: Tx, person: Person, row: OrganisationRow): void {
  const about = { proposalId: row.proposalId, kind: 'organisation' as const, actorId: person.userId, target: row.id };
  const open = findOpenEntry(tx, { ...about, since: deps.now() - CARD_PAUSE_MS });
  const data = { change: 'changed', name: row.legalName };
  if (open?.data.change === 'changed') updateEntry(tx, open.id, { at: deps.now(), data });
  else recordEntry(deps, tx, { ...about, data });
}

function hasTexts(doc: Y.Doc, id: string): boolean {
  const texts = [...doc.share].filter(([name]) => name.startsWith('answer:') && name.endsWith(`:${id}`));
  return texts.some(([, type]) => type._length > 0);
}

const hasMoney = (doc: Y.Doc, id: string): boolean =>
  [...doc.getMap(BUDGET).keys()].some((key) => {
    const [, column] = splitFieldKey(key);
    return column === id || column.startsWith(`${id}:`);
  });

const hasTextsOrMoney = (doc: Y.Doc, id: string): boolean => hasTexts(doc, id) || hasMoney(doc, id);

/** Texts, tasks or amounts of this organisation in the document. */
function isUsed(doc: Y.Doc, id: string): boolean {
  if (hasTextsOrMoney(doc, id)) return true;
  const plan = doc.getMap(PLAN);
  for (const [key, value] of plan) {
    if (value === id || (key.endsWith(`/org:${id}`) && value === true)) return true;
  }
  return false;
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
    assertNotFrozen(tx, proposalId);
    const row = findOrganisation(tx, proposalId, id);
    if (!row) throw new AppError('not-found');
    const used = countMembers(tx, proposalId, { organisationId: id }) + countPendingInvitationsFor(tx, id, deps.now());
    const hasDocuments = listDocuments(tx, [id]).length > 0;
    if (row.role === 'applicant' || used > 0 || hasDocuments) throw new AppError('organisation-in-use');
    detachInvitationsFrom(tx, id);
    forgetIntakeOf(tx, id);
    deleteRatesOf(tx, id);
    deleteWorkingsOf(tx, id);
    releaseTasksOf(tx, id);
    deleteAgreementsOf(tx, id);
    deleteOrganisation(tx, id);
    const about = { proposalId, actorId: person.userId, target: id };
    recordEntry(deps, tx, { ...about, kind: 'organisation', data: { change: 'removed', name: row.legalName } });
    recordAudit(deps, tx, { ...about, kind: 'organisation.removed' });
    markSummaryStale(tx, proposalId);
  });
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}
