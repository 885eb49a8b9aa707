// A reminder as a mail: who asks, for which organisation, what is missing, until when, and where to go.
import type { IntakeItem } from '@adagia/shared/intake/intake-items';
import { composeLetter, type Letter, oneLine } from '../mail/letter.ts';
import { type MailWords, mailWords } from '../mail/words/mail-words.ts';

/** Days and lists as they are written in Europe. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

function lineOf(words: MailWords, language: string, { group, state, lacks, question, kinds }: IntakeItem): string {
  const listed = (parts: string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(localeOf(language), { type }).format(parts);
  const fields: Readonly<Record<string, string>> = words.cardFields;
  const lacking = listed(
    lacks.map((field) => fields[field] ?? field),
    'conjunction',
  );
  switch (group) {
    case 'data':
      return words.missingData(lacking);
    case 'representative':
      return words.missingRepresentative(lacking);
    case 'contact':
      return words.missingContact;
    case 'projects':
      return words.missingProjects;
    case 'document': {
      const documents = kinds.map((kind) => words.documentKinds[kind]);
      return words.missingDocument(listed(documents, 'disjunction'));
    }
    case 'text':
      return words.missingText(question?.prompt ?? '', state === 'begun');
  }
}

export interface Reminder {
  name: string;
  asker: string;
  organisation: string;
  title: string;
  missing: readonly IntakeItem[];
  /** 'YYYY-MM-DD' or ''. */
  dueOn: string;
  link: string;
}

/** @param wanted the reader's language, BCP 47 */
export function reminderLetter(wanted: string, reminder: Reminder): Letter {
  const { missing, dueOn, link } = reminder;
  const { language, words } = mailWords(wanted);
  const [name, asker, organisation, title] = [reminder.name, reminder.asker, reminder.organisation, reminder.title].map(
    oneLine,
  ) as [string, string, string, string];
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const until = dueOn ? words.reminderUntil(day.format(new Date(`${dueOn}T12:00:00Z`))) : '';
  return composeLetter({
    language,
    subject: words.reminderSubject(title, organisation),
    paragraphs: [
      words.reminderGreeting(name),
      [words.reminderAsks(asker, organisation, title), until].filter(Boolean).join(' '),
      missing.map((item) => `- ${oneLine(lineOf(words, language, item))}`).join('\n'),
    ],
    action: { label: words.reminderAction, url: link },
    closing: [words.reminderClosing(organisation)],
  });
}
