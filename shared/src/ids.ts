// Branded ids, so that an organisation's id cannot be passed where a person's is meant. All are UUIDv7 in lower case,
// made by the server (rows) or by the client (objects of the workplan). This file makes none: shared has no randomness.
import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id');

export const proposalIdSchema = uuid.brand<'ProposalId'>();
export const organisationIdSchema = uuid.brand<'OrganisationId'>();
export const invitationIdSchema = uuid.brand<'InvitationId'>();
export const accessRequestIdSchema = uuid.brand<'AccessRequestId'>();
export const threadIdSchema = uuid.brand<'ThreadId'>();
export const commentIdSchema = uuid.brand<'CommentId'>();
export const planObjectIdSchema = uuid.brand<'PlanObjectId'>();
/** better-auth makes these: 32 letters and digits, not a UUID. */
export const userIdSchema = z.string().min(1).max(64).brand<'UserId'>();

export type ProposalId = z.infer<typeof proposalIdSchema>;
/** An organisation within one proposal. The same organisation in two proposals has two ids. */
export type OrganisationId = z.infer<typeof organisationIdSchema>;
export type InvitationId = z.infer<typeof invitationIdSchema>;
export type AccessRequestId = z.infer<typeof accessRequestIdSchema>;
export type ThreadId = z.infer<typeof threadIdSchema>;
export type CommentId = z.infer<typeof commentIdSchema>;
/** A work package or an activity. Stays the same when it is renamed, reordered or renumbered. */
export type PlanObjectId = z.infer<typeof planObjectIdSchema>;
export type UserId = z.infer<typeof userIdSchema>;
