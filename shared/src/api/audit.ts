// The record of rights: who was given or lost which one, who signed in, exported, invited, locked. Holds no content.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, okSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

/** `family.what`: a filter takes the one or the other. */
export const auditKinds = [
  'account.created',
  'account.deleted',
  'account.disabled',
  'account.enabled',
  'account.verified',
  'administrator.named',
  'administrator.removed',
  'audit.exported',
  'backup.made',
  'evaluation.closed',
  'evaluation.evaluator',
  'evaluation.exported',
  'evaluation.opened',
  'evaluation.removed',
  'evaluation.shared',
  'evaluation.submitted',
  'evaluation.unshared',
  'evaluation.withdrawn',
  'figure.corrected',
  'figure.restored',
  'invitation.accepted',
  'invitation.created',
  'invitation.resent',
  'invitation.revoked',
  'mail.tested',
  'member.joined',
  'member.left',
  'member.organisation',
  'member.removed',
  'member.role',
  'organisation.added',
  'organisation.removed',
  'proposal.archived',
  'proposal.cloned',
  'proposal.created',
  'proposal.deleted',
  'proposal.erased',
  'proposal.exported',
  'proposal.frozen',
  'proposal.imported',
  'proposal.restored',
  'proposal.unarchived',
  'proposal.unfrozen',
  'request.answered',
  'request.made',
  'section.locked',
  'section.unlocked',
  'section.owner',
  'section.writers',
  'session.ended',
  'session.started',
  'setting.changed',
  'sign-in.added',
  'sign-in.changed',
  'sign-in.failed',
  'sign-in.removed',
  'upload.added',
  'upload.removed',
] as const;
export const auditKindSchema = z.enum(auditKinds);
export type AuditKind = z.infer<typeof auditKindSchema>;

const auditFamilySchema = z.string().regex(/^[a-z-]{1,20}$/);

export const auditEntrySchema = z.object({
  id: z.string(),
  at: timestampSchema,
  /** One that an older or newer version wrote may be unknown here. */
  kind: z.string(),
  /** null: the server itself, or a command on its machine. */
  actorId: userIdSchema.nullable(),
  /** '' when the account is gone. */
  actorName: z.string(),
  personId: userIdSchema.nullable(),
  personName: z.string(),
  proposalId: proposalIdSchema.nullable(),
  /** '' for none, or one that is gone. */
  proposalName: z.string(),
  target: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What organisations and sections that it names by id are called today; without those that are gone. */
  names: z.record(z.string(), z.string()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const filterFields = {
  personId: userIdSchema.optional(),
  kind: z.union([auditKindSchema, auditFamilySchema]).optional(),
  /** From the first moment on, and before the second. */
  since: timestampSchema.optional(),
  until: timestampSchema.optional(),
};
const filterSchema = z.object(filterFields);
export type AuditQuery = z.infer<typeof filterSchema>;

const cursorSchema = z.string().regex(/^[0-9]{1,15}-[0-9a-f-]{36}$/, 'not a place in the record');
const pageQuery = z.object({ ...filterFields, before: cursorSchema.optional() });
const pageSchema = z.object({ entries: z.array(auditEntrySchema), next: cursorSchema.nullable() });
/** Opens in a spreadsheet; what could be a formula there is not one. */
const csvSchema = z.object({ name: z.string(), csv: z.string() });
const proposalParams = z.object({ proposalId: proposalIdSchema });

/** Newest first, 50 at a time. */
export const listAudit = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/audit',
  needs: 'audit.read',
  params: proposalParams,
  body: pageQuery,
  response: pageSchema,
});
/** A file that the page made itself, from what it holds: the record says so too. */
export const noteExport = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/exports',
  needs: 'proposal.export',
  params: proposalParams,
  body: emptySchema,
  response: okSchema,
});
export const exportAudit = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/audit/export',
  needs: 'audit.read',
  params: proposalParams,
  body: filterSchema,
  response: csvSchema,
});
export const listWholeAudit = defineRoute({
  method: 'GET',
  path: '/api/installation/audit',
  needs: 'audit.readAll',
  params: emptySchema,
  body: pageQuery,
  response: pageSchema,
});
export const exportWholeAudit = defineRoute({
  method: 'POST',
  path: '/api/installation/audit/export',
  needs: 'audit.readAll',
  params: emptySchema,
  body: filterSchema,
  response: csvSchema,
});
