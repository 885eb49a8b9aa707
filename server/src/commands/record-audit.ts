// One line into the record of rights, in the transaction of what it tells. Every command that gives, takes or uses a right calls
// it. No content, no names, no secrets: the record can never be changed again.
import type { Tx } from '@adagia/db/open-database';
import { insertAudit } from '@adagia/db/repositories/audit';
import type { AuditKind } from '@adagia/shared/api/audit';
import type { Deps } from './deps.ts';

export interface AuditEvent {
  kind: AuditKind;
  /** null: the server itself, or a command on its machine. */
  actorId: string | null;
  /** Left out: it concerns the installation. */
  proposalId?: string;
  /** Whose right it is: the member, the owner of the account or session. */
  personId?: string | null;
  /** Id of an invitation or organisation, a section. */
  target?: string;
  data?: Record<string, string | number | boolean | null>;
}

export function recordAudit({ now, newId }: Pick<Deps, 'now' | 'newId'>, tx: Tx, event: AuditEvent): void {
  insertAudit(tx, { proposalId: null, personId: null, target: '', data: {}, ...event, id: newId(), at: now() });
}
