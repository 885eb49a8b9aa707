// What a suggestion was, above what is said about it: in lists, also when it is decided, with how it ended and by whom.
import type { SuggestionTarget, Thread } from '@adagia/shared/api/review';
import { useTranslation } from 'react-i18next';
import comments from '../comments/comments.module.css';
import { ChangeView } from './change-view.tsx';
import classes from './suggestions.module.css';
import { useAuthorName } from './use-suggestions.ts';

export function SuggestionQuote({ thread, target }: { thread: Thread; target: SuggestionTarget }) {
  return (
    <div className={classes.quoted}>
      <ChangeView {...target} looks={[]} />
      {thread.resolvedAt !== null && <Outcome thread={thread} target={target} />}
    </div>
  );
}

function Outcome({ thread: { resolvedBy }, target: { outcome } }: { thread: Thread; target: SuggestionTarget }) {
  const { t } = useTranslation('suggestionCards');
  const nameOf = useAuthorName();
  return (
    <p className={comments.quiet}>
      {outcome && resolvedBy ? t(`outcome_${outcome}`, { name: nameOf(resolvedBy) }) : t('outcome_unknown')}
    </p>
  );
}
