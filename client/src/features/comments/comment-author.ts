// How the author of a comment is called where a name stands in a line of words: never by the name of who only brought it with a file.
import type { Comment } from '@adagia/shared/api/review';
import { useTranslation } from 'react-i18next';

type Said = Pick<Comment, 'authorName' | 'fromFile'>;

export function authorIn({ authorName, fromFile }: Said, words: { nobody: string; fromFile: string }): string {
  return fromFile ? `${fromFile.author || words.nobody} ${words.fromFile}` : authorName;
}

export function useCommentAuthor(): (comment: Said) => string {
  const { t } = useTranslation('comments');
  return (comment) => authorIn(comment, { nobody: t('nobodyNamed'), fromFile: t('fromFile') });
}
