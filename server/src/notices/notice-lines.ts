// A notice in the words of a mail: who did what in which section. The client has its own words for the inbox.
import type { NoticeRow } from '@adagia/db/repositories/notices';
import type { Language } from '@adagia/shared/languages';
import { findCall } from '@adagia/shared/programme/calls';
import { roleSchema } from '@adagia/shared/roles';
import { BUDGET_SECTION } from '@adagia/shared/writing-rights';
import { oneLine } from '../mail/letter.ts';
import { localeOf, type MailWords } from '../mail/words/mail-words.ts';

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

function roleName({ roles }: MailWords, role: unknown): string {
  const known = roleSchema.safeParse(role).data;
  return known ? roles[known] : '';
}

export function noticeLine(words: MailWords, language: Language, { notice, actorName, callId }: Told): string {
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
      return words.roleLine(actor, roleName(words, notice.data.role));
    case 'joined':
      return words.joinedLine(actor);
    case 'granted':
      return words.grantedLine(actor);
    case 'request':
      return words.requestLine(actor);
    case 'reminder':
      return words.reminderLine(actor);
    default:
      return words.deadlineLine(dateIn(language, Number(notice.data.at)), Number(notice.data.days));
  }
}

function dateIn(language: Language, at: number): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Brussels' } as const;
  return new Intl.DateTimeFormat(localeOf(language), options).format(at);
}
