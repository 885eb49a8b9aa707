// Who suggested something, from where, and when.
import { answersFor, isFileAuthor, nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import comments from '../comments/comments.module.css';
import type { PendingSuggestion } from './suggestion-index.ts';
import { useAuthorName } from './use-suggestions.ts';

/** @returns the organisation of who is here; of a name in a file that it is one, and who brought it: it could say any name */
function useOrigin(author: string): string | undefined {
  const { t } = useTranslation('suggestionCards');
  const { proposal } = useProposal();
  const memberOf = (account: string) => proposal.members.find(({ userId }) => userId === account);
  if (isFileAuthor(author)) {
    const name = memberOf(answersFor(author))?.name;
    return name ? t('broughtBy', { name }) : t('outOfFile');
  }
  const organisationId = memberOf(author)?.organisationId;
  return proposal.organisations.find(({ id }) => id === organisationId)?.legalName;
}

export function SuggestionByline({ suggestion: { author, atMs } }: { suggestion: PendingSuggestion }) {
  const { i18n } = useTranslation('suggestionCards');
  const nameOf = useAuthorName();
  const from = useOrigin(author);
  const name = nameOfFileAuthor(author) || nameOf(author);
  const at = new Date(atMs);
  return (
    <div className={comments.byline}>
      <PersonBadge id={author} name={name} size={26} />
      <div className={comments.names}>
        <strong className={comments.line} dir="auto">
          <bdi>{name}</bdi>
        </strong>
        <span className={comments.quiet}>
          {from && <bdi className={comments.line}>{from}</bdi>}
          <time dateTime={at.toISOString()}>
            {momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
          </time>
        </span>
      </div>
    </div>
  );
}
