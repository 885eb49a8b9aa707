// How much is suggested in the answers that the page of the portal copies, watched.
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import type { DeltaOp } from '@adagia/shared/text/blocks';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Observable, ProposalSession } from '../../session/proposal-session.ts';
import { watchAnswer } from '../narrative/answer-text.ts';

type Answers = readonly Pick<OutlineAnswer, 'key'>[];

/** What is suggested and not decided in these answers. */
export function countPending(doc: Y.Doc, answers: Answers): number {
  return answers.reduce((sum, { key }) => {
    const text = doc.getText(key);
    return sum + listSuggestions(text.toDelta() as DeltaOp[], text.getAttributes()).length;
  }, 0);
}

function createStore(doc: Y.Doc, answers: Answers): Observable<number> {
  let count: number | null = null;
  return {
    get: () => (count ??= countPending(doc, answers)),
    subscribe(listener) {
      const changed = () => {
        count = null;
        listener();
      };
      const ends = answers.map(({ key }) => watchAnswer(doc, key, 'accepted').subscribe(changed));
      count = null;
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

export function usePendingCount(session: ProposalSession, answers: Answers): number {
  const store = useMemo(() => createStore(session.doc, answers), [session, answers]);
  return useSyncExternalStore(store.subscribe, store.get);
}
