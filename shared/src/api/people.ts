// Proposals, organisations, members, invitations, mail: who is in, and how they got there.
import { z } from 'zod';
import { isOrganisationId, normaliseOid } from '../consortium/organisation-id.ts';
import { invitationIdSchema, organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { languageSchema } from '../languages.ts';
import { correctionSchema } from '../programme/corrections.ts';
import { roleSchema } from '../roles.ts';
import { sectionIdSchema } from '../writing-rights.ts';
import { freezeSchema } from './freezes.ts';
import {
  emptySchema,
  LEGAL_NAME_MAX,
  legalNameSchema,
  lineSchema,
  nameSchema,
  okSchema,
  textSchema,
  timestampSchema,
} from './names.ts';
import { sectionRightSchema } from './rights.ts';
import { type Download, defineRoute } from './route.ts';

const proposalParams = z.object({ proposalId: proposalIdSchema });

export const meSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  /** '' for a guest. */
  email: z.string(),
  /** In by link, without an account. */
  isGuest: z.boolean(),
  /** Name and id of the guest who was here on this device before this person signed in, to be settled. */
  formerGuest: z.object({ id: userIdSchema, name: z.string() }).nullable(),
  /** Guests who turned out to be this person: a device may keep words under their ids. */
  formerIds: z.array(userIdSchema),
  /** Theirs, for pages and mails; null while nothing is known of it. */
  language: languageSchema.nullable(),
  /** Where they are, and whether that is what their device said last; null while nothing is known of it. */
  place: z.object({ timeZone: z.string(), followsDevice: z.boolean() }).nullable(),
});
export type Me = z.infer<typeof meSchema>;
/** 401 without a session. */
export const getMe = defineRoute({
  method: 'GET',
  path: '/api/me',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: meSchema,
});

const organisationFields = {
  /** As it is registered, in the script of its country. */
  legalName: legalNameSchema,
  /** The same in Latin letters; empty where the name is in Latin letters already. */
  legalNameLatin: lineSchema(LEGAL_NAME_MAX),
  /** EU country code: 'EL' for Greece. */
  country: z.string().regex(/^[A-Z]{2}$/),
  city: textSchema(100),
  oid: z
    .string()
    .max(40)
    .transform(normaliseOid)
    .refine((oid) => oid === '' || isOrganisationId(oid), 'E and eight digits, or the nine of a PIC'),
  /** Of shared/programme/organisation-types.ts, '' while nobody has chosen. */
  type: textSchema(40),
  newcomer: z.boolean(),
  /** null: nobody has said yet. */
  publicBody: z.boolean().nullable(),
  nonProfit: z.boolean().nullable(),
  /** Day of its legal establishment, '' while unknown. */
  established: z.union([z.literal(''), z.iso.date()]),
  /** Code of the charter of higher education institutions (ECHE). */
  charter: lineSchema(60),
  /** In how many applications for this deadline it takes part, this one included; null: nobody has counted. */
  applications: z.number().int().min(0).max(999).nullable(),
};
export const organisationRoleSchema = z.enum(['applicant', 'partner', 'associated']);
export type OrganisationRole = z.infer<typeof organisationRoleSchema>;
export const organisationInputSchema = z.object({
  ...organisationFields,
  legalNameLatin: organisationFields.legalNameLatin.default(''),
  city: organisationFields.city.default(''),
  oid: organisationFields.oid.default(''),
  type: organisationFields.type.default(''),
  newcomer: organisationFields.newcomer.default(false),
  publicBody: organisationFields.publicBody.default(null),
  nonProfit: organisationFields.nonProfit.default(null),
  established: organisationFields.established.default(''),
  charter: organisationFields.charter.default(''),
  applications: organisationFields.applications.default(null),
});
export const organisationSchema = organisationInputSchema.extend({
  id: organisationIdSchema,
  role: organisationRoleSchema,
  /** Place in the list, from 0; the applicant is first. P1 is position 0. */
  position: z.number().int(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const memberSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  organisationId: organisationIdSchema.nullable(),
  /** The sections that they may write in; null: as the role says. */
  sectionIds: z.array(sectionIdSchema).nullable(),
  /** Without an account; `email` is then what they told, which nobody has checked. */
  isGuest: z.boolean(),
  joinedAt: timestampSchema,
});
export type Member = z.infer<typeof memberSchema>;

export const proposalCardSchema = z.object({
  id: proposalIdSchema,
  title: z.string(),
  acronym: z.string(),
  /** Module of shared/programme, for example 'KA220-2026'. */
  callId: z.string(),
  sector: z.string(),
  role: roleSchema,
  createdAt: timestampSchema,
  /** Last change of any kind. */
  activeAt: timestampSchema,
});
export type ProposalCard = z.infer<typeof proposalCardSchema>;

/** Of the list of my proposals. Defaults are for lists that a device kept from before these were told. */
export const homeCardSchema = proposalCardSchema.extend({
  isArchived: z.boolean().default(false),
  /** The deadline that the partners set, local time in Brussels; '' when that of the call counts. */
  ownDeadline: z.string().default(''),
  /** Answers: how many there are, have text, are final. null while nobody has counted. */
  progress: z.object({ total: z.number(), answered: z.number(), final: z.number() }).nullable().default(null),
  /** Who did something in the last week, the latest first, and who has it open now. */
  /** Of its deadlines. */
  corrections: z.array(correctionSchema).default([]),
  active: z.array(z.object({ userId: userIdSchema, name: z.string(), isHere: z.boolean() })).default([]),
});
export type HomeCard = z.infer<typeof homeCardSchema>;

export const proposalSchema = proposalCardSchema.extend({
  isArchived: z.boolean().default(false),
  /** My organisation in this proposal; null for people without one. */
  organisationId: organisationIdSchema.nullable(),
  organisations: z.array(organisationSchema),
  members: z.array(memberSchema),
  /** Those with an owner, a circle of writers or a lock. */
  sections: z.array(sectionRightSchema),
  /** In the budget, people below coordinator write in the column of their own organisation. */
  hasOwnColumns: z.boolean(),
  /** In their own column partners propose, and coordinators decide. */
  isNegotiated: z.boolean(),
  /** The freeze in force: nobody changes its content. */
  freeze: freezeSchema.nullable().default(null),
  /** Figures of its call that this installation has put right. */
  corrections: z.array(correctionSchema).default([]),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const listProposals = defineRoute({
  method: 'GET',
  path: '/api/proposals',
  needs: 'account',
  params: emptySchema,
  body: emptySchema,
  response: z.array(homeCardSchema),
});
export const createProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals',
  needs: 'account',
  params: emptySchema,
  body: z.object({
    callId: z.string().max(40),
    sector: z.string().max(10),
    title: nameSchema,
    acronym: textSchema(250).default(''),
    organisation: organisationInputSchema,
  }),
  response: z.object({ id: proposalIdSchema }),
});
/** A whole proposal in the form of the worked examples (shared/src/programme/example-format.ts). */
export const importProposal = defineRoute({
  method: 'POST',
  path: '/api/proposals/import',
  needs: 'account',
  params: emptySchema,
  body: z.record(z.string(), z.unknown()),
  response: z.object({ id: proposalIdSchema }),
});
export const getProposal = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId',
  needs: 'proposal.read',
  params: proposalParams,
  body: emptySchema,
  response: proposalSchema,
});

