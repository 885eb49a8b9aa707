// Writes what somebody chose of a Word file: each answer as the smallest edit and one step of undo, then the comments that are new,
// said by whoever imports them in the name that the file gives, never under a colleague's own.
import * as review from '@adagia/shared/api/review';
import type { ThreadId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../../../api/call.ts';
import { refresh } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { newCommentAt } from '../../comments/anchors/passage.ts';
import { restoreAnswer } from '../../versions/restore-answer.ts';
import type { WordComment } from '../read/word-document.ts';
import { type AnswerChange, commentPlaces, textPart } from './answer-change.ts';
import type { NewReply, NewWordThread } from './new-comments.ts';

export interface ChosenImport {
  change: AnswerChange;
  /** false: its words stay, and comments are about the question where its words are others than those of the file. */
  doesWrite: boolean;
  threads: readonly NewWordThread[];
}

/** Characters: what a comment may have. */
const BODY_MAX = 10_000;

export function useWordImport() {
  const { t, i18n } = useTranslation('word');
  const { proposal, session } = useProposal();
  const proposalId = proposal.id;

  const bodyOf = ({ author, at, body }: WordComment): string => {
    const name = author || t('reading.nobody');
    const when = at && momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
    const said = when ? t('reading.said', { author: name, when }) : t('reading.saidOnce', { author: name });
    return `${said}\n${body}`.slice(0, BODY_MAX);
  };
  const reply = (threadId: ThreadId, comment: WordComment) =>
    callApi(review.replyToThread, { proposalId, threadId }, { id: uuidv7(), body: bodyOf(comment) });

  const openThread = async ({ first, replies }: NewWordThread, { change, doesWrite }: ChosenImport): Promise<void> => {
    const ytext = session.doc.getText(change.key);
    const range = doesWrite || change.isSame ? (commentPlaces(change.after).get(first.id) ?? null) : null;
    const { target, anchor } = newCommentAt(ytext, { answerKey: change.key, range });
    const id = uuidv7() as ThreadId;
    await callApi(review.createThread, { proposalId }, { id, target, body: bodyOf(first), ...(anchor && { anchor }) });
    for (const comment of replies) await reply(id, comment);
    if (!first.isResolved || !can(proposal.role, 'comment.resolve')) return;
    await callApi(review.setThreadResolved, { proposalId, threadId: id }, { isResolved: true });
  };

  /** @returns how many comments came along, and how many did not */
  return async (chosen: readonly ChosenImport[], replies: readonly NewReply[]) => {
    for (const { change, doesWrite } of chosen) {
      if (doesWrite) restoreAnswer(session.doc.getText(change.key), textPart(change.after));
    }
    const counts = { done: 0, failed: 0 };
    const count = async (work: Promise<unknown>) => {
      try {
        await work;
        counts.done += 1;
      } catch {
        // Told together with the others at the end: the next one may well succeed.
        counts.failed += 1;
      }
    };
    if (!can(proposal.role, 'comment.write')) return counts;
    for (const one of chosen) for (const thread of one.threads) await count(openThread(thread, one));
    for (const { threadId, comment } of replies) await count(reply(threadId, comment));
    if (counts.done > 0) await refresh(proposalId, 'comments');
    return counts;
  };
}
