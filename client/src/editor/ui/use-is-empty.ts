import type { AnswerKey } from '@adagia/shared/answer-key';
import { useSyncExternalStore } from 'react';
import type { ProposalSession } from '../../session/proposal-session.ts';

/** Follows the text, not its characters: wakes only when the first comes or the last goes. */
export function useIsEmpty(session: ProposalSession, key: AnswerKey): boolean {
  const text = session.doc.getText(key);
  return useSyncExternalStore(
    (listener) => {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
    () => text.length === 0 && Object.keys(text.getAttributes()).length === 0,
  );
}
