// The organisations of a proposal and what is collected from them. A part of schema.ts, which has the rules for all tables.
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';

const { table, index, str, int, bool, json } = sqliteKit;

export const organisation = table(
  'organisation',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    role: str('role').$type<'applicant' | 'partner' | 'associated'>().notNull(),
    position: int('position').notNull(),
    legalName: str('legal_name').notNull(),
    legalNameLatin: str('legal_name_latin').notNull().default(''),
    country: str('country').notNull(),
    city: str('city').notNull(),
    oid: str('oid').notNull(),
    type: str('type').notNull(),
    newcomer: bool('newcomer').notNull(),
    /** null: nobody has said yet. */
    publicBody: bool('public_body'),
    nonProfit: bool('non_profit'),
    /** 'YYYY-MM-DD', '' while unknown. */
    established: str('established').notNull().default(''),
    charter: str('charter').notNull().default(''),
    applications: int('applications'),
    // Seen by its own people and by coordinators only.
    representativeName: str('representative_name').notNull().default(''),
    representativePosition: str('representative_position').notNull().default(''),
    representativeEmail: str('representative_email').notNull().default(''),
    /** It has said that it has no past projects. */
    pastProjectsNone: bool('past_projects_none').notNull().default(false),
  },
  (t) => [index('organisation_proposal').on(t.proposalId)],
);

/** Contacts and past projects of an organisation: one row each, so that two people who add at once both keep theirs. */
export const organisationRecord = table(
  'organisation_record',
  {
    id: str('id').primaryKey(),
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    kind: str('kind').$type<'contact' | 'project'>().notNull(),
    /** Of shared/api/intake.ts, by kind. */
    data: json<Record<string, string>>('data').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [index('organisation_record_organisation').on(t.organisationId, t.createdAt)],
);

/** Signed documents. The bytes are in a file of their own below the data folder (server/src/uploads), never changed. */
export const organisationDocument = table(
  'organisation_document',
  {
    id: str('id').primaryKey(),
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    kind: str('kind').notNull(),
    /** As its owner called it, made safe to show and to download as. */
    name: str('name').notNull(),
    /** By its content, not by its name. */
    type: str('type').notNull(),
    sizeBytes: int('size_bytes').notNull(),
    /** SHA-256 of the bytes, hexadecimal. */
    sha256: str('sha256').notNull(),
    /** Random name of the file. */
    file: str('file').notNull().unique(),
    uploadedBy: str('uploaded_by')
      .notNull()
      .references(() => user.id),
    uploadedAt: int('uploaded_at').notNull(),
  },
  (t) => [index('organisation_document_organisation').on(t.organisationId, t.uploadedAt)],
);

/** What a coordinator decides about the collecting; no row: nothing yet. */
export const intake = table('intake', {
  proposalId: str('proposal_id')
    .primaryKey()
    .references(() => proposal.id),
  /** 'YYYY-MM-DD', '' for none. */
  dueOn: str('due_on').notNull(),
  /** By organisation id, where another day was agreed with it. */
  ownDueOn: json<Record<string, string>>('own_due_on').notNull().default({}),
  /** `<organisation id>/<item>`: what is not asked of whom. */
  notNeeded: json<string[]>('not_needed').notNull(),
});

export const reminder = table(
  'reminder',
  {
    id: str('id').primaryKey(),
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    sentBy: str('sent_by')
      .notNull()
      .references(() => user.id),
    sentAt: int('sent_at').notNull(),
    recipients: int('recipients').notNull(),
  },
  (t) => [index('reminder_organisation').on(t.organisationId, t.sentAt)],
);
