// The inbox of whoever asks, what they follow and how they are told; and unsubscribing by the link of a mail.
import { findMember } from '@adagia/db/repositories/members';
import * as repository from '@adagia/db/repositories/notices';
import { findProposal } from '@adagia/db/repositories/proposals';
import {
  type Follow,
  type Notice,
  type NoticeSettings,
  noticeKindSchema,
  type UnsubscribeScope,
} from '@adagia/shared/api/notices';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { chooseLanguage, languages } from '@adagia/shared/languages';
import { AppError } from '../http/app-error.ts';
import { followsOf } from '../notices/follows.ts';
import { mayReadNotice } from '../notices/may-read-notice.ts';
import { changeSettings, type SettingsChange, settingsOf } from '../notices/settings.ts';
import type { UnsubscribeTokens } from '../notices/unsubscribe-tokens.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { callOf } from './proposals.ts';

const ok = { ok: true } as const;
/** Lines of an inbox: older ones are in the timeline. */
const LISTED_MAX = 100;

function present({ notice, proposal, actorName }: ReturnType<typeof repository.listNotices>[number]): Notice[] {
  const kind = noticeKindSchema.safeParse(notice.kind).data;
  // Of a newer version that was taken back.
  if (!kind) return [];
  const { id, target, sectionId, data } = notice;
  const about = { proposalId: proposal.id as ProposalId, proposalName: proposal.acronym || proposal.title };
  const actor = { actorId: notice.actorId as UserId | null, actorName: actorName ?? '' };
  const { callId } = proposal;
  return [
    {
      id,
      kind,
      at: iso(notice.at),
      isSeen: notice.seenAt !== null,
      ...about,
      callId,
      ...actor,
      target,
      sectionId,
      data,
    },
  ];
}

export function listNotices({ database: { orm } }: Deps, { userId }: Person): { notices: Notice[]; unseen: number } {
  const rows = repository.listNotices(orm, userId, LISTED_MAX);
  const readable = rows.filter(({ role, notice }) => mayReadNotice(role, notice.kind));
  const notices = readable.flatMap(present);
  return { notices, unseen: notices.filter(({ isSeen }) => !isSeen).length };
}

export function markNoticesSeen({ database, now }: Deps, { userId }: Person, ids: string[] | undefined): typeof ok {
  database.transaction((tx) => repository.markSeen(tx, userId, now(), ids));
  return ok;
}

export function markSectionSeen(
  { database, now }: Deps,
  person: Person,
  { proposalId, sectionId }: { proposalId: ProposalId; sectionId: string },
): typeof ok {
  database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.read');
    assertSection(proposal.callId, sectionId);
    const { userId } = person;
    repository.saveSectionSeen(tx, { userId, proposalId, sectionId, at: now() });
    // What is said in comments is seen when the thread is.
    repository.markSeenAt(tx, userId, now(), { proposalId, sectionId });
  });
  return ok;
}

function assertSection(callId: string, sectionId: string): void {
  if (!callOf(callId).sections.some(({ id }) => id === sectionId)) throw new AppError('not-found');
}

export function listFollows({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): Follow[] {
  const { proposal, role } = authorise(orm, person, proposalId, 'proposal.read');
  return followsOf(orm, callOf(proposal.callId), { userId: person.userId, proposalId, role });
}

export function setFollow(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { sectionId, isFollowed }: { sectionId: string; isFollowed: boolean },
): Follow[] {
  deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.read');
    assertSection(proposal.callId, sectionId);
    repository.saveFollow(tx, { userId: person.userId, proposalId, sectionId, isFollowed, at: deps.now() });
  });
  return listFollows(deps, person, proposalId);
}

const presentSettings = (row: repository.NoticeSettingsRow): NoticeSettings => {
  const { language, timeZone, followsDevice, hasDigest, hasImmediate } = row;
  return { language: chooseLanguage(language, languages) ?? 'en', timeZone, followsDevice, hasDigest, hasImmediate };
};

export function getNoticeSettings({ database: { orm }, now }: Deps, { userId }: Person): NoticeSettings {
  return presentSettings(settingsOf(orm, userId, now()));
}

export function changeNoticeSettings(
  { database, now }: Deps,
  { userId }: Person,
  change: { [K in keyof SettingsChange]: SettingsChange[K] | undefined },
): NoticeSettings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return presentSettings(database.transaction((tx) => changeSettings(tx, userId, now(), given)));
}

/** The signature is all that is asked for. @throws AppError not-found for a token that is none */
export function unsubscribe(
  { database, now }: Pick<Deps, 'database' | 'now'>,
  tokens: UnsubscribeTokens,
  token: string,
): { scope: UnsubscribeScope; sectionId: string; callId: string } {
  const what = tokens.read(token);
  if (!what) throw new AppError('not-found');
  const { userId, scope, proposalId, sectionId } = what;
  return database.transaction((tx) => {
    if (scope !== 'section') {
      changeSettings(tx, userId, now(), scope === 'digest' ? { hasDigest: false } : { hasImmediate: false });
      return { scope, sectionId: '', callId: '' };
    }
    // Whoever left in the meantime gets no such mails anyway.
    if (findMember(tx, proposalId, userId)) {
      repository.saveFollow(tx, { userId, proposalId, sectionId, isFollowed: false, at: now() });
    }
    return { scope, sectionId, callId: findProposal(tx, proposalId)?.callId ?? '' };
  });
}
