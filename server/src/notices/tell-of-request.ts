// Tells those who decide that somebody asks to be let in, and takes it out of their news once one of them has decided. Who asks
// without an account is not named: the notice would outlive what they want forgotten.
import type { Tx } from '@adagia/db/open-database';
import type { AccessRequestRow } from '@adagia/db/repositories/access-requests';
import { listMembers } from '@adagia/db/repositories/members';
import { markSeenAt } from '@adagia/db/repositories/notices';
import { mayReadNotice } from './may-read-notice.ts';
import { type Notifying, notify } from './notify.ts';

type Asked = Pick<AccessRequestRow, 'id' | 'proposalId' | 'userId'>;

function deciders(tx: Tx, proposalId: string): string[] {
  const members = listMembers(tx, proposalId).map(({ member }) => member);
  return members.filter(({ role }) => mayReadNotice(role, 'request')).map(({ userId }) => userId);
}

export function tellOfRequest(deps: Notifying, tx: Tx, { id, proposalId, userId: actorId }: Asked): void {
  for (const userId of deciders(tx, proposalId)) {
    notify(deps, tx, { userId, proposalId, kind: 'request', actorId, target: id });
  }
}

export function settleRequest({ now }: Notifying, tx: Tx, { id: target, proposalId }: Asked): void {
  for (const userId of deciders(tx, proposalId)) markSeenAt(tx, userId, now(), { proposalId, target });
}
