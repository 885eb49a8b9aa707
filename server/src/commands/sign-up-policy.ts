// Who may create an account: everybody, or whoever was invited. Asked before a password is hashed. Says the same for an address
// that was not invited and for a link that is used up.

import type { Tx } from '@adagia/db/open-database';
import { readSetting, saveSetting } from '@adagia/db/repositories/installation';
import { findPendingInvitation, hasPendingInvitationFor } from '@adagia/db/repositories/invitations';
import { countUsers } from '@adagia/db/repositories/members';
import { type SignUpPolicy, signUpPolicySchema } from '@adagia/shared/api/installation';
import type { Deps, Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { hashOf } from './invitation-token.ts';
import { recordAudit } from './record-audit.ts';

const NAME = 'sign-up';

export function signUpPolicy(tx: Tx): SignUpPolicy {
  return signUpPolicySchema.safeParse(readSetting(tx, NAME)).data ?? 'open';
}

export function setSignUpPolicy(deps: Deps, person: Person, { signUp }: { signUp: SignUpPolicy }): { ok: true } {
  deps.database.transaction((tx) => {
    authoriseInstallation(tx, person, 'installation.manage');
    if (signUpPolicy(tx) === signUp) return;
    saveSetting(tx, { name: NAME, value: signUp, changedBy: person.userId, at: deps.now() });
    recordAudit(deps, tx, { kind: 'setting.changed', actorId: person.userId, target: NAME, data: { value: signUp } });
  });
  return { ok: true };
}

/** The first account is always let in: somebody has to look after the installation. */
export function maySignUp(
  { database: { orm }, now }: Pick<Deps, 'database' | 'now'>,
  { email, invitation }: { email: string; invitation: string },
): boolean {
  if (signUpPolicy(orm) === 'open' || countUsers(orm) === 0) return true;
  if (invitation && findPendingInvitation(orm, hashOf(invitation), now())) return true;
  return hasPendingInvitationFor(orm, email.trim().toLowerCase(), now());
}
