// Ways into a proposal for people who have none yet: by link without an account, from guest to account, and by asking.
import { z } from 'zod';
import {
  accessRequestIdSchema,
  invitationIdSchema,
  organisationIdSchema,
  proposalIdSchema,
  userIdSchema,
} from '../ids.ts';
import { roleSchema } from '../roles.ts';
import { emptySchema, okSchema, textSchema, timestampSchema } from './names.ts';
import { invitationTokenSchema, sectionIdsSchema } from './people.ts';
import { personNameSchema } from './person-name.ts';
import { defineRoute } from './route.ts';

const proposalParams = z.object({ proposalId: proposalIdSchema });
const emailSchema = z.email().max(254);
const optionalEmailSchema = z.union([z.literal(''), emailSchema]).default('');

/**
 * In by link, under a name and without an account: the answer sets the session's cookie. The address is a claim that nobody has
 * checked; it is shown to the coordinator and is the key to nothing. 410 invitation-invalid, also where the link asks for an account.
 */
export const enterAsGuest = defineRoute({
  method: 'POST',
  path: '/api/invitations/enter',
  needs: 'public',
  params: emptySchema,
  body: z.object({ token: invitationTokenSchema, name: personNameSchema, email: optionalEmailSchema }),
  response: z.object({ proposalId: proposalIdSchema }),
});

/** A coordinator's link for a guest who lost their device: in again, as the same person. 410 invitation-invalid. */
export const returnAsGuest = defineRoute({
  method: 'POST',
  path: '/api/invitations/return',
  needs: 'public',
  params: emptySchema,
  body: z.object({ token: invitationTokenSchema }),
  response: z.object({ proposalId: proposalIdSchema }),
});

/**
 * The guest is the same person afterwards, and can sign in anywhere. Where addresses are confirmed that counts when the link in their mail
 * is opened, and whether somebody has the address is told to its owner alone; else it counts at once, and 409 email-taken.
 */
export const becomeAccount = defineRoute({
  method: 'POST',
  path: '/api/me/account',
  needs: 'account',
  params: emptySchema,
  body: z.object({ email: z.string().max(1000), password: z.string().max(1000) }),
  response: z.object({ isDone: z.boolean() }),
});

/**
 * For somebody who signed in where they were a guest before: brings what the guest has and did into the account, or leaves it
 * and forgets the guest on this device. 404 where nobody was a guest.
 */
export const settleFormerGuest = defineRoute({
  method: 'POST',
  path: '/api/me/guest',
  needs: 'account',
  params: emptySchema,
  body: z.object({ isMe: z.boolean() }),
  response: okSchema,
});

export const guestSchema = z.object({
  userId: userIdSchema,
  /** As they told it; '' for none. */
  contactEmail: z.string(),
  /** The link that they came by first; null when it is not known. */
  invitationId: invitationIdSchema.nullable(),
  /** Devices on which they are in. */
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      startedAt: timestampSchema,
      /** To some minutes; null: not since then. */
      lastUsedAt: timestampSchema.nullable(),
    }),
  ),
});
export type Guest = z.infer<typeof guestSchema>;
/** Members without an account. */
export const listGuests = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/guests',
  needs: 'invitation.manage',
  params: proposalParams,
  body: emptySchema,
  response: z.array(guestSchema),
});
const guestParams = proposalParams.extend({ userId: userIdSchema });
/** Ends their access on every device at once; they stay a member. 409 guest-elsewhere. */
export const endGuestSessions = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/guests/:userId/sessions',
  needs: 'member.manage',
  params: guestParams,
  body: emptySchema,
  response: okSchema,
});
/** A link that works once, for this guest alone. 409 guest-elsewhere where they take part in what the asker does not coordinate. */
export const createReturnLink = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/guests/:userId/link',
  needs: 'member.manage',
  params: guestParams,
  body: emptySchema,
  response: z.object({ link: z.string(), expiresAt: timestampSchema }),
});

/** Answered alike whether the proposal exists or not, and whether somebody has asked before. */
export const requestAccess = defineRoute({
  method: 'POST',
  path: '/api/access-requests',
  needs: 'public',
  params: emptySchema,
  body: z.object({
    proposalId: proposalIdSchema,
    message: textSchema(1000).default(''),
    /** Of people who are not signed in; the others are known. */
    name: personNameSchema.optional(),
    email: emailSchema.optional(),
  }),
  response: okSchema,
});

export const accessRequestSchema = z.object({
  id: accessRequestIdSchema,
  name: z.string(),
  email: z.string(),
  message: z.string(),
  /** Signed in: the name and, except for guests, the account are known. Otherwise both are claims. */
  isKnown: z.boolean(),
  createdAt: timestampSchema,
});
export type AccessRequest = z.infer<typeof accessRequestSchema>;
/** Those that wait for an answer, the oldest first. */
export const listAccessRequests = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/access-requests',
  needs: 'invitation.manage',
  params: proposalParams,
  body: emptySchema,
  response: z.array(accessRequestSchema),
});
const requestParams = proposalParams.extend({ requestId: accessRequestIdSchema });
/** Who is signed in becomes a member; anybody else is sent an invitation, whose link is also the answer. */
export const grantAccess = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/access-requests/:requestId/grant',
  needs: 'invitation.manage',
  params: requestParams,
  body: z.object({
    role: roleSchema,
    organisationId: organisationIdSchema.nullable(),
    sectionIds: sectionIdsSchema.nullable().default(null),
  }),
  response: z.object({ link: z.string().nullable() }),
});
export const declineAccess = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/access-requests/:requestId/decline',
  needs: 'invitation.manage',
  params: requestParams,
  body: emptySchema,
  response: okSchema,
});
