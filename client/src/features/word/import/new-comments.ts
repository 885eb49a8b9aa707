// Which comments of a Word file are not here yet. A comment is the same as one of ours when its author, its second and its words are:
// ids do not survive Word.

import type { Thread } from '@adagia/shared/api/review';
import { saidBy } from '@adagia/shared/comment-author';
import type { ThreadId } from '@adagia/shared/ids';
import type { WordComment } from '../read/word-document.ts';

export interface NewWordThread {
  first: WordComment;
  replies: WordComment[];
}

export interface NewReply {
  threadId: ThreadId;
  comment: WordComment;
}

const SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const nameOf = (author: string, at: string, body: string): string =>
  JSON.stringify([plain(author), at.slice(0, SECONDS), plain(body)]);

export function newComments(
  comments: readonly WordComment[],
  threads: readonly Thread[],
): { threads: NewWordThread[]; replies: NewReply[] } {
  const here = new Map<string, ThreadId>();
  for (const { id, comments: said } of threads) {
    for (const one of said)
      here.set(nameOf(saidBy(one), one.fromFile ? (one.fromFile.at ?? '') : one.createdAt, one.body), id);
  }
  const isHere = ({ author, at, body }: WordComment) => here.get(nameOf(author, at, body));
  const found = { threads: [] as NewWordThread[], replies: [] as NewReply[] };
  for (const first of comments) {
    if (first.parentId !== null || first.body === '') continue;
    const own = comments.filter(({ parentId, body }) => parentId === first.id && body !== '');
    const replies = own.filter((reply) => isHere(reply) === undefined);
    const threadId = isHere(first);
    if (threadId === undefined) found.threads.push({ first, replies });
    else found.replies.push(...replies.map((comment) => ({ threadId, comment })));
  }
  return found;
}
