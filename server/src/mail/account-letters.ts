// What each mail about somebody's account says, and where its link leads. `url` is the whole address with the secret in it.
import { type LetterParts, oneLine } from './letter.ts';
import type { MailWords } from './words/mail-words.ts';

export interface Reader {
  /** Whose account it is about, where the mail does not go to its address: they have chosen their language. */
  id?: string;
  email: string;
  name: string;
  /** Accept-Language of whoever asked for it: counts for people who have no account. */
  language?: string | null | undefined;
}

interface Told {
  words: MailWords;
  name: string;
  url: string;
  /** For `emailChanged`. */
  newEmail: string;
}

interface Kind {
  /** Where its link leads, '' for a mail without one. */
  path: string;
  say(told: Told): Omit<LetterParts, 'language'>;
}

export const accountLetters = {
  signIn: {
    path: '/link/sign-in',
    say: ({ words, name, url }) => ({
      subject: words.signInSubject,
      paragraphs: [words.signInText(name)],
      action: { label: words.signInAction, url },
      closing: [words.signInClosing],
    }),
  },
  unknown: {
    path: '/sign-up',
    say: ({ words, url }) => ({
      subject: words.unknownSubject,
      paragraphs: [words.unknownText],
      action: { label: words.unknownAction, url },
      closing: [words.unknownClosing],
    }),
  },
  verify: {
    path: '/link/verify',
    say: ({ words, name, url }) => ({
      subject: words.verifySubject,
      paragraphs: [words.verifyText(name)],
      action: { label: words.verifyAction, url },
      closing: [words.verifyClosing],
    }),
  },
  exists: {
    path: '/sign-in',
    say: ({ words, name, url }) => ({
      subject: words.existsSubject,
      paragraphs: [words.existsText(name)],
      action: { label: words.existsAction, url },
      closing: [words.existsClosing],
    }),
  },
  reset: {
    path: '/link/password',
    say: ({ words, name, url }) => ({
      subject: words.resetSubject,
      paragraphs: [words.resetText(name)],
      action: { label: words.resetAction, url },
      closing: [words.resetClosing],
    }),
  },
  changeEmail: {
    path: '/link/email',
    say: ({ words, name, url }) => ({
      subject: words.changeSubject,
      paragraphs: [words.changeText(name)],
      action: { label: words.changeAction, url },
      closing: [words.changeClosing],
    }),
  },
  becomeAccount: {
    path: '/link/account',
    say: ({ words, name, url }) => ({
      subject: words.guestSubject,
      paragraphs: [words.guestText(name)],
      action: { label: words.guestAction, url },
      closing: [words.guestClosing],
    }),
  },
  guestAddressTaken: {
    path: '',
    say: ({ words }) => ({
      subject: words.guestTakenSubject,
      paragraphs: [words.guestTakenText],
      closing: [words.existsClosing],
    }),
  },
  addressTaken: { path: '', say: ({ words }) => ({ subject: words.takenSubject, paragraphs: [words.takenText] }) },
  emailChanged: {
    path: '',
    say: ({ words, name, newEmail }) => ({
      subject: words.changedSubject,
      paragraphs: [words.changedText(name, newEmail)],
      closing: [words.noticeClosing],
    }),
  },
  passwordChanged: {
    path: '',
    say: ({ words, name }) => ({
      subject: words.passwordSubject,
      paragraphs: [words.passwordText(name)],
      closing: [words.noticeClosing],
    }),
  },
} satisfies Record<string, Kind>;

export type AccountLetter = keyof typeof accountLetters;

export function tell(
  kind: AccountLetter,
  { words, reader, url, newEmail }: TellOptions,
): Omit<LetterParts, 'language'> {
  const one: Kind = accountLetters[kind];
  return one.say({ words, name: oneLine(reader.name), url, newEmail });
}

interface TellOptions {
  words: MailWords;
  reader: Reader;
  url: string;
  newEmail: string;
}
