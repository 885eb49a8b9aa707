// What is at an address, where it is one of a place in this proposal: a question, a section, an object of the plan, a cell of the
// budget, an organisation, a comment, or a page.
import { answerKeySchema } from '@adagia/shared/answer-key';
import type { CommentTarget } from '@adagia/shared/api/review';
import { organisationIdSchema, planObjectIdSchema } from '@adagia/shared/ids';
import { threadAnchor } from '@adagia/shared/notice-path';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useCommentAuthor } from '../comment-author.ts';
import { useTargetNames } from '../use-target-names.ts';
import { useAllThreads } from '../use-threads.ts';

export interface NamedPlace {
  path: string;
  hash: string;
  name: string;
}

const pages = ['write', 'plan', 'budget', 'partners', 'timeline', 'versions', 'portal', 'people', 'settings'] as const;

/** @returns null for an anchor of which nothing is known */
function targetOf(hash: string): CommentTarget | null {
  const colon = hash.indexOf(':');
  const [kind, rest] = [hash.slice(0, colon), hash.slice(colon + 1)];
  if (kind === 'answer') {
    const key = answerKeySchema.safeParse(hash).data;
    return key ? { kind: 'question', key } : null;
  }
  if (kind === 'section') return { kind: 'section', sectionId: rest };
  if (kind === 'budget') return { kind: 'cell', cell: rest, name: '' };
  const id = rest.split('/')[0];
  if (kind === 'plan' || kind === 'gantt') {
    const objectId = planObjectIdSchema.safeParse(id).data;
    return objectId ? { kind: 'plan', objectId, name: '' } : null;
  }
  const organisationId = kind === 'organisation' ? organisationIdSchema.safeParse(id).data : undefined;
  return organisationId ? { kind: 'organisation', organisationId, name: '' } : null;
}

/** @returns names an address; null for one that leads out of this proposal */
export function usePlaceName(): (url: string) => NamedPlace | null {
  const { t } = useTranslation(['comments', 'shell']);
  const { proposal } = useProposal();
  const { nameOf } = useTargetNames();
  const threads = useAllThreads();
  const authorOf = useCommentAuthor();
  return (url) => {
    const { origin, pathname, hash: encoded } = new URL(url);
    const [, first, id, page] = pathname.split('/');
    const known = pages.find((one) => one === page);
    if (origin !== location.origin || first !== 'p' || id !== proposal.id || !known) return null;
    let hash = '';
    try {
      hash = decodeURIComponent(encoded.slice(1));
    } catch {
      // Cut off in the middle of a sign: the page is all that it says.
    }
    const thread = threads.find((one) => threadAnchor(one.id) === hash);
    const begun = thread?.comments[0];
    if (begun) return { path: pathname, hash, name: t('threadBy', { name: authorOf(begun) }) };
    const target = targetOf(hash);
    const name = target && nameOf(target);
    return { path: pathname, hash, name: name || t(known, { ns: 'shell' }) };
  };
}
