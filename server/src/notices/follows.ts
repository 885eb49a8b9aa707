// Which sections somebody follows. Until they choose, those in which they have a part; whoever leads follows everything.
import type { Tx } from '@adagia/db/open-database';
import { listChosenFollows, listOwnedKeys, listOwnSections } from '@adagia/db/repositories/notices';
import { answerKeySchema } from '@adagia/shared/answer-key';
import type { Follow } from '@adagia/shared/api/notices';
import { sectionOfAnswer } from '@adagia/shared/programme/outline';
import type { Call } from '@adagia/shared/programme/schema';
import { can, type Role } from '@adagia/shared/roles';

export function followsOf(tx: Tx, call: Call, who: { userId: string; proposalId: string; role: Role }): Follow[] {
  const { userId, proposalId, role } = who;
  const chosen = listChosenFollows(tx, userId, proposalId);
  const own = listOwnSections(tx, userId, proposalId);
  for (const key of listOwnedKeys(tx, userId, proposalId)) {
    const parsed = answerKeySchema.safeParse(key).data;
    if (parsed) own.add(sectionOfAnswer(call, parsed));
  }
  const isLead = can(role, 'proposal.manage');
  return call.sections.map(({ id }) => {
    return { sectionId: id, isFollowed: chosen.get(id) ?? (isLead || own.has(id)), isChosen: chosen.has(id) };
  });
}
