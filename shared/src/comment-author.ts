// By what name the author of a comment is called: their own, or the one in the file that it came with.
import type { Comment } from './api/review.ts';

export const saidBy = ({ authorName, fromFile }: Pick<Comment, 'authorName' | 'fromFile'>): string =>
  fromFile ? fromFile.author : authorName;
