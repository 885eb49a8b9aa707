// The mails about accounts. They are written down like all others, each in the language of its reader; without SMTP they stay in the
// mailbox of the installation until the link expires, and are printed for whoever started the server. The words are in
// account-letters.ts.
import type { Tx } from '@adagia/db/open-database';
import { deleteExpiredMails } from '@adagia/db/repositories/invitations';
import type { Deps } from '../commands/deps.ts';
import { languageOfAddress, languageOfPerson } from '../notices/settings.ts';
import { type AccountLetter, accountLetters, type Reader, tell } from './account-letters.ts';
import { composeLetter } from './letter.ts';
import { postMail } from './post-mail.ts';
import { mailWords } from './words/mail-words.ts';

export interface Extra {
  /** The secret of its link, and until when it works (milliseconds). */
  token?: string;
  expiresAt?: number;
  /** A path of ours to which its link leads afterwards; '' for where such links lead anyway. */
  next?: string;
  newEmail?: string;
}

export type AccountMails = ReturnType<typeof createAccountMails>;

/** What follows stands behind the '#' too: the next place may have a secret of its own, as an invitation has. */
const fragmentOf = (token: string, next: string): string => `#${token}${next && `~${encodeURIComponent(next)}`}`;

export function createAccountMails(
  deps: Pick<Deps, 'database' | 'mailer' | 'now' | 'newId' | 'publicUrl' | 'jobs'>,
  print: (text: string) => void,
) {
  /** @returns what is printed once it is stored */
  function write(tx: Tx, kind: AccountLetter, reader: Reader, extra: Extra): string {
    const { token = '', expiresAt, next = '', newEmail = '' } = extra;
    const own = reader.id ? languageOfPerson(tx, reader.id) : languageOfAddress(tx, reader.email);
    const { language, words } = mailWords(own ?? reader.language);
    const url = `${deps.publicUrl}${accountLetters[kind].path}${token && fragmentOf(token, next)}`;
    const letter = composeLetter({ ...tell(kind, { words, reader, url, newEmail }), language });
    deleteExpiredMails(tx, deps.now());
    const to = reader.email;
    postMail(deps, tx, { proposalId: null, to, letter, ...(expiresAt !== undefined && { expiresAt }) });
    return `A mail to ${to} (no SMTP_URL is set): ${letter.subject}\n${token && `${url}\n`}`;
  }
  return {
    /**
     * Returns at once; the mail leaves by itself.
     * @param extra or what issues the secret of the link, in the transaction in which the mail is written down
     */
    send(kind: AccountLetter, reader: Reader, extra: Extra | ((tx: Tx) => Extra) = {}): void {
      const said = deps.database.transaction((tx) =>
        write(tx, kind, reader, typeof extra === 'function' ? extra(tx) : extra),
      );
      if (deps.mailer.delivery === 'smtp') deps.jobs.wake();
      else print(said);
    },
  };
}
