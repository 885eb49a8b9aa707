// One's own account: what it shows, its name, and where one is signed in. Ending a session closes its sockets at once.
import * as accounts from '@adagia/db/repositories/accounts';
import { isAdministrator } from '@adagia/db/repositories/administrators';
import { listInstallationMails as listMailRows } from '@adagia/db/repositories/invitations';
import type { Account, AccountSession } from '@adagia/shared/api/account';
import { OIDC_ID } from '../auth/oidc.ts';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';

export function showAccount(deps: Deps, person: Person): Account {
  const { orm } = deps.database;
  const user = accounts.findAccount(orm, person.userId);
  if (!user) throw new AppError('unauthenticated');
  return {
    name: user.name,
    email: user.email,
    isEmailVerified: user.emailVerified,
    hasPassword: accounts.findPasswordHash(orm, user.id) !== null,
    hasSecondFactor: user.twoFactorEnabled,
    hasOidc: accounts.listProviders(orm, user.id).includes(OIDC_ID),
    isAdministrator: isAdministrator(orm, user.id),
    passkeys: accounts.listPasskeys(orm, user.id).map(({ id, name, createdAt }) => {
      return { id, name: name ?? '', createdAt: createdAt && iso(createdAt.getTime()) };
    }),
  };
}

export function renameAccount(deps: Deps, { userId }: Person, name: string): { ok: true } {
  accounts.updateAccount(deps.database.orm, userId, { name }, deps.now());
  return { ok: true };
}

export function listSessions({ database: { orm }, now }: Deps, { userId, sessionId }: Person): AccountSession[] {
  return accounts.listSessions(orm, userId, now()).map((row) => ({
    id: row.id,
    isCurrent: row.id === sessionId,
    userAgent: row.userAgent ?? '',
    address: row.ipAddress ?? '',
    signedInAt: iso(row.createdAt.getTime()),
    lastUsedAt: iso(row.lastUsedAt ?? row.updatedAt.getTime()),
  }));
}

export function endSession(deps: Deps, { userId }: Person, sessionId: string): { ok: true } {
  deps.database.transaction((tx) => {
    if (!accounts.deleteSession(tx, userId, sessionId)) throw new AppError('not-found');
    recordAudit(deps, tx, { kind: 'session.ended', actorId: userId, personId: userId });
  });
  deps.rooms.endSession(sessionId);
  return { ok: true };
}

/** Also after a new password: that is why people set one. */
export function endOtherSessions(deps: Deps, { userId, sessionId }: Person): { ok: true } {
  const ended = deps.database.transaction((tx) => {
    const ids = accounts.deleteSessions(tx, userId, sessionId);
    for (const _ of ids) recordAudit(deps, tx, { kind: 'session.ended', actorId: userId, personId: userId });
    return ids;
  });
  for (const id of ended) deps.rooms.endSession(id);
  return { ok: true };
}

export function listInstallationMails(deps: Deps, person: Person) {
  authoriseInstallation(deps.database.orm, person, 'installation.manage');
  return listMailRows(deps.database.orm).map(({ id, to, subject, text, sentAt }) => {
    return { id, to, subject, text, sentAt: iso(sentAt) };
  });
}
