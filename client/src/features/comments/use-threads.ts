// The threads of the proposal as the comment interface needs them, and what can be done with them.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Thread } from '@adagia/shared/api/review';
import * as review from '@adagia/shared/api/review';
import type { CommentId, ProposalId, ThreadId } from '@adagia/shared/ids';
import { useMemo } from 'react';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { changeThreads, refresh, refreshTasks, useThreads } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { showProblem } from '../../ui/show-problem.ts';
import type { NewComment, NewPassage } from './comment-state.ts';
import { asInText, waitingSuggestions } from './suggestion-threads.ts';

const none: readonly Thread[] = [];

export function useAllThreads(): readonly Thread[] {
  const { proposal } = useProposal();
  const threads = useThreads(proposal.id).data ?? none;
  const waiting = useObservable(waitingSuggestions);
  return useMemo(() => asInText(threads, waiting), [threads, waiting]);
}

export function useOpenThreadIds(): ReadonlySet<string> {
  const threads = useAllThreads();
  return useMemo(() => new Set(threads.filter((one) => !one.resolvedAt).map((one) => one.id)), [threads]);
}

/** Open threads on an answer: on the question and on its passages. Those on suggestions are on their cards. */
export function useAnswerThreads(key: AnswerKey): readonly Thread[] {
  const threads = useAllThreads();
  return useMemo(
    () =>
      threads.filter(
        ({ target, resolvedAt }) =>
          'key' in target && target.kind !== 'suggestion' && target.key === key && !resolvedAt,
      ),
    [threads, key],
  );
}

export function useThreadActions() {
  const { proposal } = useProposal();
  const proposalId = proposal.id;
  /** @returns whether it succeeded; what was refused is shown. */
  const run = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      await Promise.all([refresh(proposalId, 'comments'), refreshTasks()]);
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };
  return {
    create: async ({ target, anchor }: NewComment, body: string): Promise<ThreadId | null> => {
      const id = uuidv7() as ThreadId;
      const input = { id, target, body, ...(anchor && { anchor }) };
      return (await run(callApi(review.createThread, { proposalId }, input))) ? id : null;
    },
    reply: (threadId: ThreadId, body: string) =>
      run(callApi(review.replyToThread, { proposalId, threadId }, { id: uuidv7(), body })),
    edit: (threadId: ThreadId, commentId: CommentId, body: string) =>
      run(callApi(review.editComment, { proposalId, threadId, commentId }, { body })),
    remove: (threadId: ThreadId, commentId: CommentId) =>
      run(callApi(review.deleteComment, { proposalId, threadId, commentId }, {})),
    attach: (threadId: ThreadId, words: NewPassage) =>
      run(callApi(review.attachThread, { proposalId, threadId }, words)),
    setTask: (threadId: ThreadId, task: z.input<typeof review.setTask.body>) =>
      run(callApi(review.setTask, { proposalId, threadId }, task)),
    react: (threadId: ThreadId, commentId: CommentId, sign: z.input<typeof review.setReaction.body>) =>
      run(callApi(review.setReaction, { proposalId, threadId, commentId }, sign)),
    setResolved: (threadId: ThreadId, isResolved: boolean) =>
      run(callApi(review.setThreadResolved, { proposalId, threadId }, { isResolved })),
  };
}

/** For oneself only. Shown at once; a mark that is lost on the way is set again the next time. */
export async function markRead(proposalId: ProposalId, threadId: ThreadId): Promise<void> {
  changeThreads(proposalId, (threads) =>
    threads.map((thread) => (thread.id === threadId ? { ...thread, isUnread: false } : thread)),
  );
  await callApi(review.markThreadRead, { proposalId, threadId }, {}).catch(() => undefined);
}
