// The mail about one urgent notice, a minute after it: not to who has seen it, wants none, or may not read it any more.
import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { findMember } from '@adagia/db/repositories/members';
import { findNotice, markMailed, type NoticeRow } from '@adagia/db/repositories/notices';
import { findProposal } from '@adagia/db/repositories/proposals';
import { noticePath } from '@adagia/shared/notice-path';
import type { Deps } from '../commands/deps.ts';
import { composeLetter, oneLine } from '../mail/letter.ts';
import { postMail } from '../mail/post-mail.ts';
import { mailWords } from '../mail/words/mail-words.ts';
import { mayReadNotice } from './may-read-notice.ts';
import { isOfOrganisation, noticeLine } from './notice-lines.ts';
import { settingsOf } from './settings.ts';
import type { UnsubscribeTokens } from './unsubscribe-tokens.ts';

export type Mailing = Pick<Deps, 'jobs' | 'mailer' | 'now' | 'newId' | 'publicUrl'> & { tokens: UnsubscribeTokens };

/** @returns the address, null when no mail may go to them: gone, a guest, or with an address that nobody has confirmed */
export function addressOf(
  { mailer }: Pick<Mailing, 'mailer'>,
  tx: Tx,
  userId: string,
): { email: string; name: string } | null {
  const user = findAccount(tx, userId);
  if (!user || user.deletedAt !== null || user.isGuest) return null;
  // Where mails leave the server, whoever types somebody else's address must not have them filled with our news.
  return mailer.delivery === 'smtp' && !user.emailVerified ? null : user;
}

/** The headers by which mail programs show a button for it (RFC 8058), and the address for people. */
export function unsubscribing({ publicUrl, tokens }: Mailing, what: Parameters<UnsubscribeTokens['make']>[0]) {
  const token = tokens.make(what);
  return {
    url: `${publicUrl}/unsubscribe#${token}`,
    headers: {
      'List-Unsubscribe': `<${publicUrl}/api/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function mayRead(tx: Tx, { userId, proposalId, kind }: NoticeRow): boolean {
  const member = findMember(tx, proposalId, userId);
  return member !== undefined && mayReadNotice(member.role, kind);
}

function subjectOf(notice: NoticeRow) {
  if (isOfOrganisation(notice)) return 'mentionOrganisationSubject';
  if (notice.kind === 'task-due') return 'taskDueSubject';
  if (notice.kind === 'evaluation-due') return 'evaluationDueSubject';
  return `${notice.kind as 'mention' | 'assigned' | 'task' | 'granted' | 'deadline' | 'evaluation'}Subject` as const;
}

export function mailNotice(mailing: Mailing, tx: Tx, noticeId: string): void {
  const notice = findNotice(tx, noticeId);
  if (!notice || notice.seenAt !== null || notice.mailedAt !== null || !mayRead(tx, notice)) return;
  const proposal = findProposal(tx, notice.proposalId);
  const reader = addressOf(mailing, tx, notice.userId);
  const settings = settingsOf(tx, notice.userId, mailing.now());
  if (!reader || !settings.hasImmediate || !proposal || proposal.deletedAt !== null) return;
  const { language, words } = mailWords(settings.language);
  const actorName = notice.actorId ? (findAccount(tx, notice.actorId)?.name ?? null) : null;
  const name = oneLine(proposal.acronym || proposal.title);
  const subject = words[subjectOf(notice)];
  const speaking = { words, language, timeZone: settings.timeZone };
  const { url, headers } = unsubscribing(mailing, { userId: notice.userId, scope: 'immediate' });
  const letter = composeLetter({
    language,
    subject: subject(oneLine(actorName ?? '') || words.somebody, name),
    paragraphs: [name, noticeLine(speaking, { notice, actorName, callId: proposal.callId })],
    action: { label: words.openProposal, url: mailing.publicUrl + noticePath(notice) },
    closing: [words.stopImmediate(url)],
    ownUrl: mailing.publicUrl,
    headers,
  });
  postMail(mailing, tx, { proposalId: null, to: reader.email, letter, isNews: true });
  markMailed(tx, [notice.id], mailing.now());
}
