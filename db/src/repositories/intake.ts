// What is collected from the organisations of a proposal: contacts and past projects, signed documents, what is asked of whom,
// and who was reminded when. Knows nothing of the files themselves.
import { and, desc, eq, inArray, max } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { intake, organisation, organisationDocument, organisationRecord, reminder } from '../schema.ts';

export type RecordRow = typeof organisationRecord.$inferSelect;
export type DocumentRow = typeof organisationDocument.$inferSelect;
export type IntakeRow = typeof intake.$inferSelect;
export type ReminderRow = typeof reminder.$inferSelect;

/** What holds while nobody has decided anything, too. */
export function findIntake(tx: Tx, proposalId: string): IntakeRow {
  const row = tx.select().from(intake).where(eq(intake.proposalId, proposalId)).get();
  return row ?? { proposalId, dueOn: '', ownDueOn: {}, notNeeded: [] };
}

export function putIntake(tx: Tx, row: IntakeRow): void {
  const { proposalId: _proposalId, ...set } = row;
  tx.insert(intake).values(row).onConflictDoUpdate({ target: intake.proposalId, set }).run();
}

export function listRecords(tx: Tx, organisationIds: string[]): RecordRow[] {
  return tx
    .select()
    .from(organisationRecord)
    .where(inArray(organisationRecord.organisationId, organisationIds))
    .orderBy(organisationRecord.createdAt, organisationRecord.id)
    .all();
}

export function findRecord(tx: Tx, organisationId: string, id: string): RecordRow | undefined {
  const { organisationId: owner, id: own } = organisationRecord;
  return tx
    .select()
    .from(organisationRecord)
    .where(and(eq(owner, organisationId), eq(own, id)))
    .get();
}

export function insertRecord(tx: Tx, row: RecordRow): void {
  tx.insert(organisationRecord).values(row).run();
}

export function updateRecord(tx: Tx, id: string, data: RecordRow['data']): void {
  tx.update(organisationRecord).set({ data }).where(eq(organisationRecord.id, id)).run();
}

export function deleteRecord(tx: Tx, id: string): void {
  tx.delete(organisationRecord).where(eq(organisationRecord.id, id)).run();
}

/** Newest first. */
export function listDocuments(tx: Tx, organisationIds: string[]): DocumentRow[] {
  return tx
    .select()
    .from(organisationDocument)
    .where(inArray(organisationDocument.organisationId, organisationIds))
    .orderBy(desc(organisationDocument.uploadedAt), desc(organisationDocument.id))
    .all();
}

export function findDocument(tx: Tx, organisationId: string, id: string): DocumentRow | undefined {
  return tx
    .select()
    .from(organisationDocument)
    .where(and(eq(organisationDocument.organisationId, organisationId), eq(organisationDocument.id, id)))
    .get();
}

export function insertDocument(tx: Tx, row: DocumentRow): void {
  tx.insert(organisationDocument).values(row).run();
}

export function deleteDocument(tx: Tx, id: string): void {
  tx.delete(organisationDocument).where(eq(organisationDocument.id, id)).run();
}

/** Of all organisations of a proposal. */
export function listDocumentsOf(tx: Tx, proposalId: string): DocumentRow[] {
  return tx
    .select({ document: organisationDocument })
    .from(organisationDocument)
    .innerJoin(organisation, eq(organisation.id, organisationDocument.organisationId))
    .where(eq(organisation.proposalId, proposalId))
    .all()
    .map(({ document }) => document);
}

/** Of every organisation of the installation: what a backup takes along. */
export function listAllDocuments(tx: Tx): DocumentRow[] {
  return tx.select().from(organisationDocument).orderBy(organisationDocument.id).all();
}

export function insertReminder(tx: Tx, row: ReminderRow): void {
  tx.insert(reminder).values(row).run();
}

/** @returns milliseconds by organisation, of those that were ever reminded. */
export function lastReminders(tx: Tx, organisationIds: string[]): Map<string, number> {
  const rows = tx
    .select({ id: reminder.organisationId, at: max(reminder.sentAt) })
    .from(reminder)
    .where(inArray(reminder.organisationId, organisationIds))
    .groupBy(reminder.organisationId)
    .all();
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at]])));
}

/** Before an organisation goes. Its documents must be gone already. */
export function forgetIntakeOf(tx: Tx, organisationId: string): void {
  tx.delete(organisationRecord).where(eq(organisationRecord.organisationId, organisationId)).run();
  tx.delete(reminder).where(eq(reminder.organisationId, organisationId)).run();
}
