// One's own account, and which ways to sign in this installation offers. Signing in itself is at `/api/auth/…`, by better-auth.
import { z } from 'zod';
import { emptySchema, okSchema, timestampSchema } from './names.ts';
import { personNameSchema } from './person-name.ts';
import { defineRoute } from './route.ts';

/** Of the account, '' for who has none; looked at when there is one. */
const passwordSchema = z.string().max(1000).default('');

export const signInWaysSchema = z.object({
  /** The name of the other program by which people sign in here, null for none. */
  oidcName: z.string().nullable(),
  /** An address must be confirmed before its account can be used. */
  requiresVerifiedEmail: z.boolean(),
  /** mailbox: no mail leaves the server; what it would say can be read by whoever runs it. */
  delivery: z.enum(['smtp', 'mailbox']),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;
export const getSignInWays = defineRoute({
  method: 'GET',
  path: '/api/sign-in-ways',
  needs: 'public',
  params: emptySchema,
  body: emptySchema,
  response: signInWaysSchema,
});

export const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  isEmailVerified: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  hasOidc: z.boolean(),
  /** May read the mailbox of the installation. */
  isAdministrator: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: timestampSchema.nullable() })),
});
export type Account = z.infer<typeof accountSchema>;
export const getAccount = defineRoute({
  method: 'GET',
  path: '/api/account',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: accountSchema,
});
export const renameAccount = defineRoute({
  method: 'PATCH',
  path: '/api/account',
  needs: 'account',
  params: emptySchema,
  body: z.object({ name: personNameSchema }),
  response: okSchema,
});
/**
 * A mail goes to the new address; it counts when its link is opened. Where addresses need not be confirmed and no mail leaves the
 * server it counts at once. 403 wrong-password, 403 sign-in-again; 409 conflict in the second case only, for one that is taken.
 */
export const changeAccountEmail = defineRoute({
  method: 'POST',
  path: '/api/account/email',
  needs: 'account',
  params: emptySchema,
  body: z.object({ email: z.email().max(254), password: passwordSchema }),
  response: z.object({ isChanged: z.boolean() }),
});

export const sessionSchema = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  /** As the browser calls itself (User-Agent), '' when it did not say. */
  userAgent: z.string(),
  /** IP address at sign-in, '' when it is not known. */
  address: z.string(),
  signedInAt: timestampSchema,
  lastUsedAt: timestampSchema,
});
export type AccountSession = z.infer<typeof sessionSchema>;
export const listSessions = defineRoute({
  method: 'GET',
  path: '/api/account/sessions',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: z.array(sessionSchema),
});
/** Its sockets are closed at once. */
export const endSession = defineRoute({
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  needs: 'account',
  params: z.object({ sessionId: z.string().max(100) }),
  body: emptySchema,
  response: okSchema,
});
export const endOtherSessions = defineRoute({
  method: 'DELETE',
  path: '/api/account/sessions',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: okSchema,
});

/**
 * What the person wrote stays, under their name or without it. 409 last-coordinator, with the proposals to hand over first in `issues`
 * (path: id, message: title). 403 wrong-password, 403 sign-in-again.
 */
export const deleteAccount = defineRoute({
  method: 'POST',
  path: '/api/account/delete',
  needs: 'account',
  params: emptySchema,
  body: z.object({ keepsName: z.boolean(), password: passwordSchema }),
  response: okSchema,
});

/** Mails about accounts that did not leave the server. For whoever set the installation up: 403 for all others. */
export const listInstallationMails = defineRoute({
  method: 'GET',
  path: '/api/installation/mails',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.array(
    z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), sentAt: timestampSchema }),
  ),
});
