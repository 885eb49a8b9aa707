// Asking to be let in, and the coordinator's answer. Asking tells nothing: not whether there is such a proposal, nor whether somebody
// asked before. In the same time too: each request is one transaction that writes, whatever it finds. Only a decision is told, by mail.

import type { Tx } from '@adagia/db/open-database';
import {
  type AccessRequestRow,
  countOpenAccessRequests,
  findAccessRequestOf,
  findOpenAccessRequest,
  insertAccessRequest,
  listOpenAccessRequests,
  updateAccessRequest,
} from '@adagia/db/repositories/access-requests';
import { findAccount } from '@adagia/db/repositories/accounts';
import { findMember } from '@adagia/db/repositories/members';
import type { ProposalRow } from '@adagia/db/repositories/proposals';
import type {
  AccessRequest,
  grantAccess as grantRoute,
  requestAccess as requestRoute,
} from '@adagia/shared/api/entering';
import type { AccessRequestId, ProposalId } from '@adagia/shared/ids';
import { chooseLanguage, languages } from '@adagia/shared/languages';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { settleRequest, tellOfDecline, tellOfRequest } from '../notices/tell-of-request.ts';
import { authorise } from './access.ts';
import { countAttempt } from './attempt-limits.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { isThere } from './find-open-invitation.ts';
import { assertGift, writeInvitation } from './invitations.ts';
import { askerOf, joinProposal } from './join-proposal.ts';
import { linkOf, newInvitation } from './new-invitation.ts';
import { recordAudit } from './record-audit.ts';
import { countMail } from './send-invitation.ts';

/** Milliseconds in which somebody who was declined asks in vain: a no is not to be asked away. */
const DECLINED_MS = 7 * 24 * 60 * 60 * 1000;
/** A list that a person can still read; who floods it from many addresses gets no further. */
const OPEN_MAX = 200;

type Asked = z.output<(typeof requestRoute)['body']>;
type Asker = Pick<AccessRequestRow, 'userId' | 'asker' | 'name' | 'email' | 'message' | 'language'>;

export interface AskedFrom {
  /** To count attempts by, null for not at all. */
  network: string | null;
  /** Accept-Language. */
  language: string | undefined;
}

/** @throws AppError invalid-body for somebody who is not signed in and does not say who they are */
function askerWith(person: Person | null, { name, email, message }: Asked, wanted: string | undefined): Asker {
  const language = chooseLanguage(wanted, languages) ?? '';
  if (person) {
    const address = person.isGuest ? '' : person.email;
    return {
      userId: person.userId,
      asker: askerOf(person.userId),
      name: person.name,
      email: address,
      message,
      language,
    };
  }
  if (!name) throw new AppError('invalid-body', [{ path: 'name', message: 'empty' }]);
  if (!email) throw new AppError('invalid-body', [{ path: 'email', message: 'no e-mail address' }]);
  return { userId: null, asker: `email:${email.toLowerCase()}`, name, email, message, language };
}

/** @returns whether there is something new for the coordinators */
function store(deps: Deps, tx: Tx, proposalId: string, asker: Asker): boolean {
  const now = deps.now();
  if (!isThere(tx, proposalId)) return false;
  if (asker.userId && findMember(tx, proposalId, asker.userId)) return false;
  const known = findAccessRequestOf(tx, proposalId, asker.asker);
  if (known?.isGranted === false && (known.decidedAt ?? 0) + DECLINED_MS > now) return false;
  if (known?.decidedAt === null) updateAccessRequest(tx, known.id, asker);
  else if (countOpenAccessRequests(tx, proposalId) >= OPEN_MAX) return false;
  else {
    const open = { ...asker, createdAt: now, decidedAt: null, decidedBy: null, isGranted: null };
    const id = known?.id ?? deps.newId();
    if (known) updateAccessRequest(tx, id, open);
    else insertAccessRequest(tx, { ...open, id, proposalId });
    tellOfRequest(deps, tx, { id, proposalId, userId: asker.userId });
    recordAudit(deps, tx, { kind: 'request.made', actorId: asker.userId, personId: asker.userId, proposalId });
  }
  return true;
}

