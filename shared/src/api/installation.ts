// The administrator's page: people, proposals (without their content), storage, mail, sign-in policy, backups.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, okSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

/** open: whoever has the address of this installation may create an account. invited: only with an invitation. */
export const signUpPolicySchema = z.enum(['open', 'invited']);
export type SignUpPolicy = z.infer<typeof signUpPolicySchema>;

export const installationSchema = z.object({
  version: z.string(),
  signUp: signUpPolicySchema,
  /** Bytes: the database with its journal, and what is free on its disk. */
  databaseBytes: z.number(),
  /** Bytes of the documents that organisations have handed in. */
  uploadedBytes: z.number(),
  freeBytes: z.number(),
  storage: z.enum(['ok', 'failing']),
  damagedRows: z.number(),
  jobs: z.object({ waiting: z.number(), failed: z.number() }),
  mail: z.object({ delivery: z.enum(['smtp', 'mailbox']), failed: z.number() }),
});
export type Installation = z.infer<typeof installationSchema>;
export const getInstallation = defineRoute({
  method: 'GET',
  path: '/api/installation',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: installationSchema,
});
export const setSignUpPolicy = defineRoute({
  method: 'PUT',
  path: '/api/installation/sign-up',
  needs: 'installation.manage',
  params: emptySchema,
  body: z.object({ signUp: signUpPolicySchema }),
  response: okSchema,
});

export const accountRowSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  /** Of a guest what they told, which nobody has checked; '' for nothing. */
  email: z.string(),
  /** Came in by a link, without an account. */
  isGuest: z.boolean(),
  createdAt: timestampSchema,
  /** null: has never used a session since this is noted. */
  lastUsedAt: timestampSchema.nullable(),
  sessions: z.number(),
  proposals: z.number(),
  isAdministrator: z.boolean(),
  isDisabled: z.boolean(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;
export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/installation/people',
  needs: 'people.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.array(accountRowSchema),
});
const personParams = z.object({ userId: userIdSchema });
/** Ends their sessions at once. What they wrote stays. 409 conflict for oneself. */
export const setDisabled = defineRoute({
  method: 'PUT',
  path: '/api/installation/people/:userId/disabled',
  needs: 'people.manage',
  params: personParams,
  body: z.object({ isDisabled: z.boolean() }),
  response: okSchema,
});
/** 409 last-administrator; 403 guest-needs-account for somebody without one. */
export const setAdministrator = defineRoute({
  method: 'PUT',
  path: '/api/installation/people/:userId/administrator',
  needs: 'people.manage',
  params: personParams,
  body: z.object({ isAdministrator: z.boolean() }),
  response: okSchema,
});
export const endSessionsOf = defineRoute({
  method: 'DELETE',
  path: '/api/installation/people/:userId/sessions',
  needs: 'people.manage',
  params: personParams,
  body: emptySchema,
  response: okSchema,
});

export const proposalRowSchema = z.object({
  id: proposalIdSchema,
  title: z.string(),
  acronym: z.string(),
  callId: z.string(),
  createdAt: timestampSchema,
  activeAt: timestampSchema,
  isArchived: z.boolean(),
  deletedAt: timestampSchema.nullable(),
  members: z.number(),
  coordinators: z.array(z.string()),
  /** Of its log. */
  bytes: z.number(),
});
export type ProposalRow = z.infer<typeof proposalRowSchema>;
export const listAllProposals = defineRoute({
  method: 'GET',
  path: '/api/installation/proposals',
  needs: 'proposals.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.array(proposalRowSchema),
});
/** Out of the bin, for coordinators who cannot do it themselves. */
export const restoreAnyProposal = defineRoute({
  method: 'POST',
  path: '/api/installation/proposals/:proposalId/restore',
  needs: 'proposals.manage',
  params: z.object({ proposalId: proposalIdSchema }),
  body: emptySchema,
  response: okSchema,
});

/** To the administrator's own address. Waits for the mail server, and says what it said. */
export const testMail = defineRoute({
  method: 'POST',
  path: '/api/installation/mail-test',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.object({
    outcome: z.enum(['sent', 'mailbox', 'failed']),
    to: z.string(),
    /** Code of the failure, such as ECONNREFUSED or EAUTH; '' otherwise. */
    reason: z.string(),
  }),
});

export const backupSchema = z.object({
  name: z.string(),
  bytes: z.number(),
  madeAt: timestampSchema,
  /** The database was damaged when it was made: of use only where nothing else is left. */
  isDamaged: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;
/** Those in the folder `backups` of the data folder, the newest first. */
export const listBackups = defineRoute({
  method: 'GET',
  path: '/api/installation/backups',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.array(backupSchema),
});
/** Made and checked by the same command as at night, in a process of its own. 409 conflict while one is being made. */
export const makeBackup = defineRoute({
  method: 'POST',
  path: '/api/installation/backups',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.object({ isDone: z.boolean(), message: z.string() }),
});
