// Who is told of a comment: those who are named in it at once, those who wrote in its thread with the digest.
import type { Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { listComments } from '@adagia/db/repositories/threads';
import { mentionsIn } from '@adagia/shared/text/mentions';
import { type Notifying, notify } from './notify.ts';

interface NewComment {
  proposalId: string;
  threadId: string;
  sectionId: string;
  authorId: string;
  body: string;
}

export function tellOfComment(deps: Notifying, tx: Tx, comment: NewComment): void {
  const { proposalId, threadId, sectionId, authorId: actorId, body } = comment;
  const members = listMembers(tx, proposalId).map(({ member: { userId }, name }) => ({ userId, name }));
  const named = new Set(mentionsIn(body, members));
  const earlier = listComments(tx, proposalId, [threadId]).map((row) => row.comment.authorId);
  const present = new Set(members.map(({ userId }) => userId));
  const about = { proposalId, actorId, target: threadId, sectionId };
  for (const userId of named) notify(deps, tx, { ...about, userId, kind: 'mention' });
  for (const userId of new Set(earlier)) {
    if (!named.has(userId) && present.has(userId)) notify(deps, tx, { ...about, userId, kind: 'reply' });
  }
}
