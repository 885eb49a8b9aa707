// The inbox, what somebody follows, and how they want to be told.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { languageSchema } from '../languages.ts';
import { emptySchema, okSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

export const noticeKindSchema = z.enum([
  /** Named in a comment. */
  'mention',
  /** An answer or a section is theirs now. */
  'assigned',
  /** A thread is theirs to settle. */
  'task',
  /** What is theirs to settle is due. */
  'task-due',
  /** Somebody settled what they had given them. */
  'done',
  /** Somebody wrote in a thread in which they wrote. */
  'reply',
  'role',
  /** Taken along into a new proposal. */
  'joined',
  'deadline',
  /** Somebody asks to be let in. */
  'request',
  /** Let in, as they asked. */
  'granted',
  /** Something is still missing from them. */
  'reminder',
  /** A partner proposes figures of its column, or takes an offer. */
  'figures-proposed',
  /** Coordinators decided on what was proposed. */
  'figures-decided',
  /** An organisation agreed to its whole column, or took that back. */
  'column-agreed',
  /** Asked to evaluate the proposal. */
  'evaluation',
  /** Their evaluation is due. */
  'evaluation-due',
  /** All evaluators of a round have submitted. */
  'evaluated',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** Told at once by mail, unless somebody has seen them by then. Everything else waits for the digest. */
export const immediateKinds: readonly NoticeKind[] = [
  'mention',
  'assigned',
  'task',
  'task-due',
  'granted',
  'deadline',
  'evaluation',
  'evaluation-due',
];

export const noticeSchema = z.object({
  id: z.string(),
  kind: noticeKindSchema,
  at: timestampSchema,
  isSeen: z.boolean(),
  proposalId: proposalIdSchema,
  proposalName: z.string(),
  callId: z.string(),
  /** '' for the server. */
  actorName: z.string(),
  actorId: userIdSchema.nullable(),
  /** An answer key, a thread, a section: where it leads. */
  target: z.string(),
  sectionId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The newest 100. What one may not read any more is not among them. */
export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/notices',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: z.object({ notices: z.array(noticeSchema), unseen: z.number() }),
});
/** Without ids: all of them. */
export const markNoticesSeen = defineRoute({
  method: 'PUT',
  path: '/api/notices/seen',
  needs: 'account',
  params: emptySchema,
  body: z.object({ ids: z.array(z.string().max(40)).max(200).optional() }),
  response: okSchema,
});

const sectionId = z.string().max(64);
const params = z.object({ proposalId: proposalIdSchema });
/** It is on my screen: what happened in it until now is no news for me. */
export const markSectionSeen = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/sections/:sectionId/seen',
  needs: 'proposal.read',
  params: params.extend({ sectionId }),
  body: emptySchema,
  response: okSchema,
});

export const followSchema = z.object({ sectionId, isFollowed: z.boolean(), isChosen: z.boolean() });
export type Follow = z.infer<typeof followSchema>;
/** Every section of the form. Until somebody chooses, they follow what they have a part in; coordinators everything. */
export const listFollows = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/follows',
  needs: 'proposal.read',
  params,
  body: emptySchema,
  response: z.array(followSchema),
});
export const setFollow = defineRoute({
  method: 'PUT',
  path: '/api/proposals/:proposalId/follows',
  needs: 'proposal.read',
  params,
  body: z.object({ sectionId, isFollowed: z.boolean() }),
  response: z.array(followSchema),
});

/** Browsers know names that servers list under another one ('Asia/Calcutta'), so that it is tried, not looked up. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*){0,2}$/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // That is how it says that there is none.
    return false;
  }
}

const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'no such time zone');
export const noticeSettingsSchema = z.object({
  language: languageSchema,
  timeZone: timeZoneSchema,
  /** The time zone is that of the device; false: they have chosen it. */
  followsDevice: z.boolean(),
  hasDigest: z.boolean(),
  hasImmediate: z.boolean(),
});
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;
export const getNoticeSettings = defineRoute({
  method: 'GET',
  path: '/api/notice-settings',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: noticeSettingsSchema,
});
export const changeNoticeSettings = defineRoute({
  method: 'PATCH',
  path: '/api/notice-settings',
  needs: 'account',
  params: emptySchema,
  /** Whoever names a time zone has chosen it; what a device says of itself counts while they have not. */
  body: noticeSettingsSchema.partial().extend({ deviceTimeZone: timeZoneSchema.optional() }),
  response: noticeSettingsSchema,
});

export const unsubscribeTokenSchema = z.string().max(500);
export const unsubscribeScopeSchema = z.enum(['digest', 'immediate', 'section']);
export type UnsubscribeScope = z.infer<typeof unsubscribeScopeSchema>;
/** Without signing in, by the signed link of a mail. 404 for one that is none. Twice is once. */
export const unsubscribe = defineRoute({
  method: 'POST',
  path: '/api/unsubscribe',
  needs: 'public',
  params: emptySchema,
  body: z.object({ token: unsubscribeTokenSchema }),
  response: z.object({ scope: unsubscribeScopeSchema, sectionId: z.string(), callId: z.string() }),
});
