// Who is told of a comment: those who are named in it at once, by themselves or with their organisation, those who wrote in its thread
// with the digest, and so is whoever suggested what it is about.
import type { Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { listOrganisations } from '@adagia/db/repositories/proposals';
import { listComments } from '@adagia/db/repositories/threads';
import type { CommentTarget } from '@adagia/shared/api/review';
import { answersFor } from '@adagia/shared/text/file-authors';
import { type Mentioned, mentionsIn } from '@adagia/shared/text/mentions';
import { parseSuggestionId } from '@adagia/shared/text/suggestions';
import { type Notifying, notify } from './notify.ts';

interface NewComment {
  proposalId: string;
  threadId: string;
  sectionId: string;
  authorId: string;
  body: string;
  target: CommentTarget;
}

type Members = ReturnType<typeof listMembers>;

function mentionsOf(tx: Tx, proposalId: string, members: Members, body: string): Map<string, Mentioned> {
  if (!body.includes('@')) return new Map();
  const people = members.map(({ member: { userId }, name }) => ({ userId, name }));
  const groups = listOrganisations(tx, proposalId).map(({ id, legalName, legalNameLatin }) => {
    const own = members.filter(({ member }) => member.organisationId === id);
    return { names: [legalName, legalNameLatin], userIds: own.map(({ member }) => member.userId) };
  });
  return mentionsIn(body, people, groups);
}

function tellNamed(deps: Notifying, tx: Tx, comment: NewComment, named: Map<string, Mentioned>): void {
  const { proposalId, threadId: target, sectionId, authorId: actorId } = comment;
  for (const [userId, by] of named) {
    const data = by === 'organisation' ? { by } : {};
    notify(deps, tx, { proposalId, actorId, target, sectionId, userId, kind: 'mention', data });
  }
}

/** Or who brought it in with a file. */
const suggesterOf = ({ target }: NewComment): string | undefined =>
  target.kind === 'suggestion' ? answersFor(parseSuggestionId(target.suggestionId)?.author ?? '') : undefined;

export function tellOfComment(deps: Notifying, tx: Tx, comment: NewComment): void {
  const { proposalId, threadId: target, sectionId, authorId: actorId, body } = comment;
  const members = listMembers(tx, proposalId);
  const named = mentionsOf(tx, proposalId, members, body);
  tellNamed(deps, tx, comment, named);
  const present = new Set(members.map(({ member }) => member.userId));
  const earlier = listComments(tx, proposalId, [target]).map((row) => row.comment.authorId);
  const suggester = suggesterOf(comment);
  for (const userId of new Set([...(suggester ? [suggester] : []), ...earlier])) {
    if (named.has(userId) || !present.has(userId)) continue;
    const data = userId === suggester ? { about: 'suggestion' } : {};
    notify(deps, tx, { proposalId, actorId, target, sectionId, userId, kind: 'reply', data });
  }
}

/** @param earlier all that it said before: whoever was ever named in it has been told, also where the name was away in between */
export function tellOfEdit(deps: Notifying, tx: Tx, comment: NewComment, earlier: readonly string[]): void {
  const members = listMembers(tx, comment.proposalId);
  const known = new Set(earlier.flatMap((body) => [...mentionsOf(tx, comment.proposalId, members, body).keys()]));
  const named = [...mentionsOf(tx, comment.proposalId, members, comment.body)].filter(([userId]) => !known.has(userId));
  tellNamed(deps, tx, comment, new Map(named));
}