/** @throws AppError invalid-body, too-many-requests */
export function requestAccess(
  deps: Deps,
  person: Person | null,
  asked: Asked,
  { network, language }: AskedFrom,
): { ok: true } {
  const asker = askerWith(person, asked, language);
  const isNew = deps.database.transaction((tx) => {
    if (network !== null) {
      countAttempt(deps, 'access-request-address', network);
      countAttempt(deps, 'access-request-person', asker.asker);
    }
    return store(deps, tx, asked.proposalId, asker);
  });
  if (isNew) deps.rooms.hint(asked.proposalId, 'people');
  return { ok: true };
}

export function listAccessRequests(
  { database: { orm } }: Deps,
  person: Person,
  proposalId: ProposalId,
): AccessRequest[] {
  authorise(orm, person, proposalId, 'invitation.manage');
  return listOpenAccessRequests(orm, proposalId).map(({ id, userId, name, email, message, createdAt }) => {
    return { id: id as AccessRequestId, name, email, message, isKnown: userId !== null, createdAt: iso(createdAt) };
  });
}

interface RequestPlace {
  proposalId: ProposalId;
  requestId: AccessRequestId;
}

function openRequest(tx: Tx, person: Person, { proposalId, requestId }: RequestPlace) {
  const { proposal } = authorise(tx, person, proposalId, 'invitation.manage');
  const row = findOpenAccessRequest(tx, proposalId, requestId);
  if (!row) throw new AppError('not-found');
  return { proposal, row };
}

function decide(deps: Deps, tx: Tx, person: Person, row: AccessRequestRow, isGranted: boolean): void {
  const { id, proposalId, userId } = row;
  updateAccessRequest(tx, id, { decidedAt: deps.now(), decidedBy: person.userId, isGranted });
  settleRequest(deps, tx, row);
  const event = { kind: 'request.answered', actorId: person.userId, personId: userId, proposalId } as const;
  recordAudit(deps, tx, { ...event, data: { isGranted } });
}

type Grant = z.output<(typeof grantRoute)['body']>;

/** Of somebody who is not signed in nobody knows who they are: they are sent an invitation. */
function invite(
  deps: Deps,
  tx: Tx,
  person: Person,
  about: { proposal: ProposalRow; row: AccessRequestRow; grant: Grant },
) {
  const { proposal, row, grant } = about;
  const { email, name: label, language } = row;
  const wanted = { ...grant, email, label, language, allowsGuests: grant.role !== 'coordinator', expiresInDays: 14 };
  const made = newInvitation(deps, person, proposal.id, wanted);
  const link = linkOf(deps, made.token);
  writeInvitation(deps, tx, { proposal, person, row: made.row, link });
  return link;
}

/** @throws AppError not-found for one that is decided already, invalid-body, guest-needs-account */
export function grantAccess(deps: Deps, person: Person, place: RequestPlace, grant: Grant): { link: string | null } {
  const { proposalId } = place;
  if (!openRequest(deps.database.orm, person, place).row.userId) countMail(deps, person);
  const link = deps.database.transaction((tx) => {
    const { proposal, row } = openRequest(tx, person, place);
    assertGift(tx, proposal, grant);
    decide(deps, tx, person, row, true);
    if (!row.userId) return invite(deps, tx, person, { proposal, row, grant });
    const asker = findAccount(tx, row.userId);
    if (asker?.isGuest && grant.role === 'coordinator') throw new AppError('guest-needs-account');
    if (asker && !findMember(tx, proposalId, asker.id)) {
      joinProposal(deps, tx, { ...grant, proposalId, userId: asker.id, name: asker.name });
      notify(deps, tx, { userId: asker.id, proposalId, kind: 'granted', actorId: person.userId });
    }
    return null;
  });
  deps.jobs.wake();
  deps.rooms.hint(proposalId, 'people');
  return { link };
}

/** Whoever asked is told by mail. */
export function declineAccess(deps: Deps, person: Person, place: RequestPlace): { ok: true } {
  countMail(deps, person);
  deps.database.transaction((tx) => {
    const { row } = openRequest(tx, person, place);
    decide(deps, tx, person, row, false);
    tellOfDecline(deps, tx, row);
  });
  deps.jobs.wake();
  deps.rooms.hint(place.proposalId, 'people');
  return { ok: true };
}