/** A file to save: no JSON route, so that the browser can be sent there. */
export const exportProposal = {
  method: 'GET',
  path: '/api/proposals/:proposalId/export',
  needs: 'proposal.export',
} as const satisfies Download;

const organisationParams = proposalParams.extend({ organisationId: organisationIdSchema });
export const addOrganisation = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/organisations',
  needs: 'organisation.manage',
  params: proposalParams,
  body: organisationInputSchema.extend({ role: z.enum(['partner', 'associated']).default('partner') }),
  response: organisationSchema,
});
/**
 * Coordinators change every card, others that of their own organisation, without its role. A new applicant takes the first
 * place, and the one before becomes a partner. 409 organisation-in-use for an associated partner with texts or amounts; 409
 * conflict where a field is not any more what `was` says, and not what is wanted either: then nothing is changed.
 */
export const changeOrganisation = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/organisations/:organisationId',
  needs: 'organisation.manage',
  ownNeeds: 'organisation.editOwn',
  params: organisationParams,
  // Without defaults: what is not sent must stay as it is.
  body: z
    .object({
      ...organisationFields,
      role: organisationRoleSchema,
      /** What the fields were when they began to be written. */
      was: z.object(organisationFields).partial(),
    })
    .partial(),
  response: organisationSchema,
});
/** 409 organisation-in-use while it has members, texts, tasks or money. */
export const removeOrganisation = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/organisations/:organisationId',
  needs: 'organisation.manage',
  params: organisationParams,
  body: emptySchema,
  response: okSchema,
});

/** Sections of a form with those of its organisations and work packages: above any proposal. */
const SECTIONS_MAX = 200;

const memberParams = proposalParams.extend({ userId: userIdSchema });
export const changeMember = defineRoute({
  method: 'PATCH',
  path: '/api/proposals/:proposalId/members/:userId',
  needs: 'member.manage',
  params: memberParams,
  body: z
    .object({
      role: roleSchema,
      organisationId: organisationIdSchema.nullable(),
      sectionIds: z.array(sectionIdSchema).max(SECTIONS_MAX).nullable(),
    })
    .partial(),
  response: memberSchema,
});
/** Takes effect on live connections at once (close 4403). 409 last-coordinator. Also how somebody leaves. */
export const removeMember = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/members/:userId',
  needs: 'member.manage',
  ownNeeds: 'proposal.read',
  params: memberParams,
  body: emptySchema,
  response: okSchema,
});

