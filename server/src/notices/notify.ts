// One line into somebody's inbox, in the transaction of what it tells. What is urgent also leaves as a mail, unless they have seen
// it a minute later. Nobody is told what they did themselves. No content: words are read where they stand.
import type { Tx } from '@adagia/db/open-database';
import { insertNotice } from '@adagia/db/repositories/notices';
import { immediateKinds, type NoticeKind } from '@adagia/shared/api/notices';
import type { Deps } from '../commands/deps.ts';

export interface NewNotice {
  userId: string;
  proposalId: string;
  kind: NoticeKind;
  /** null: the server. */
  actorId: string | null;
  /** Where it leads: an answer key, a thread, a section. */
  target?: string;
  sectionId?: string;
  data?: Record<string, string | number | boolean | null>;
  /** A letter about it leaves by itself: no second one, and nothing in the digest. */
  isMailed?: boolean;
}

/** Milliseconds: whoever has the page open sees it in that time, and gets no mail about what is before their eyes. */
export const MAIL_AFTER_MS = 60_000;

export type Notifying = Pick<Deps, 'now' | 'newId' | 'jobs'>;

export function notify({ now, newId, jobs }: Notifying, tx: Tx, { isMailed, ...told }: NewNotice): void {
  if (told.actorId === told.userId) return;
  const mailedAt = isMailed ? now() : null;
  const row = { target: '', sectionId: '', data: {}, ...told, id: newId(), at: now(), seenAt: null, mailedAt };
  insertNotice(tx, row);
  if (isMailed || !immediateKinds.includes(told.kind)) return;
  jobs.enqueue(tx, { kind: 'notice-mail', data: { noticeId: row.id }, runAt: now() + MAIL_AFTER_MS });
}
