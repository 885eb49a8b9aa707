// Tells the other side of a negotiation that it is its turn: coordinators of what partners propose, an organisation's people of
// what was decided. Once, until they have seen it, however many figures there are. No figure is in it.
import type { Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { hasUnseenNotice } from '@adagia/db/repositories/notices';
import type { NoticeKind } from '@adagia/shared/api/notices';
import { splitNegotiated } from '@adagia/shared/budget/negotiation';
import { splitFieldKey } from '@adagia/shared/document';
import { can, roleSchema } from '@adagia/shared/roles';
import { BUDGET_SECTION } from '@adagia/shared/writing-rights';
import { type Notifying, notify } from './notify.ts';

interface FigureMoved {
  proposalId: string;
  actorId: string;
  /** Key in the map `budget`. */
  key: string;
  /** It was taken away. */
  isGone: boolean;
}

interface Telling {
  proposalId: string;
  actorId: string;
  organisationId: string;
  kind: NoticeKind;
  data?: Record<string, boolean>;
}

function tell(deps: Notifying, tx: Tx, userIds: readonly string[], told: Telling): boolean {
  const { proposalId, actorId, organisationId: target, kind, data = {} } = told;
  const untold = userIds.filter(
    (userId) => userId !== actorId && !hasUnseenNotice(tx, { userId, proposalId, kind, target }),
  );
  for (const userId of untold) {
    notify(deps, tx, { userId, proposalId, kind, actorId, target, sectionId: BUDGET_SECTION, data });
  }
  return untold.length > 0;
}

function sides(tx: Tx, proposalId: string, organisationId: string): { leading: string[]; partner: string[] } {
  const people = listMembers(tx, proposalId).map(({ member }) => ({ ...member, role: roleSchema.parse(member.role) }));
  const leading = people.filter(({ role }) => can(role, 'proposal.manage'));
  const partner = people.filter((one) => one.organisationId === organisationId && can(one.role, 'content.writeAll'));
  return {
    leading: leading.map(({ userId }) => userId),
    partner: partner.flatMap(({ userId, role }) => (can(role, 'proposal.manage') ? [] : [userId])),
  };
}

/** @returns whether somebody has something new in their inbox */
export function tellOfFigure(deps: Notifying, tx: Tx, { proposalId, actorId, key, isGone }: FigureMoved): boolean {
  const negotiated = splitNegotiated(splitFieldKey(key)[1]);
  if (!negotiated) return false;
  const { organisationId, part } = negotiated;
  const { leading, partner } = sides(tx, proposalId, organisationId);
  const about = { proposalId, actorId, organisationId };
  // A coordinator who takes a proposal away has decided on it; a partner who does has nothing to tell.
  const isDecision = leading.includes(actorId) && (part === 'counter' ? !isGone : part === 'proposed' && isGone);
  if (isDecision) return tell(deps, tx, partner, { ...about, kind: 'figures-decided' });
  const isProposal = !leading.includes(actorId) && !isGone && (part === 'proposed' || part === 'accepted');
  return isProposal && tell(deps, tx, leading, { ...about, kind: 'figures-proposed' });
}

export function tellOfAgreement(
  deps: Notifying,
  tx: Tx,
  { isAgreed, ...about }: Omit<Telling, 'kind' | 'data'> & { isAgreed: boolean },
): void {
  const { leading } = sides(tx, about.proposalId, about.organisationId);
  tell(deps, tx, leading, { ...about, kind: 'column-agreed', data: { isAgreed } });
}
