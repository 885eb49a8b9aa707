// How far carrying over is. A tick holds while the text is the one that was copied: with the first change it is gone.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { AnswerState } from '@adagia/shared/api/review';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { measureText } from '@adagia/shared/text/count';
import { hashText } from '@adagia/shared/text/hash-text';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { ProposalSession } from '../../session/proposal-session.ts';
import type { AnswerStates } from '../narrative/answer-states.ts';
import { watchAnswer } from '../narrative/answer-text.ts';

/** changed: was carried over, and somebody has written since. empty: nothing to carry over. */
export type CarryState = 'empty' | 'open' | 'done' | 'changed';

export interface CarryOver {
  of(key: AnswerKey): CarryState;
  counts: Record<CarryState, number>;
  over: number;
  total: number;
}

export function carryState(text: string, state: AnswerState | undefined): CarryState {
  if (state?.carriedOver) return state.carriedOver.textHash === hashText(text) ? 'done' : 'changed';
  return text === '' ? 'empty' : 'open';
}

type Answers = readonly Pick<OutlineAnswer, 'key' | 'question'>[];

/** Every answer's state and whether it is over its limit, as one string that changes only when one of these does. */
function marksOf(doc: Y.Doc, answers: Answers, states: AnswerStates): string {
  const mark = { empty: 'e', open: 'o', done: 'd', changed: 'c' } as const;
  return answers
    .map(({ key, question }) => {
      const text = watchAnswer(doc, key).get();
      const isOver = measureText(text, question.limit?.value ?? null).over > 0;
      return mark[carryState(text, states.get(key))] + (isOver ? '!' : '.');
    })
    .join('');
}

const states: Record<string, CarryState> = { e: 'empty', o: 'open', d: 'done', c: 'changed' };

export function readMarks(answers: Answers, marks: string): CarryOver {
  const byKey = new Map<AnswerKey, CarryState>();
  const counts = { empty: 0, open: 0, done: 0, changed: 0 };
  for (const [index, { key }] of answers.entries()) {
    const state = states[marks[index * 2] ?? ''] ?? 'empty';
    byKey.set(key, state);
    counts[state] += 1;
  }
  const over = marks.split('!').length - 1;
  return { of: (key) => byKey.get(key) ?? 'empty', counts, over, total: answers.length };
}

export function useCarryOver(session: ProposalSession, answers: Answers, states: AnswerStates): CarryOver {
  const store = useMemo(
    () => ({
      get: () => marksOf(session.doc, answers, states),
      subscribe(listener: () => void) {
        const ends = answers.map(({ key }) => watchAnswer(session.doc, key).subscribe(listener));
        return () => {
          for (const end of ends) end();
        };
      },
    }),
    [session, answers, states],
  );
  const marks = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => readMarks(answers, marks), [answers, marks]);
}
