// What is pending in the proposal in the order of the page, live, with who wrote it, and what I may do about it. Wakes its component only
// when a card would look otherwise, not with every key.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { answersFor, nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import { useObservable } from '../../session/observable.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { useOutline } from '../narrative/use-outline.ts';
import { type PendingSuggestion, pendingReader, SuggestionIndex } from './suggestion-index.ts';

const indexes = new WeakMap<ProposalSession, SuggestionIndex>();

export function useSuggestionIndex(): SuggestionIndex {
  const { session } = useProposal();
  const index = indexes.get(session) ?? new SuggestionIndex(session.doc);
  indexes.set(session, index);
  return index;
}

export function usePendingSuggestions(): readonly PendingSuggestion[] {
  const index = useSuggestionIndex();
  const { answers } = useOutline();
  const read = useMemo(
    () =>
      pendingReader(
        index,
        answers.map(({ key }) => key),
      ),
    [index, answers],
  );
  return useSyncExternalStore(index.subscribe, read);
}

/** @returns the name of who suggested something, also of somebody who left; a name out of a file is never that of a member */
export function useAuthorName(): (author: string) => string {
  const { t } = useTranslation('suggestionCards');
  const { proposal } = useProposal();
  return (author) => {
    const inFile = nameOfFileAuthor(author);
    if (inFile !== null) return inFile ? t('fromFile', { name: inFile }) : t('fromFileUnknown');
    return proposal.members.find(({ userId }) => userId === author)?.name ?? t('somebody');
  };
}

export interface SuggestionRights {
  mayDecide(suggestion: PendingSuggestion): boolean;
  /** One's own, and what one brought with a file, also where one may only suggest. */
  mayWithdraw(suggestion: PendingSuggestion): boolean;
}

/** As the server decides it. */
export function useSuggestionRights(): SuggestionRights {
  const { me, session } = useProposal();
  const { canWrite, suggestsOnly = false, refusalAt } = useWritingRights();
  const isOpen = useObservable(session.canWrite) && canWrite;
  return useMemo(() => {
    const mayWriteAt = (key: AnswerKey) => isOpen && (refusalAt?.(key, null) ?? null) === null;
    return {
      mayDecide: ({ key }) => !suggestsOnly && mayWriteAt(key),
      mayWithdraw: ({ key, author }) => answersFor(author) === me.id && mayWriteAt(key),
    };
  }, [isOpen, suggestsOnly, refusalAt, me.id]);
}
