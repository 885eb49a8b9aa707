// What an administrator does about accounts: shut one out, let them in again, end sessions, name other administrators. None of it
// reads or changes what anybody wrote.

import type { Tx } from '@adagia/db/open-database';
import { deleteSessions, findAccount } from '@adagia/db/repositories/accounts';
import {
  countAbleAdministrators,
  deleteAdministrator,
  insertAdministrator,
} from '@adagia/db/repositories/administrators';
import * as installation from '@adagia/db/repositories/installation';
import type { AccountRow } from '@adagia/shared/api/installation';
import type { UserId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';

const ok = { ok: true } as const;

export function listAccounts({ database: { orm }, now }: Deps, person: Person): AccountRow[] {
  authoriseInstallation(orm, person, 'people.manage');
  return installation.listAccounts(orm, now()).map((row) => ({
    id: row.id as UserId,
    name: row.name,
    email: row.isGuest ? row.contactEmail : row.email,
    isGuest: row.isGuest,
    createdAt: iso(row.createdAt.getTime()),
    lastUsedAt: row.lastUsedAt === null ? null : iso(row.lastUsedAt),
    sessions: row.sessions,
    proposals: row.proposals,
    isAdministrator: row.administratorSince !== null,
    isDisabled: row.disabledAt !== null,
  }));
}

/** @throws AppError forbidden, not-found for accounts that are none any more */
function assertMay(tx: Tx, person: Person, userId: string): void {
  authoriseInstallation(tx, person, 'people.manage');
  const user = findAccount(tx, userId);
  if (!user || user.deletedAt !== null) throw new AppError('not-found');
}

function assertAdministratorLeft(tx: Tx): void {
  if (countAbleAdministrators(tx) === 0) throw new AppError('last-administrator');
}

/** In the transaction; their sockets are closed after it. */
function endSessions(deps: Deps, tx: Tx, actorId: string, userId: string): string[] {
  const ended = deleteSessions(tx, userId, null);
  for (const _ of ended) recordAudit(deps, tx, { kind: 'session.ended', actorId, personId: userId });
  return ended;
}

export function setDisabled(
  deps: Deps,
  person: Person,
  { userId }: { userId: UserId },
  { isDisabled }: { isDisabled: boolean },
): typeof ok {
  const actorId = person.userId;
  const ended = deps.database.transaction((tx) => {
    assertMay(tx, person, userId);
    if (userId === actorId) throw new AppError('conflict');
    if (installation.isDisabled(tx, userId) === isDisabled) return [];
    const kind = isDisabled ? 'account.disabled' : 'account.enabled';
    recordAudit(deps, tx, { kind, actorId, personId: userId });
    if (!isDisabled) {
      installation.deleteDisabled(tx, userId);
      return [];
    }
    installation.insertDisabled(tx, { userId, disabledBy: actorId, at: deps.now() });
    assertAdministratorLeft(tx);
    return endSessions(deps, tx, actorId, userId);
  });
  for (const id of ended) deps.rooms.endSession(id);
  return ok;
}

export function endSessionsOf(deps: Deps, person: Person, { userId }: { userId: UserId }): typeof ok {
  const ended = deps.database.transaction((tx) => {
    assertMay(tx, person, userId);
    return endSessions(deps, tx, person.userId, userId);
  });
  for (const id of ended) deps.rooms.endSession(id);
  return ok;
}

export function setAdministrator(
  deps: Deps,
  person: Person,
  { userId }: { userId: UserId },
  { isAdministrator }: { isAdministrator: boolean },
): typeof ok {
  deps.database.transaction((tx) => {
    assertMay(tx, person, userId);
    // Whoever loses the browser that they came in with would leave nobody to look after the installation.
    if (isAdministrator && findAccount(tx, userId)?.isGuest) throw new AppError('guest-needs-account');
    if (isAdministrator) nameAdministrator(deps, tx, userId, person.userId);
    else if (deleteAdministrator(tx, userId)) {
      recordAudit(deps, tx, { kind: 'administrator.removed', actorId: person.userId, personId: userId });
    }
    assertAdministratorLeft(tx);
  });
  return ok;
}

/** @param namedBy null: by the command on the machine */
export function nameAdministrator(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: Tx,
  userId: string,
  namedBy: string | null,
): void {
  insertAdministrator(tx, { userId, namedBy, at: deps.now() });
  recordAudit(deps, tx, { kind: 'administrator.named', actorId: namedBy, personId: userId });
}
