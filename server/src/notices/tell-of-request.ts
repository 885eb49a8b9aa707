// Tells those who decide that somebody asks to be let in, takes it out of their news once one of them has decided, and tells whoever
// asked of a no. Who asks without an account is not named: the notice would outlive what they want forgotten.
import type { Tx } from '@adagia/db/open-database';
import type { AccessRequestRow } from '@adagia/db/repositories/access-requests';
import { findAccount } from '@adagia/db/repositories/accounts';
import { listMembers } from '@adagia/db/repositories/members';
import { markSeenAt } from '@adagia/db/repositories/notices';
import type { Deps } from '../commands/deps.ts';
import { composeLetter, oneLine } from '../mail/letter.ts';
import { postMail } from '../mail/post-mail.ts';
import { mailWords } from '../mail/words/mail-words.ts';
import { addressOf } from './mail-notice.ts';
import { mayReadNotice } from './may-read-notice.ts';
import { type Notifying, notify } from './notify.ts';
import { languageOfPerson } from './settings.ts';

type Asked = Pick<AccessRequestRow, 'id' | 'proposalId' | 'userId'>;

function deciders(tx: Tx, proposalId: string): string[] {
  const members = listMembers(tx, proposalId).map(({ member }) => member);
  return members.filter(({ role }) => mayReadNotice(role, 'request')).map(({ userId }) => userId);
}

export function tellOfRequest(deps: Notifying, tx: Tx, { id, proposalId, userId: actorId }: Asked): void {
  for (const userId of deciders(tx, proposalId)) {
    notify(deps, tx, { userId, proposalId, kind: 'request', actorId, target: id });
  }
}

type Mailing = Pick<Deps, 'jobs' | 'mailer' | 'now' | 'newId' | 'publicUrl'>;

/**
 * To the address of their account, else to the one that they gave: a coordinator looked at it, and whoever has it is told once. The
 * proposal is not named: they know where they asked. A guest who gave none cannot be written to.
 */
export function tellOfDecline(mailing: Mailing, tx: Tx, row: AccessRequestRow): void {
  const { proposalId, userId, name } = row;
  const account = userId ? addressOf(mailing, tx, userId) : null;
  const to = account?.email ?? (userId ? findAccount(tx, userId)?.contactEmail : row.email);
  if (!to) return;
  const { language, words } = mailWords((userId && languageOfPerson(tx, userId)) || row.language);
  const letter = composeLetter({
    language,
    subject: words.declinedSubject,
    paragraphs: [words.declinedText(oneLine(name)), `${mailing.publicUrl}/p/${proposalId}`],
    closing: [words.declinedClosing],
  });
  postMail(mailing, tx, { proposalId: null, to, letter });
}

export function settleRequest({ now }: Notifying, tx: Tx, { id: target, proposalId }: Asked): void {
  for (const userId of deciders(tx, proposalId)) markSeenAt(tx, userId, now(), { proposalId, target });
}
