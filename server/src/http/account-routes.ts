// Which command serves which route of shared/api/account.ts. Apart from the others because some ask for the password again.

import type { SignInWays } from '@adagia/shared/api/account';
import * as api from '@adagia/shared/api/account';
import type { Auth } from '../auth/create-auth.ts';
import * as account from '../commands/account.ts';
import { askNewEmail } from '../commands/account-emails.ts';
import { countAttempt, forgiveAttempts } from '../commands/attempt-limits.ts';
import { deleteAccount } from '../commands/delete-account.ts';
import type { Deps, Person } from '../commands/deps.ts';
import type { AccountMails } from '../mail/account-mails.ts';
import { AppError } from './app-error.ts';
import { handle, handlePublic, type RouteServer } from './handle-route.ts';

export interface AccountRoutes {
  deps: Deps;
  auth: Auth;
  mails: AccountMails;
  ways: SignInWays;
  isLimited: boolean;
}

export function registerAccount(server: RouteServer, options: AccountRoutes): void {
  const { deps, auth, mails, ways, isLimited } = options;
  handlePublic(server, api.getSignInWays, () => ways);
  handle(server, api.getAccount, (me) => account.showAccount(deps, me));
  handle(server, api.renameAccount, (me, { body }) => account.renameAccount(deps, me, body.name));
  handle(server, api.changeAccountEmail, async (me, { body, language }) => {
    if (me.isGuest) throw new AppError('guest-needs-account');
    await assertConfirmed(options, me, body.password);
    if (isLimited) countAttempt(deps, 'mail-account', body.email.toLowerCase());
    const mustConfirm = ways.requiresVerifiedEmail || ways.delivery === 'smtp';
    return { isChanged: askNewEmail({ deps, mails }, me, { email: body.email, mustConfirm, language }) };
  });
  handle(server, api.listSessions, (me) => {
    auth.noteUse();
    return account.listSessions(deps, me);
  });
  handle(server, api.endSession, (me, { params }) => account.endSession(deps, me, params.sessionId));
  handle(server, api.endOtherSessions, (me) => account.endOtherSessions(deps, me));
  handle(server, api.deleteAccount, async (me, { body }) => {
    await assertConfirmed(options, me, body.password);
    return deleteAccount(deps, me, body);
  });
  handle(server, api.listInstallationMails, (me) => account.listInstallationMails(deps, me));
}

/** Whoever finds a page open must not take the account over. @throws AppError wrong-password or sign-in-again */
async function assertConfirmed({ deps, auth, isLimited }: AccountRoutes, me: Person, password: string): Promise<void> {
  if (isLimited) countAttempt(deps, 'sign-in-account', me.email);
  const confirmation = await auth.confirm(me, password);
  if (confirmation !== 'ok') throw new AppError(confirmation);
  forgiveAttempts(deps, 'sign-in-account', me.email);
}
