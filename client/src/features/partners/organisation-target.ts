// An organisation as what a comment is about, with the name that is shown when it has left the partnership.
import type { Organisation } from '@adagia/shared/api/people';
import type { CommentTarget } from '@adagia/shared/api/review';

/** @param number as in 'P2' */
export function organisationTarget(
  { id, legalName }: Organisation,
  number: string,
): Extract<CommentTarget, { kind: 'organisation' }> {
  return { kind: 'organisation', organisationId: id, name: `${number} ${legalName}` };
}
