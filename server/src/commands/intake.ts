// What is collected from partners: shown to those whom it concerns, filled in by each organisation's own people, steered by
// coordinators (until when, what is not needed).

import type { Tx } from '@adagia/db/open-database';
import {
  deleteRecord,
  findIntake,
  findRecord,
  type IntakeRow,
  insertRecord,
  lastReminders,
  listDocuments,
  listRecords,
  putIntake,
  type RecordRow,
  updateRecord,
} from '@adagia/db/repositories/intake';
import {
  findOrganisation,
  listOrganisations,
  type OrganisationRow,
  updateOrganisation,
} from '@adagia/db/repositories/proposals';
import {
  type changeRepresentative as changeRepresentativeRoute,
  type Intake,
  type IntakeRecord,
  type OrganisationIntake,
  RECORDS_MAX,
  type RecordInput,
  recordSchema,
} from '@adagia/shared/api/intake';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { assertNotFrozen, authorise, authoriseFilling, maySeeIntake } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { presentDocument } from './documents.ts';
import { assertAsBefore, definedOnly, recordCardChange } from './organisations.ts';
import { listReachable } from './reachable-people.ts';

interface Place {
  proposalId: ProposalId;
  organisationId: OrganisationId;
}

export function presentRecord({ id, kind, data }: RecordRow): IntakeRecord {
  return recordSchema.parse({ id, kind, ...data });
}

/** Of each of these organisations. */
export function loadIntakes(
  deps: Pick<Deps, 'database'>,
  proposalId: string,
  rows: OrganisationRow[],
): OrganisationIntake[] {
  const { orm } = deps.database;
  const ids = rows.map(({ id }) => id);
  const records = listRecords(orm, ids);
  const documents = listDocuments(orm, ids);
  const reminded = lastReminders(orm, ids);
  const reachable = listReachable(orm, proposalId);
  const { ownDueOn } = findIntake(orm, proposalId);
  return rows.map((row) => ({
    organisationId: row.id as OrganisationId,
    representativeName: row.representativeName,
    representativePosition: row.representativePosition,
    representativeEmail: row.representativeEmail,
    pastProjectsNone: row.pastProjectsNone,
    records: records.filter(({ organisationId }) => organisationId === row.id).map(presentRecord),
    documents: documents.filter(({ organisationId }) => organisationId === row.id).map(presentDocument),
    ownDueOn: ownDueOn[row.id] ?? '',
    lastReminderAt: reminded.has(row.id) ? iso(reminded.get(row.id) ?? 0) : null,
    reachable: reachable.filter(({ organisationId }) => organisationId === row.id).length,
  }));
}

export function showIntake(deps: Deps, person: Person, proposalId: ProposalId): Intake {
  const { orm } = deps.database;
  const access = authorise(orm, person, proposalId, 'proposal.read');
  const rows = listOrganisations(orm, proposalId).filter(({ id }) => maySeeIntake(access, id));
  const { dueOn, notNeeded: all } = findIntake(orm, proposalId);
  const notNeeded = all.filter((entry) => rows.some(({ id }) => entry.startsWith(`${id}/`)));
  return { dueOn, notNeeded, sizeMaxBytes: deps.uploads.sizeMax, organisations: loadIntakes(deps, proposalId, rows) };
}

function changeIntake(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  change: (tx: Tx, before: IntakeRow) => IntakeRow,
): { ok: true } {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'organisation.manage');
    putIntake(tx, change(tx, findIntake(tx, proposalId)));
  });
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}

/** For all, or for one organisation: '' is then the day of all again. */
export function setIntakeDue(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { dueOn, organisationId }: { dueOn: string; organisationId: OrganisationId | null },
): { ok: true } {
  return changeIntake(deps, person, proposalId, (tx, before) => {
    if (organisationId === null) return { ...before, dueOn };
    if (!findOrganisation(tx, proposalId, organisationId)) throw new AppError('not-found');
    const { [organisationId]: _before, ...others } = before.ownDueOn;
    return { ...before, ownDueOn: dueOn === '' ? others : { ...others, [organisationId]: dueOn } };
  });
}

export function setIntakeNeeded(
  deps: Deps,
  person: Person,
  { proposalId, organisationId }: Place,
  { item, isNeeded }: { item: string; isNeeded: boolean },
): { ok: true } {
  const entry = `${organisationId}/${item}`;
  return changeIntake(deps, person, proposalId, (tx, before) => {
    if (!findOrganisation(tx, proposalId, organisationId)) throw new AppError('not-found');
    const others = before.notNeeded.filter((one) => one !== entry);
    return { ...before, notNeeded: isNeeded ? others : [...others, entry] };
  });
}

/** In one transaction, with the rights of somebody who fills in. */
function fillIn<T>(deps: Deps, person: Person, place: Place, work: (tx: Tx, row: OrganisationRow) => T): T {
  const { proposalId, organisationId } = place;
  const result = deps.database.transaction((tx) => {
    authoriseFilling(tx, person, proposalId, organisationId);
    assertNotFrozen(tx, proposalId);
    const row = findOrganisation(tx, proposalId, organisationId);
    if (!row) throw new AppError('not-found');
    const done = work(tx, row);
    recordCardChange(deps, tx, person, row);
    return done;
  });
  deps.rooms.hint(proposalId, 'people');
  return result;
}

export function changeRepresentative(
  deps: Deps,
  person: Person,
  place: Place,
  { was, ...change }: z.output<(typeof changeRepresentativeRoute)['body']>,
): { ok: true } {
  return fillIn(deps, person, place, (tx, row) => {
    const known = definedOnly(change);
    assertAsBefore(row, known, was);
    updateOrganisation(tx, row.id, known);
    return { ok: true as const };
  });
}

/** Of a new organisation, in their order. */
export function insertRecords(
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  tx: Tx,
  organisationId: string,
  records: readonly RecordInput[],
): void {
  for (const { kind, ...data } of records) {
    insertRecord(tx, { id: newId(), organisationId, kind, data, createdAt: now() });
  }
}

export function addRecord(deps: Deps, person: Person, place: Place, { kind, ...data }: RecordInput): IntakeRecord {
  return fillIn(deps, person, place, (tx, { id: organisationId }) => {
    const same = listRecords(tx, [organisationId]).filter((one) => one.kind === kind);
    if (same.length >= RECORDS_MAX) throw new AppError('conflict');
    const row: RecordRow = { id: deps.newId(), organisationId, kind, data, createdAt: deps.now() };
    insertRecord(tx, row);
    return presentRecord(row);
  });
}

type RecordPlace = Place & { recordId: string };

function recordAt(tx: Tx, { organisationId, recordId }: RecordPlace): RecordRow {
  const row = findRecord(tx, organisationId, recordId);
  if (!row) throw new AppError('not-found');
  return row;
}

export function changeRecord(
  deps: Deps,
  person: Person,
  place: RecordPlace,
  { kind, ...data }: RecordInput,
): IntakeRecord {
  return fillIn(deps, person, place, (tx) => {
    const row = recordAt(tx, place);
    if (row.kind !== kind) throw new AppError('conflict');
    updateRecord(tx, row.id, data);
    return presentRecord({ ...row, data });
  });
}

export function removeRecord(deps: Deps, person: Person, place: RecordPlace): { ok: true } {
  return fillIn(deps, person, place, (tx) => {
    deleteRecord(tx, recordAt(tx, place).id);
    return { ok: true as const };
  });
}
