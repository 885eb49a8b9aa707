// One mail a day with what somebody has not seen yet: who did how much in the sections that they follow, and what is in their inbox.
// No content, and nothing of proposals that they may not read at the moment of writing.
import type { Database, Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/notices';
import { listProposalsOf, type ProposalRow } from '@adagia/db/repositories/proposals';
import { findCall } from '@adagia/shared/programme/calls';
import { can, type Role, roleSchema } from '@adagia/shared/roles';
import { composeLetter, oneLine } from '../mail/letter.ts';
import { postMail } from '../mail/post-mail.ts';
import { type MailWords, mailWords } from '../mail/words/mail-words.ts';
import { followsOf } from './follows.ts';
import { addressOf, type Mailing, unsubscribing } from './mail-notice.ts';
import { mayReadNotice } from './may-read-notice.ts';
import { noticeLine, sectionTitle } from './notice-lines.ts';
import { nextMorning, settingsOf } from './settings.ts';

interface Reader {
  userId: string;
  settings: repository.NoticeSettingsRow;
  now: number;
}

interface SectionNews {
  sectionId: string;
  names: string[];
  count: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Every person has a transaction of their own: whoever was written to before a crash is not due any more. */
export function sendDueDigests(mailing: Mailing, database: Database): void {
  const { orm } = database;
  const now = mailing.now();
  for (const { userId, joinedAt } of repository.listUnsettled(orm)) {
    // From their first moment on, and never the story of months.
    const digestedUntil = Math.max(joinedAt - 1, now - DAY_MS);
    repository.saveNoticeSettings(orm, { ...settingsOf(orm, userId, now), digestedUntil });
  }
  for (const userId of repository.listDueDigests(orm, now)) {
    database.transaction((tx) => sendDigest(mailing, tx, userId));
  }
}

function sendDigest(mailing: Mailing, tx: Tx, userId: string): void {
  const now = mailing.now();
  const settings = settingsOf(tx, userId, now);
  if (settings.nextDigestAt > now) return;
  const nextDigestAt = nextMorning(settings.timeZone, now);
  repository.saveNoticeSettings(tx, { ...settings, nextDigestAt, digestedUntil: now });
  const reader = settings.hasDigest ? addressOf(mailing, tx, userId) : null;
  if (!reader) return;
  const { language, words } = mailWords(settings.language);
  const speaking = { words, language, timeZone: settings.timeZone };
  const untold = repository.listUntold(tx, userId, now).filter(({ role, notice }) => mayReadNotice(role, notice.kind));
  const parts = listProposalsOf(tx, userId).flatMap(({ proposal, role }) => {
    const news = newsOf(tx, { userId, settings, now }, proposal, roleSchema.parse(role));
    const lines = untold
      .filter(({ notice }) => notice.proposalId === proposal.id)
      .map(({ notice, actorName }) => noticeLine(speaking, { notice, actorName, callId: proposal.callId }));
    return lines.length + news.length > 0 ? [{ proposal, lines, news }] : [];
  });
  if (parts.length === 0) return;
  const { url, headers } = unsubscribing(mailing, { userId, scope: 'digest' });
  const letter = composeLetter({
    language,
    subject: words.digestSubject(parts.map(({ proposal }) => nameOf(proposal)).join(', ')),
    paragraphs: [words.digestIntro(oneLine(reader.name)), ...parts.map((part) => paragraphOf(mailing, words, part))],
    closing: [...parts.flatMap((part) => stopsOf(mailing, words, userId, part)), words.stopDigest(url)],
    ownUrl: mailing.publicUrl,
    headers,
  });
  postMail(mailing, tx, { proposalId: null, to: reader.email, letter, isNews: true });
  repository.markMailed(
    tx,
    untold.map(({ notice }) => notice.id),
    now,
  );
}

const nameOf = ({ acronym, title }: ProposalRow): string => oneLine(acronym || title);

/** In the order of the form. Without what was on their screen since. */
function newsOf(tx: Tx, { userId, settings, now }: Reader, proposal: ProposalRow, role: Role): SectionNews[] {
  const call = findCall(proposal.callId);
  if (!call || !can(role, 'timeline.read')) return [];
  const seen = repository.listSectionsSeen(tx, userId, proposal.id);
  const changes = repository
    .listChangesByOthers(tx, userId, proposal.id, settings.digestedUntil, now)
    .filter(({ sectionId, at }) => at > (seen.get(sectionId) ?? 0));
  const followed = followsOf(tx, call, { userId, proposalId: proposal.id, role }).filter((one) => one.isFollowed);
  return followed.flatMap(({ sectionId }) => {
    const here = changes.filter((one) => one.sectionId === sectionId);
    const names = [...new Set(here.map(({ name }) => oneLine(name)))];
    return here.length > 0 ? [{ sectionId, names, count: here.length }] : [];
  });
}

interface Part {
  proposal: ProposalRow;
  lines: string[];
  news: SectionNews[];
}

function paragraphOf({ publicUrl }: Mailing, words: MailWords, { proposal, lines, news }: Part): string {
  const changes = news.map(({ sectionId, names, count }) =>
    words.digestChanges(sectionTitle(proposal.callId, sectionId), names.join(', '), count),
  );
  return [nameOf(proposal), ...lines, ...changes, `${publicUrl}/p/${proposal.id}/write`].join('\n');
}

function stopsOf(mailing: Mailing, words: MailWords, userId: string, { proposal, news }: Part): string[] {
  return news.map(({ sectionId }) => {
    const { url } = unsubscribing(mailing, { userId, scope: 'section', proposalId: proposal.id, sectionId });
    return words.stopSection(sectionTitle(proposal.callId, sectionId), url);
  });
}
