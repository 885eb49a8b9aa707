// Where a notice leads: the page, and the place on it. One answer for the inbox and for mails.
import type { NoticeKind } from './api/notices.ts';
import { PARTNERS_SECTION } from './comment-places.ts';
import { BUDGET_SECTION, PLAN_SECTION } from './writing-rights.ts';

interface Leading {
  kind: string;
  proposalId: string;
  target: string;
  sectionId: string;
}

/** What a thread is called behind the '#' of the page that it is on. */
export const threadAnchor = (threadId: string): string => `comment:${threadId}`;

/** The pages of what is no section of the form; every other one is on the page of the text. */
const pages: Readonly<Record<string, string>> = {
  [PLAN_SECTION]: 'plan',
  [BUDGET_SECTION]: 'budget',
  [PARTNERS_SECTION]: 'partners',
};

const ofThreads: readonly NoticeKind[] = ['mention', 'reply', 'task', 'task-due', 'done'];

function anchorOf({ kind, target, sectionId }: Leading): string {
  const known = kind as NoticeKind;
  if (ofThreads.some((one) => one === known)) return threadAnchor(target);
  if (known !== 'assigned' || pages[sectionId]) return '';
  if (target.startsWith('answer:')) return target;
  return sectionId ? `section:${sectionId}` : '';
}

/** A path of ours, with what stands behind its '#'. */
export function noticePath(notice: Leading): string {
  const { kind, proposalId, target, sectionId } = notice;
  const page = `/p/${proposalId}`;
  if (kind === 'request') return `${page}/people`;
  if (kind.startsWith('evaluat')) return `${page}/evaluation#${target}`;
  if (kind === 'reminder') return `${page}/partners/${target}`;
  const anchor = anchorOf(notice);
  return `${page}/${pages[sectionId] ?? 'write'}${anchor && `#${encodeURIComponent(anchor)}`}`;
}
