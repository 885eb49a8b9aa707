// What mails about accounts say in English. Other languages have the same shape.
import { noticeWords } from './en-notices.ts';
import { proposalWords } from './en-proposals.ts';

export const en = {
  ...noticeWords,
  ...proposalWords,
  testSubject: 'Adagia can send mail',
  testText: (address: string) => `This mail was sent from ${address}, to see whether mail works. It does.`,
  signInSubject: 'Sign in to Adagia',
  signInText: (name: string) => `Hello ${name},\nthis link signs you in to Adagia.`,
  signInAction: 'Sign in',
  signInClosing: 'It works once, within 15 minutes. If you did not ask for it, do nothing: nobody comes in without it.',
  unknownSubject: 'No account in Adagia with this address',
  unknownText:
    'Somebody, probably you, asked for a link to sign in to Adagia with this address, or for a new password. There is no account with it: perhaps you used another address.',
  unknownAction: 'Create an account',
  unknownClosing: 'If it was not you, do nothing.',
  verifySubject: 'Confirm your e-mail address',
  verifyText: (name: string) =>
    `Hello ${name},\nan account was created in Adagia with this address. Please confirm that it is yours.`,
  verifyAction: 'Confirm the address',
  verifyClosing:
    'The link works once, within a day. If you did not create an account, do not open it: without it the account cannot be used with your address.',
  existsSubject: 'You have an account in Adagia already',
  existsText: (name: string) =>
    `Hello ${name},\nsomebody, probably you, tried to create an account in Adagia with this address. There is one already: sign in with it. If you forgot the password, you can set a new one there.`,
  existsAction: 'Sign in',
  existsClosing: 'If it was not you, do nothing. Nobody was told that you have an account.',
  resetSubject: 'Set a new password',
  resetText: (name: string) => `Hello ${name},\nset a new password for Adagia here.`,
  resetAction: 'Set a new password',
  resetClosing:
    'The link works once, within an hour, and ends all your other sessions. If you did not ask for it, do nothing: your password stays as it is.',
  changeSubject: 'Confirm your new e-mail address',
  changeText: (name: string) => `Hello ${name},\nthis is to be the address of your account in Adagia from now on.`,
  changeAction: 'Use this address',
  changeClosing: 'The link works once, within a day. If you did not ask for it, do nothing.',
  guestSubject: 'Confirm the address of your new account',
  guestText: (name: string) =>
    `Hello ${name},\nyou take part in a proposal in Adagia without an account, and wanted one with this address. With this link it is yours, and everything that you wrote stays under your name.`,
  guestAction: 'Create the account',
  guestClosing: 'The link works once, within a day. If you did not ask for it, do not open it.',
  guestTakenSubject: 'You have an account in Adagia already',
  guestTakenText:
    'Somebody, probably you, takes part in a proposal in Adagia without an account, and wanted one with this address. There is one already: on the device where you take part, sign in to it. Adagia then asks whether both are you, and brings what you wrote into your account.',
  takenSubject: 'This address belongs to an account in Adagia already',
  takenText:
    'Somebody, probably you, wanted to use this address for another account in Adagia. It belongs to one already, so nothing was changed.',
  changedSubject: 'Your e-mail address was changed',
  changedText: (name: string, email: string) => `Hello ${name},\nyour account in Adagia has a new address: ${email}.`,
  passwordSubject: 'Your password was changed',
  passwordText: (name: string) =>
    `Hello ${name},\nthe password of your account in Adagia was changed, and all other sessions were ended.`,
  noticeClosing: 'If it was not you, set a new password at once, and tell whoever runs your Adagia.',
} as const;
