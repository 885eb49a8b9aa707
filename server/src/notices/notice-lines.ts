// A notice in the words of a mail: who did what in which section. The client has its own words for the inbox.
import type { NoticeRow } from '@adagia/db/repositories/notices';
import { PARTNERS_SECTION } from '@adagia/shared/comment-places';
import type { Language } from '@adagia/shared/languages';
import { findCall } from '@adagia/shared/programme/calls';
import { roleSchema } from '@adagia/shared/roles';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { oneLine } from '../mail/letter.ts';
import { localeOf, type MailWords } from '../mail/words/mail-words.ts';

export interface Told {
  notice: NoticeRow;
  /** null: the server, or somebody whose account is gone. */
  actorName: string | null;
  callId: string;
}

export function sectionTitle(callId: string, sectionId: string): string {
  return findCall(callId)?.sections.find(({ id }) => id === sectionId)?.title ?? '';
}

/** Workplan, budget and partners are no sections of the form. '' for none. */
function partName(words: MailWords, sectionId: string): string {
  if (sectionId === BUDGET_SECTION) return words.budget;
  if (sectionId === PARTNERS_SECTION) return words.partners;
  return sectionId === PLAN_SECTION ? words.workplan : '';
}

function roleName({ roles }: MailWords, role: unknown): string {
  const known = roleSchema.safeParse(role).data;
  return known ? roles[known] : '';
}

/** How the reader is spoken to, and which hours they live by. */
export interface Reader {
  words: MailWords;
  language: Language;
  timeZone: string;
}

export function noticeLine(reader: Reader, { notice, actorName, callId }: Told): string {
  const { words } = reader;
  const actor = oneLine(actorName ?? '') || words.somebody;
  const section = sectionTitle(callId, notice.sectionId) || partName(words, notice.sectionId);
  switch (notice.kind) {
    case 'mention':
      return words[isOfOrganisation(notice) ? 'mentionOrganisationLine' : 'mentionLine'](actor, section);
    case 'task':
      return taskLine(reader, notice, actor, section);
    case 'task-due':
      return `${words.taskDueLine(section)} ${untilLine(reader, notice)}`.trim();
    case 'evaluation-due':
      return `${words.evaluationDueLine} ${untilLine(reader, notice)}`.trim();
    case 'done':
      return words.doneLine(actor, section);
    case 'assigned':
      if (notice.data.part === 'writer') return words.writerLine(actor, section);
      return words.assignedLine(actor, section);
    case 'reply':
      return words[notice.data.about === 'suggestion' ? 'suggestionReplyLine' : 'replyLine'](actor, section);
    case 'role':
      return words.roleLine(actor, roleName(words, notice.data.role));
    case 'joined':
      return words.joinedLine(actor);
    case 'granted':
      return words.grantedLine(actor);
    case 'request':
      return words.requestLine(actor);
    case 'evaluation':
      return words.evaluationLine(actor);
    case 'evaluated':
      return words.evaluatedLine(Number(notice.data.round));
    case 'reminder':
      return words.reminderLine(actor);
    case 'figures-proposed':
      return words.figuresProposedLine(actor);
    case 'figures-decided':
      return words.figuresDecidedLine(actor);
    case 'column-agreed':
      return words[notice.data.isAgreed === false ? 'columnNotAgreedLine' : 'columnAgreedLine'](actor);
    default:
      return deadlineLine(reader, notice);
  }
}

/** Not themselves, but where they are from. */
export const isOfOrganisation = ({ kind, data }: NoticeRow): boolean =>
  kind === 'mention' && data.by === 'organisation';

function taskLine(reader: Reader, notice: NoticeRow, actor: string, section: string): string {
  const { words } = reader;
  const { data } = notice;
  const line = words[data.by === 'organisation' ? 'taskOrganisationLine' : 'taskLine'](actor, section);
  return `${line} ${untilLine(reader, notice)}`.trim();
}

/** '' where no day is said. */
function untilLine({ words, language }: Reader, { data }: NoticeRow): string {
  if (typeof data.dueOn !== 'string' || data.dueOn === '') return '';
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' });
  return words.taskUntil(day.format(new Date(`${data.dueOn}T12:00:00Z`)));
}

/** It is one in Brussels, wherever the reader is; what that means for them is said where it differs. */
function deadlineLine({ words, language, timeZone }: Reader, { data }: NoticeRow): string {
  const inZone = (zone: string) => {
    const options = { dateStyle: 'full', timeStyle: 'short', timeZone: zone } as const;
    return new Intl.DateTimeFormat(localeOf(language), options).format(Number(data.at));
  };
  const [there, here] = [inZone('Europe/Brussels'), inZone(timeZone)];
  const line = words.deadlineLine(there, Number(data.days));
  return here === there ? line : `${line} ${words.whereYouAre(here)}`;
}
