// What is collected from the organisations of a proposal: representative, contacts, past projects, signed documents; what is asked
// of whom, until when, and reminders. The bytes of documents travel beside this contract (see `documentPath`).
import { z } from 'zod';
import { organisationIdSchema, proposalIdSchema } from '../ids.ts';
import { documentKindSchema } from '../programme/schema.ts';
import { daySchema, emptySchema, lineSchema, okSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

const uuid = z.string().regex(/^[0-9a-f-]{36}$/, 'not an id');
const email = z.union([z.literal(''), z.email().max(254)]);
const hasText = (text: string) => text !== '';

export const contactSchema = z.object({
  kind: z.literal('contact'),
  name: lineSchema(200).refine(hasText, 'must not be empty'),
  position: lineSchema(200).default(''),
  email: email.default(''),
  phone: lineSchema(50).default(''),
});
export const projectSchema = z.object({
  kind: z.literal('project'),
  title: lineSchema(300).refine(hasText, 'must not be empty'),
  programme: lineSchema(200).default(''),
  year: lineSchema(20).default(''),
  /** Of the grant, '2023-1-IT01-KA220-VET-000150559'. */
  reference: lineSchema(100).default(''),
});
export const recordInputSchema = z.discriminatedUnion('kind', [contactSchema, projectSchema]);
export type RecordInput = z.output<typeof recordInputSchema>;
export const recordSchema = z.intersection(z.object({ id: uuid }), recordInputSchema);
export type IntakeRecord = z.output<typeof recordSchema>;
/** Of one kind, of one organisation: no partnership needs more. */
export const RECORDS_MAX = 50;

/** What a file may be, told by its bytes. No archives: nothing is unpacked, and none is let in. */
export const documentTypes = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  png: { mime: 'image/png', extensions: ['png'] },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  /** A document in a signed envelope, as Italian registers give it. */
  p7m: { mime: 'application/pkcs7-mime', extensions: ['p7m'] },
} as const;
export const documentTypeSchema = z.enum(Object.keys(documentTypes) as [DocumentType, ...DocumentType[]]);
export type DocumentType = keyof typeof documentTypes;

/** Of one organisation: every document of a call several times over. */
export const DOCUMENTS_MAX = 30;

export const documentSchema = z.object({
  id: uuid,
  kind: documentKindSchema,
  name: z.string(),
  type: documentTypeSchema,
  sizeBytes: z.number().int(),
  /** SHA-256, hexadecimal. */
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: timestampSchema,
});
export type IntakeDocument = z.infer<typeof documentSchema>;

const representativeFields = {
  representativeName: lineSchema(200),
  representativePosition: lineSchema(200),
  representativeEmail: email,
  /** It has said that it has no past projects. */
  pastProjectsNone: z.boolean(),
};

export const organisationIntakeSchema = z.object({
  organisationId: organisationIdSchema,
  ...representativeFields,
  records: z.array(recordSchema),
  /** Newest first. */
  documents: z.array(documentSchema),
  /** 'YYYY-MM-DD' where another day than that of all was agreed with it, '' otherwise. */
  ownDueOn: daySchema,
  lastReminderAt: timestampSchema.nullable(),
  /** How many people would get a reminder. */
  reachable: z.number().int(),
});
export type OrganisationIntake = z.infer<typeof organisationIntakeSchema>;

export const intakeSchema = z.object({
  /** 'YYYY-MM-DD', '' for none. */
  dueOn: daySchema,
  /** `<organisation id>/<item>` (shared/src/intake/intake-items.ts): what is not asked of whom. */
  notNeeded: z.array(z.string()),
  /** Bytes that one document may have. */
  sizeMaxBytes: z.number().int(),
  /** All of them for coordinators, one's own for others. */
  organisations: z.array(organisationIntakeSchema),
});
export type Intake = z.infer<typeof intakeSchema>;

const proposalParams = z.object({ proposalId: proposalIdSchema });
const organisationParams = proposalParams.extend({ organisationId: organisationIdSchema });

export const getIntake = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/intake',
  needs: 'proposal.read',
  params: proposalParams,
  body: emptySchema,
  response: intakeSchema,
});
/** For all organisations, or for one. */
export const setIntakeDue = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/intake/due',
  needs: 'organisation.manage',
  params: proposalParams,
  body: z.object({ dueOn: daySchema, organisationId: organisationIdSchema.nullable().default(null) }),
  response: okSchema,
});
export const setIntakeNeeded = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/organisations/:organisationId/needed',
  needs: 'organisation.manage',
  params: organisationParams,
  body: z.object({
    item: z
      .string()
      .regex(/^[a-z]+(?::[a-z0-9_]+)?$/)
      .max(80),
    isNeeded: z.boolean(),
  }),
  response: okSchema,
});
export const changeRepresentative = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/organisations/:organisationId/representative',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: organisationParams,
  body: z
    .object({
      ...representativeFields,
      /** As for the card: 409 conflict where somebody else has changed the field since. */
      was: z.object(representativeFields).partial(),
    })
    .partial(),
  response: okSchema,
});
const recordParams = organisationParams.extend({ recordId: uuid });
/** 409 conflict above RECORDS_MAX. */
export const addRecord = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/organisations/:organisationId/records',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: organisationParams,
  body: recordInputSchema,
  response: recordSchema,
});
export const changeRecord = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/organisations/:organisationId/records/:recordId',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: recordParams,
  body: recordInputSchema,
  response: recordSchema,
});
export const removeRecord = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/organisations/:organisationId/records/:recordId',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: recordParams,
  body: emptySchema,
  response: okSchema,
});
const documentParams = organisationParams.extend({ documentId: uuid });
export const removeDocument = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/organisations/:organisationId/documents/:documentId',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: documentParams,
  body: emptySchema,
  response: okSchema,
});
/** A mail to the people of an organisation about what is missing. 409 nobody-to-remind, nothing-missing; 429 too soon. */
export const sendReminder = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/organisations/:organisationId/reminders',
  needs: 'organisation.manage',
  params: organisationParams,
  body: emptySchema,
  response: z.object({ recipients: z.number().int() }),
});

/**
 * Where documents are sent to and fetched from. POST takes the bytes as `application/octet-stream` with `?kind=…&name=…` and answers
 * `documentSchema`; GET with the id behind it answers the bytes as a download.
 */
export function documentPath(proposalId: string, organisationId: string, documentId = ''): string {
  const folder = `/api/proposals/${proposalId}/organisations/${organisationId}/documents`;
  return documentId ? `${folder}/${documentId}` : folder;
}
export const uploadQuerySchema = z.object({ kind: documentKindSchema, name: z.string().min(1).max(1000) });
