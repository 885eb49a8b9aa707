// Where a notice leads: the page, and the place on it. One answer for the inbox and for mails.
import type { NoticeKind } from './api/notices.ts';
import { BUDGET_SECTION, PLAN_SECTION } from './writing-rights.ts';

interface Leading {
  kind: string;
  proposalId: string;
  target: string;
  sectionId: string;
}

/** What a thread is called behind the '#' of the page that it is on: Write, or Budget. */
export const threadAnchor = (threadId: string): string => `comment:${threadId}`;

function anchorOf({ kind, target, sectionId }: Leading): string {
  const known = kind as NoticeKind;
  if (known === 'mention' || known === 'reply') return threadAnchor(target);
  if (known !== 'assigned' || sectionId === BUDGET_SECTION) return '';
  if (target.startsWith('answer:')) return target;
  return sectionId ? `section:${sectionId}` : '';
}

/** A path of ours, with what stands behind its '#'. */
export function noticePath(notice: Leading): string {
  const { kind, proposalId, target, sectionId } = notice;
  const page = `/p/${proposalId}`;
  if (kind === 'request') return `${page}/people`;
  if (kind === 'reminder') return `${page}/partners/${target}`;
  if (sectionId === PLAN_SECTION) return `${page}/plan`;
  const anchor = anchorOf(notice);
  return `${page}/${sectionId === BUDGET_SECTION ? 'budget' : 'write'}${anchor && `#${encodeURIComponent(anchor)}`}`;
}
