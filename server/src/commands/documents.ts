// Documents that organisations sign: taken in, handed out, taken away. A file is kept before its row is written, and removed after its
// row is gone, so that no row is ever without its file.
import {
  type DocumentRow,
  deleteDocument,
  findDocument,
  insertDocument,
  listDocuments,
} from '@adagia/db/repositories/intake';
import { findOrganisation } from '@adagia/db/repositories/proposals';
import { DOCUMENTS_MAX, type DocumentType, documentTypeSchema, type IntakeDocument } from '@adagia/shared/api/intake';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { type DocumentKind, documentKindSchema } from '@adagia/shared/programme/schema';
import { AppError } from '../http/app-error.ts';
import { documentTypeOf } from '../uploads/file-type.ts';
import { safeName } from '../uploads/safe-name.ts';
import { type Received, TooLarge } from '../uploads/upload-store.ts';
import { assertMaySee, authorise, authoriseFilling } from './access.ts';
import { countAttempt } from './attempt-limits.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { recordCardChange } from './organisations.ts';
import { recordAudit } from './record-audit.ts';

export interface OrganisationAt {
  proposalId: ProposalId;
  organisationId: OrganisationId;
}

export function presentDocument(row: DocumentRow): IntakeDocument {
  const { id, name, sizeBytes, sha256, uploadedBy } = row;
  const kind = documentKindSchema.parse(row.kind);
  const type = documentTypeSchema.parse(row.type);
  return { id, kind, name, type, sizeBytes, sha256, uploadedBy, uploadedAt: iso(row.uploadedAt) };
}

function assertMayUpload(deps: Deps, person: Person, { proposalId, organisationId }: OrganisationAt): void {
  const { orm } = deps.database;
  authoriseFilling(orm, person, proposalId, organisationId);
  if (!findOrganisation(orm, proposalId, organisationId)) throw new AppError('not-found');
  if (listDocuments(orm, [organisationId]).length >= DOCUMENTS_MAX) throw new AppError('too-many-files');
}

async function receive({ uploads }: Deps, bytes: AsyncIterable<Uint8Array>): Promise<Received> {
  try {
    return await uploads.store.receive(bytes, uploads.sizeMax);
  } catch (error) {
    if (error instanceof TooLarge) throw new AppError('file-too-large');
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') throw new AppError('storage-unavailable');
    throw error;
  }
}

/** @throws AppError file-empty, file-type, file-refused, scan-failed */
async function examine(deps: Deps, received: Received, name: string): Promise<DocumentType> {
  if (received.sizeBytes === 0) throw new AppError('file-empty');
  const type = documentTypeOf(received.head, name);
  if (!type) throw new AppError('file-type');
  const verdict = await deps.uploads.scan(received.path);
  if (verdict === 'clean') return type;
  deps.log.warn({ verdict, sha256: received.sha256 }, 'upload was not let in');
  throw new AppError(verdict === 'refused' ? 'file-refused' : 'scan-failed');
}

export interface UploadInput extends OrganisationAt {
  kind: DocumentKind;
  /** As its sender calls it. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Kept with its row, or not at all. */
async function takeIn(deps: Deps, person: Person, input: UploadInput): Promise<IntakeDocument> {
  assertMayUpload(deps, person, input);
  countAttempt(deps, 'upload', person.userId);
  const name = safeName(input.name);
  const received = await receive(deps, input.bytes);
  try {
    const type = await examine(deps, received, name);
    await deps.uploads.store.keep(received);
    return store(deps, person, { input, received, name, type });
  } catch (error) {
    await deps.uploads.store.discard(received);
    await deps.uploads.store.remove(received.file);
    throw error;
  }
}

export async function uploadDocument(deps: Deps, person: Person, input: UploadInput): Promise<IntakeDocument> {
  const document = await takeIn(deps, person, input);
  deps.rooms.hint(input.proposalId, 'people');
  return document;
}

interface Kept {
  input: UploadInput;
  received: Received;
  name: string;
  type: DocumentType;
}

/** Rights are asked for once more: receiving may have taken minutes. */
function store(deps: Deps, person: Person, { input, received, name, type }: Kept): IntakeDocument {
  const { proposalId, organisationId, kind } = input;
  const { file, sizeBytes, sha256 } = received;
  const by = { uploadedBy: person.userId, uploadedAt: deps.now() };
  const row: DocumentRow = { id: deps.newId(), organisationId, kind, name, type, sizeBytes, sha256, file, ...by };
  const about = { actorId: person.userId, proposalId };
  deps.database.transaction((tx) => {
    assertMayUpload(deps, person, input);
    insertDocument(tx, row);
    recordAudit(deps, tx, { kind: 'upload.added', ...about, target: row.id, data: { organisationId, kind } });
    const organisation = findOrganisation(tx, proposalId, organisationId);
    if (organisation) recordCardChange(deps, tx, person, organisation);
  });
  return presentDocument(row);
}

/** Coordinators take away any, others those of their own organisation. */
export async function removeDocument(
  deps: Deps,
  person: Person,
  { proposalId, organisationId, documentId }: OrganisationAt & { documentId: string },
): Promise<{ ok: true }> {
  const file = deps.database.transaction((tx) => {
    authoriseFilling(tx, person, proposalId, organisationId);
    const organisation = findOrganisation(tx, proposalId, organisationId);
    const row = organisation && findDocument(tx, organisationId, documentId);
    if (!row) throw new AppError('not-found');
    deleteDocument(tx, documentId);
    const about = { actorId: person.userId, proposalId, target: documentId };
    recordAudit(deps, tx, { kind: 'upload.removed', ...about, data: { organisationId, kind: row.kind } });
    recordCardChange(deps, tx, person, organisation);
    return row.file;
  });
  await deps.uploads.store.remove(file);
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}

/** For coordinators, and for the people of the organisation. @throws AppError not-found also where its file is gone */
export async function openDocument(
  deps: Deps,
  person: Person,
  { proposalId, organisationId, documentId }: OrganisationAt & { documentId: string },
) {
  const { orm } = deps.database;
  const access = authorise(orm, person, proposalId, 'proposal.read');
  assertMaySee(access, organisationId);
  const row = findOrganisation(orm, proposalId, organisationId) && findDocument(orm, organisationId, documentId);
  if (!row) throw new AppError('not-found');
  const found = await deps.uploads.store.read(row.file);
  if (!found) {
    deps.log.error({ documentId }, 'the file of a document is not there');
    throw new AppError('not-found');
  }
  return { ...presentDocument(row), stream: found.stream, sizeBytes: found.sizeBytes };
}