/** Sections of the form, none twice. */
export const sectionIdsSchema = z
  .array(sectionIdSchema)
  .min(1)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, 'names a section twice');

/** How often one link may let people in at most, where it has a limit: more is no consortium. */
export const INVITATION_USES_MAX = 500;
const usesMaxSchema = z.number().int().min(1).max(INVITATION_USES_MAX).nullable();

export const invitationSchema = z.object({
  id: invitationIdSchema,
  role: roleSchema,
  organisationId: organisationIdSchema.nullable(),
  sectionIds: z.array(sectionIdSchema).nullable(),
  /** '' for a link. */
  email: z.string(),
  /** What the coordinator calls a link, to tell it from others; '' for none. */
  label: z.string(),
  createdAt: timestampSchema,
  createdBy: z.string(),
  expiresAt: timestampSchema,
  /** Whoever has the link may enter under a name, without an account. */
  allowsGuests: z.boolean(),
  /** Lets this guest in again, and nobody else. */
  returnsUserId: userIdSchema.nullable(),
  /** null: any number. */
  usesMax: usesMaxSchema,
  usedCount: z.number().int(),
  /** The latest first, at most 50. */
  uses: z.array(z.object({ userId: userIdSchema, name: z.string(), isGuest: z.boolean(), at: timestampSchema })),
  /** accepted: used as often as it can be. */
  state: z.enum(['pending', 'accepted', 'expired', 'revoked']),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const listInvitations = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/invitations',
  needs: 'invitation.manage',
  params: proposalParams,
  body: emptySchema,
  response: z.array(invitationSchema),
});
/** The link is shown once, here: only a hash of its token is stored. With an e-mail address it is also mailed. */
export const createInvitation = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/invitations',
  needs: 'invitation.manage',
  params: proposalParams,
  body: z.object({
    role: roleSchema,
    organisationId: organisationIdSchema.nullable(),
    email: z.union([z.literal(''), z.email().max(254)]).default(''),
    message: textSchema(2000).default(''),
    label: textSchema(100).default(''),
    expiresInDays: z.number().int().min(1).max(90).default(14),
    sectionIds: sectionIdsSchema.nullable().default(null),
    /** More than one is for a link that is mailed to nobody. */
    usesMax: usesMaxSchema.default(1),
    /** Not for coordinators. */
    allowsGuests: z.boolean().default(false),
    /** Of its mail, unless who has the address has an account with a language of their own; '' for the inviter's. */
    language: z.union([z.literal(''), languageSchema]).default(''),
  }),
  response: z.object({ invitation: invitationSchema, link: z.string() }),
});
const invitationParams = proposalParams.extend({ invitationId: invitationIdSchema });
/** With `endsSessions`, guests who came by it are out at once, on every device; people with accounts stay members. */
export const revokeInvitation = defineRoute({
  method: 'DELETE',
  path: '/api/proposals/:proposalId/invitations/:invitationId',
  needs: 'invitation.manage',
  params: invitationParams,
  body: z.object({ endsSessions: z.boolean().default(false) }),
  response: okSchema,
});
/** A new token for the same invitation: the old link stops working. Mailed again when it has an address. */
export const resendInvitation = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/invitations/:invitationId/resend',
  needs: 'invitation.manage',
  params: invitationParams,
  body: emptySchema,
  response: z.object({ invitation: invitationSchema, link: z.string() }),
});

/** 64 hexadecimal digits, 256 bits. Travels in the fragment of `/join#<token>`, so that no referrer or log has it. */
export const invitationTokenSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** Needs no session. 410 invitation-invalid for unknown, used, expired and revoked alike, except to who is a member already. */
export const previewInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitations/preview',
  needs: 'public',
  params: emptySchema,
  body: z.object({ token: invitationTokenSchema }),
  response: z.object({
    proposalTitle: z.string(),
    acronym: z.string(),
    role: roleSchema,
    organisationName: z.string(),
    /** The sections that it lets people write in, as the form calls them; none: as the role says. */
    sections: z.array(z.object({ id: sectionIdSchema, title: z.string() })),
    invitedBy: z.string(),
    email: z.string(),
    allowsGuests: z.boolean(),
    /** Name of the guest whom it lets in again; null: it is for somebody new. */
    returns: z.string().nullable(),
    /** Whoever asks is in already, and it gives them nothing more. */
    memberOf: proposalIdSchema.nullable(),
    expiresAt: timestampSchema,
  }),
});
export const acceptInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitations/accept',
  needs: 'account',
  params: emptySchema,
  body: z.object({ token: invitationTokenSchema }),
  response: z.object({ proposalId: proposalIdSchema }),
});
