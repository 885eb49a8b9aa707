// How far a list of answers is: how many are empty, draft, in review, final, and over their limit. Wakes its component
// only when one of these changes, not with each key.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { AnswerState, AnswerStatus } from '@adagia/shared/api/review';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { measureText } from '@adagia/shared/text/count';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Observable, ProposalSession } from '../../session/proposal-session.ts';
import { type CopyReading, watchAnswer } from './answer-text.ts';

/** What is shown of an answer: empty is derived from its text and never stored. */
export type ShownStatus = AnswerStatus | 'empty';
export type Progress = Record<ShownStatus, number> & { over: number; total: number };

type CountedAnswer = Pick<OutlineAnswer, 'key' | 'question'>;

/** One letter for each answer: e(mpty), w(ritten) or o(ver its limit). */
type Marks = string;

function markOf(doc: Y.Doc, { key, question }: CountedAnswer): string {
  const text = watchAnswer(doc, key).get();
  if (text === '') return 'e';
  return measureText(text, question.limit?.value ?? null).over > 0 ? 'o' : 'w';
}

export function watchMarks(doc: Y.Doc, answers: readonly CountedAnswer[]): Observable<Marks> {
  return {
    get: () => answers.map((answer) => markOf(doc, answer)).join(''),
    subscribe(listener) {
      const ends = answers.map(({ key }) => watchAnswer(doc, key).subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** @param answers the same array as long as they are the same answers */
export function useMarks(session: ProposalSession, answers: readonly CountedAnswer[]): Marks {
  const store = useMemo(() => watchMarks(session.doc, answers), [session, answers]);
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useIsEmpty(session: ProposalSession, key: AnswerKey, reading: CopyReading = 'base'): boolean {
  const store = watchAnswer(session.doc, key, reading);
  return useSyncExternalStore(store.subscribe, () => store.get() === '');
}

export function shownStatus(isEmpty: boolean, state: AnswerState | undefined): ShownStatus {
  return isEmpty ? 'empty' : (state?.status ?? 'draft');
}

export function countProgress(
  answers: readonly CountedAnswer[],
  marks: Marks,
  states: ReadonlyMap<AnswerKey, AnswerState>,
): Progress {
  const progress: Progress = { empty: 0, draft: 0, review: 0, final: 0, over: 0, total: answers.length };
  for (const [index, { key }] of answers.entries()) {
    progress[shownStatus(marks[index] === 'e', states.get(key))] += 1;
    if (marks[index] === 'o') progress.over += 1;
  }
  return progress;
}
