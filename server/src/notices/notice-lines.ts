// A notice in the words of a mail: who did what in which section. The client has its own words for the inbox.
import type { NoticeRow } from '@adagia/db/repositories/notices';
import { findCall } from '@adagia/shared/programme/calls';
import { BUDGET_SECTION } from '@adagia/shared/writing-rights';
import { oneLine } from '../mail/letter.ts';
import type { MailWords } from '../mail/words/mail-words.ts';

interface Told {
  notice: NoticeRow;
  /** null: the server, or somebody whose account is gone. */
  actorName: string | null;
  callId: string;
}

export function sectionTitle(callId: string, sectionId: string): string {
  return findCall(callId)?.sections.find(({ id }) => id === sectionId)?.title ?? '';
}

/** Workplan and budget are no sections of the form. */
function partName(words: MailWords, sectionId: string): string {
  return sectionId === BUDGET_SECTION ? words.budget : words.workplan;
}

export function noticeLine(words: MailWords, language: string, { notice, actorName, callId }: Told): string {
  const actor = oneLine(actorName ?? '') || words.somebody;
  const section = sectionTitle(callId, notice.sectionId);
  switch (notice.kind) {
    case 'mention':
      return words.mentionLine(actor, section);
    case 'assigned':
      if (notice.data.part === 'writer') return words.writerLine(actor, section || partName(words, notice.sectionId));
      return words.assignedLine(actor, section || partName(words, notice.sectionId));
    case 'reply':
      return words.replyLine(actor, section);
    case 'role':
      return words.roleLine(actor, String(notice.data.role ?? ''));
    case 'joined':
      return words.joinedLine(actor);
    case 'request':
      return words.requestLine(actor);
    case 'reminder':
      return words.reminderLine(actor);
    default:
      return words.deadlineLine(dateIn(language, Number(notice.data.at)), Number(notice.data.days));
  }
}

function dateIn(language: string, at: number): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' } as const;
  // European forms of English: the calls are European.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at);
}
