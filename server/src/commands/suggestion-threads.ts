// What is said about a suggestion: one discussion for each, that ends with it. The text says which suggestions there are; here their
// threads keep what the suggestion was and how it ended, so that they are readable afterwards.
import type { Tx } from '@adagia/db/open-database';
import { listThreads, type ThreadRow, updateThread } from '@adagia/db/repositories/threads';
import { commentTargetSchema, type SuggestionTarget } from '@adagia/shared/api/review';
import type { settleSuggestions as settleRoute } from '@adagia/shared/api/suggestion-threads';
import type { ProposalId } from '@adagia/shared/ids';
import { sectionOfAnswer } from '@adagia/shared/programme/outline';
import { answersFor } from '@adagia/shared/text/file-authors';
import { parseSuggestionId } from '@adagia/shared/text/suggestions';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { tellOfDone } from '../notices/tell-of-task.ts';
import { authorise } from './access.ts';
import type { Deps, Person } from './deps.ts';
import { callOf } from './proposals.ts';
import { membershipIn } from './writing-rights-in.ts';

type About = Pick<SuggestionTarget, 'key' | 'suggestionId'>;
type Settled = z.output<(typeof settleRoute)['body']>['settled'][number];

interface Discussion {
  row: ThreadRow;
  target: SuggestionTarget;
}

/** One id may stand in two answers. */
const nameOf = ({ key, suggestionId }: About): string => `${key} ${suggestionId}`;

function discussionsIn(tx: Tx, proposalId: ProposalId): Map<string, Discussion> {
  const found = listThreads(tx, proposalId).flatMap((row): [string, Discussion][] => {
    const target = commentTargetSchema.parse(row.target);
    return target.kind === 'suggestion' ? [[nameOf(target), { row, target }]] : [];
  });
  return new Map(found);
}

/** Of two who begin one at the same moment, the second joins the first. */
export function discussionOf(tx: Tx, proposalId: ProposalId, about: About): ThreadRow | undefined {
  return discussionsIn(tx, proposalId).get(nameOf(about))?.row;
}

/**
 * As in the text: whoever writes there outright decides, and whoever suggested takes it back: not once somebody else has decided.
 * @returns what becomes of each thread; who only takes back has no say in what it was about
 */
function settledTargets(
  { database }: Deps,
  { userId }: Person,
  proposalId: ProposalId,
  all: readonly (Discussion & { one: Settled })[],
): { row: ThreadRow; target: SuggestionTarget }[] {
  const rights = membershipIn(database)(proposalId, userId);
  const decides = ({ key }: Settled): boolean =>
    rights?.canWrite === true && !rights.suggestsOnly && (rights.refusalAt?.(key, null) ?? null) === null;
  const takesBack = ({ suggestionId, outcome }: Settled): boolean =>
    outcome !== 'accepted' &&
    outcome !== 'rejected' &&
    answersFor(parseSuggestionId(suggestionId)?.author ?? '') === userId;
  return all.flatMap(({ row, target, one }) => {
    if (decides(one)) return [{ row, target: { ...target, ...one } }];
    if (!takesBack(one)) throw new AppError('forbidden');
    const isDecided = target.outcome === 'accepted' || target.outcome === 'rejected';
    return isDecided || target.outcome === one.outcome ? [] : [{ row, target: { ...target, outcome: one.outcome } }];
  });
}

/** Those without a discussion are passed over; one that is brought back by undo goes on. */
export function settleSuggestions(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  settled: readonly Settled[],
): { ok: true } {
  deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'comment.write');
    const discussions = discussionsIn(tx, proposalId);
    const talkedOf = settled.flatMap((one) => {
      const discussion = discussions.get(nameOf(one));
      return discussion ? [{ ...discussion, one }] : [];
    });
    for (const { row, target } of settledTargets(deps, person, proposalId, talkedOf)) {
      const { outcome } = target;
      const end = outcome
        ? { resolvedAt: deps.now(), resolvedBy: person.userId }
        : { resolvedAt: null, resolvedBy: null };
      updateThread(tx, row.id, { target, ...end });
      const sectionId = sectionOfAnswer(callOf(proposal.callId), target.key);
      if (outcome && row.resolvedAt === null) tellOfDone(deps, tx, row, { sectionId, actorId: person.userId });
    }
  });
  deps.rooms.hint(proposalId, 'comments');
  return { ok: true };
}
