// Which activities have a text of expected results: looked at when words change, told when the answer to that changes.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { RESULTS_QUESTION } from '@adagia/shared/plan/schedule-rules';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { ProposalSession } from '../../session/proposal-session.ts';

function writtenIn(doc: Y.Doc): string[] {
  const found: string[] = [];
  for (const name of doc.share.keys()) {
    const answer = parseAnswerKey(name);
    if (answer?.questionId === RESULTS_QUESTION && answer.objectId && doc.getText(name).length > 0) {
      found.push(answer.objectId);
    }
  }
  return found.sort();
}

function watch(doc: Y.Doc) {
  let shown = new Set<string>();
  const look = () => {
    const found = writtenIn(doc);
    if (found.length !== shown.size || found.some((id) => !shown.has(id))) shown = new Set(found);
    return shown;
  };
  return {
    get: () => shown,
    subscribe(listener: () => void) {
      const changed = () => {
        const before = shown;
        if (look() !== before) listener();
      };
      changed();
      doc.on('afterTransaction', changed);
      return () => doc.off('afterTransaction', changed);
    },
  };
}

export function useWrittenResults({ doc }: ProposalSession): ReadonlySet<string> {
  const store = useMemo(() => watch(doc), [doc]);
  return useSyncExternalStore(store.subscribe, store.get);
}
