// What follows from signing in and up: mails, the record of rights, closed sockets. better-auth tells of it (make-better-auth.ts).

import { claimAccount, findAccount, findAccountByEmail } from '@adagia/db/repositories/accounts';
import { isDisabled } from '@adagia/db/repositories/installation';
import { forgetTokensOf } from '@adagia/db/repositories/mail-tokens';
import { sendVerification } from '../commands/account-emails.ts';
import type { Deps } from '../commands/deps.ts';
import { recordNewAccount, recordNewSession, recordSignInChange } from '../commands/record-accounts.ts';
import { maySignUp } from '../commands/sign-up-policy.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import { rememberLanguage } from '../notices/settings.ts';
import { lifeMs } from './mail-token.ts';
import type { AuthEvents } from './make-better-auth.ts';

interface EventOptions {
  deps: Deps;
  mails: AccountMails;
  /** Where addresses need not be confirmed and no mail leaves the server, a mail with every new account would only be noise. */
  asksForVerification: boolean;
}

export function accountEvents({ deps, mails, asksForVerification }: EventOptions): AuthEvents {
  const { database } = deps;
  return {
    accountCreated(userId, language) {
      recordNewAccount(deps, userId);
      rememberLanguage(database.orm, userId, deps.now(), language);
    },
    mayStartSession: (userId) => !isDisabled(database.orm, userId),
    mayComeByProvider: (email) => maySignUp(deps, { email, invitation: '' }),
    sessionStarted(userId, language) {
      recordNewSession(deps, userId);
      rememberLanguage(database.orm, userId, deps.now(), language);
    },
    sessionEnded: (sessionId) => deps.rooms.endSession(sessionId),
    sessionReplaced: (sessionId, by) => deps.rooms.replaceSession(sessionId, by),
    linkAsked(email, token, { language, next }) {
      const user = findAccountByEmail(database.orm, email);
      if (!user) return mails.send('unknown', { email, name: '', language });
      mails.send('signIn', { ...user, language }, { token, expiresAt: deps.now() + lifeMs['sign-in'], next });
    },
    signedUp(user, asking) {
      if (asksForVerification) sendVerification({ deps, mails }, user, asking);
    },
    signedUpAgain: (user, language) => mails.send('exists', { ...user, language }),
    passwordReset({ id }) {
      const isVerified = findAccount(database.orm, id)?.emailVerified ?? false;
      database.transaction((tx) => {
        forgetTokensOf(tx, id);
        // The link was in their mailbox: the address is theirs, and the account, whoever made it.
        if (!isVerified) claimAccount(tx, id);
      });
      recordSignInChange(deps, id, 'sign-in.changed', 'password');
      const user = findAccount(database.orm, id);
      if (user) mails.send('passwordChanged', user);
    },
    claimed: (userId) => database.transaction((tx) => claimAccount(tx, userId)),
  };
}
