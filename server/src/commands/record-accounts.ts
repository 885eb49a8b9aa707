// What the record of rights has of accounts: that there is a new one, that somebody signed in. Whoever creates the first account
// of an installation looks after it.
import { countAdministrators, insertAdministrator } from '@adagia/db/repositories/administrators';
import type { Deps } from './deps.ts';
import { recordAudit } from './record-audit.ts';

type Recording = Pick<Deps, 'database' | 'now' | 'newId'>;

/** With every new account, after it is stored. */
export function recordNewAccount(deps: Recording, userId: string): void {
  deps.database.transaction((tx) => {
    recordAudit(deps, tx, { kind: 'account.created', actorId: userId, personId: userId });
    if (countAdministrators(tx) > 0) return;
    insertAdministrator(tx, { userId, namedBy: null, at: deps.now() });
    recordAudit(deps, tx, { kind: 'administrator.named', actorId: null, personId: userId });
  });
}

export function recordNewSession(deps: Recording, userId: string): void {
  deps.database.transaction((tx) => {
    recordAudit(deps, tx, { kind: 'session.started', actorId: userId, personId: userId });
  });
}

/** A way to sign in was added, changed or taken away. @param way such as password, passkey, second-factor */
export function recordSignInChange(
  deps: Recording,
  userId: string,
  kind: 'sign-in.added' | 'sign-in.changed' | 'sign-in.removed',
  way: string,
): void {
  deps.database.transaction((tx) => {
    recordAudit(deps, tx, { kind, actorId: userId, personId: userId, data: { way } });
  });
}
