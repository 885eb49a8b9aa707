// Sends the mails about accounts. With SMTP none is kept, since its link is a key; without, they stay in the mailbox of the
// installation until the link expires, and are printed for whoever started the server. The words are in account-letters.ts.
import { deleteExpiredMails, insertMail } from '@adagia/db/repositories/invitations';
import type { Deps } from '../commands/deps.ts';
import { type AccountLetter, accountLetters, type Reader, tell } from './account-letters.ts';
import { composeLetter } from './letter.ts';
import { newMail } from './new-mail.ts';
import { mailWords } from './words/mail-words.ts';

interface Extra {
  /** The secret of its link, and until when it works (milliseconds). */
  token?: string;
  expiresAt?: number;
  newEmail?: string;
}

export type AccountMails = ReturnType<typeof createAccountMails>;

export function createAccountMails(
  deps: Pick<Deps, 'database' | 'mailer' | 'now' | 'newId' | 'publicUrl'>,
  print: (text: string) => void,
) {
  return {
    /** Returns at once; the mail leaves by itself. */
    send(kind: AccountLetter, reader: Reader, { token, expiresAt, newEmail = '' }: Extra = {}): void {
      const { language, words } = mailWords(reader.language);
      const url = `${deps.publicUrl}${accountLetters[kind].path}${token ? `#${token}` : ''}`;
      const letter = composeLetter({ ...tell(kind, { words, reader, url, newEmail }), language });
      const envelope = { proposalId: null, to: reader.email, letter };
      const mail = newMail(deps, { ...envelope, ...(expiresAt !== undefined && { expiresAt }) });
      if (deps.mailer.delivery === 'smtp') return deps.mailer.send(mail);
      deps.database.transaction((tx) => {
        deleteExpiredMails(tx, deps.now());
        insertMail(tx, mail);
      });
      print(`A mail to ${mail.to} (no SMTP_URL is set): ${letter.subject}\n${token ? `${url}\n` : ''}`);
    },
  };
}
