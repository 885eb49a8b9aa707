// The letter of a reminder: who asks, for which organisation, what is missing, until when, and where to go.
import type { IntakeItem } from '@adagia/shared/intake/intake-items';
import type { Language } from '@adagia/shared/languages';
import { composeLetter, type Letter, oneLine } from '../mail/letter.ts';
import { localeOf, type MailWords, mailWords } from '../mail/words/mail-words.ts';

type Tongue = ReturnType<typeof mailWords>;

function listed({ language }: Tongue, words: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(localeOf(language), { type }).format(words);
}

function fieldName({ fields }: MailWords, field: string): string {
  return field in fields ? fields[field as keyof typeof fields] : field;
}

function lineOf(tongue: Tongue, { group, state, lacks, question, kinds }: IntakeItem): string {
  const { words } = tongue;
  const lacking = () =>
    listed(
      tongue,
      lacks.map((field) => fieldName(words, field)),
    );
  const documents = () =>
    listed(
      tongue,
      kinds.map((kind) => words.documents[kind]),
      'disjunction',
    );
  switch (group) {
    case 'data':
      return words.missingData(lacking());
    case 'representative':
      return words.missingRepresentative(lacking());
    case 'contact':
      return words.missingContact;
    case 'projects':
      return words.missingProjects;
    case 'document':
      return words.missingDocument(documents());
    case 'text':
      return state === 'begun' ? words.missingBegun(question?.prompt ?? '') : words.missingText(question?.prompt ?? '');
  }
}

export function reminderLetter(reminder: {
  /** Of the reader, null where nothing is known of it. */
  language: Language | null;
  name: string;
  asker: string;
  organisation: string;
  title: string;
  missing: readonly IntakeItem[];
  /** 'YYYY-MM-DD' or ''. */
  dueOn: string;
  link: string;
}): Letter {
  const { name, asker, title, missing, dueOn, link } = reminder;
  const tongue = mailWords(reminder.language);
  const { language, words } = tongue;
  const organisation = oneLine(reminder.organisation);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const until = dueOn ? ` ${words.reminderUntil(day.format(new Date(`${dueOn}T12:00:00Z`)))}` : '';
  return composeLetter({
    language,
    subject: words.reminderSubject(title, organisation),
    paragraphs: [
      words.reminderHello(oneLine(name)),
      `${words.reminderText(oneLine(asker), organisation, oneLine(title))}${until}`,
      missing.map((item) => `- ${oneLine(lineOf(tongue, item))}`).join('\n'),
    ],
    action: { label: words.reminderAction, url: link },
    closing: [words.reminderClosing(organisation)],
  });
}
