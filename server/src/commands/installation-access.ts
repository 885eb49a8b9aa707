// May this person do that to the installation? The administrator's counterpart of access.ts.
import type { Tx } from '@adagia/db/open-database';
import { isAdministrator } from '@adagia/db/repositories/administrators';
import { canInInstallation, type InstallationCapability, type Standing } from '@adagia/shared/installation';
import { AppError } from '../http/app-error.ts';
import type { Person } from './deps.ts';

export function standingOf(tx: Tx, { userId }: Pick<Person, 'userId'>): Standing {
  return isAdministrator(tx, userId) ? 'administrator' : 'person';
}

/** @throws AppError forbidden */
export function authoriseInstallation(tx: Tx, person: Person, capability: InstallationCapability): void {
  if (!canInInstallation(standingOf(tx, person), capability)) throw new AppError('forbidden');
}
