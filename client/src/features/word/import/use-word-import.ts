// Writes what somebody chose of a Word file: each answer as the smallest edit, outright as one step of undo, then the comments that are new,
// said by whoever imports them in the name that the file gives, never under a colleague's own.
import type { FileComment } from '@adagia/shared/api/review';
import * as review from '@adagia/shared/api/review';
import type { ThreadId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { uuidv7 } from 'uuidv7';
import type * as Y from 'yjs';
import { callApi } from '../../../api/call.ts';
import { refresh } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import type { OffsetMap } from '../../../editor/binding/offset-map.ts';
import { SUGGESTION_ORIGIN } from '../../../editor/binding/suggestion-undo.ts';
import { answerUndoOf } from '../../../editor/binding/undo.ts';
import { EDITOR_ORIGIN, type ProposalSession } from '../../../session/proposal-session.ts';
import { newCommentAt } from '../../comments/anchors/passage.ts';
import type { NewComment } from '../../comments/comment-state.ts';
import type { WordComment } from '../read/word-document.ts';
import type { AnswerChange } from './answer-change.ts';
import type { NewReply, NewWordThread } from './new-comments.ts';
import { commentPlaces } from './word-text.ts';
import { fileMap, type Importer, writeImport } from './write-import.ts';

type Writing = Pick<Importer, 'userId'> & { suggests: boolean };

export interface ChosenImport {
  change: AnswerChange;
  /** false: its words stay, and comments are about the question where their words are not there. */
  doesWrite: boolean;
  threads: readonly NewWordThread[];
}

/** Characters: what a comment may have. */
const BODY_MAX = 10_000;

/** Resolves once the server has the words that comments are about, or where it cannot be reached. */
function storedOrNot({ saveState }: ProposalSession): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => saveState.get().kind !== 'saving' && resolve();
  const stop = saveState.subscribe(look);
  look();
  return promise.finally(stop);
}

/** @returns where each character of the file is in the answer, or would be */
function write(ytext: Y.Text, { change, doesWrite }: ChosenImport, writing: Writing): OffsetMap {
  const { doc } = ytext;
  if (!doesWrite || !doc) return fileMap(ytext, change.plan);
  const undo = answerUndoOf(ytext);
  undo.stopCapturing();
  const map = doc.transact(
    () => writeImport(ytext, doc, change.plan, { ...writing, nowMs: Date.now(), random: Math.random() }),
    // What is only suggested goes by being withdrawn.
    writing.suggests ? SUGGESTION_ORIGIN : EDITOR_ORIGIN,
  );
  undo.stopCapturing();
  return map;
}

function rangeOf(map: OffsetMap, place: { from: number; until: number } | undefined) {
  const ranges = place ? map.ranges(place.from, place.until - place.from) : [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first && last ? { anchor: first.at, focus: last.at + last.length } : null;
}

function saidIn({ author, at, body }: WordComment): { body: string; fromFile: FileComment } {
  const time = at === '' ? null : new Date(at).toISOString();
  return { body: body.slice(0, BODY_MAX), fromFile: { author, at: time } };
}

export function useWordImport() {
  const { proposal, session, me } = useProposal();
  const proposalId = proposal.id;

  const reply = (threadId: ThreadId, comment: WordComment) =>
    callApi(review.replyToThread, { proposalId, threadId }, { id: uuidv7(), ...saidIn(comment) });

  const openThread = async ({ first, replies }: NewWordThread, about: NewComment): Promise<void> => {
    const { target, anchor } = about;
    const id = uuidv7() as ThreadId;
    await callApi(review.createThread, { proposalId }, { id, target, ...saidIn(first), ...(anchor && { anchor }) });
    for (const comment of replies) await reply(id, comment);
    if (!first.isResolved || !can(proposal.role, 'comment.resolve')) return;
    await callApi(review.setThreadResolved, { proposalId, threadId: id }, { isResolved: true });
  };

  /** @returns how many comments came along, and how many did not */
  /** Before anything else is awaited: positions stay with their characters. */
  const writeAll = (chosen: readonly ChosenImport[], suggests: boolean) =>
    chosen.flatMap((one) => {
      const { key, plan } = one.change;
      const ytext = session.doc.getText(key);
      const map = write(ytext, one, { userId: me.id, suggests });
      const places = commentPlaces(plan.word);
      return one.threads.map((thread) => {
        const range = rangeOf(map, places.get(thread.first.id));
        return { thread, about: newCommentAt(ytext, { answerKey: key, range }) };
      });
    });

  return async (chosen: readonly ChosenImport[], replies: readonly NewReply[], suggests: boolean) => {
    const threads = writeAll(chosen, suggests);
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
    await storedOrNot(session);
    for (const { thread, about } of threads) await count(openThread(thread, about));
    for (const { threadId, comment } of replies) await count(reply(threadId, comment));
    if (counts.done > 0) await refresh(proposalId, 'comments');
    return counts;
  };
}
