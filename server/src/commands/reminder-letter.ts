// The words of a reminder: who asks, for which organisation, what is missing, until when, and where to go.
import type { IntakeItem } from '@adagia/shared/intake/intake-items';
import type { DocumentKind } from '@adagia/shared/programme/schema';
import { composeLetter, type Letter, oneLine } from '../mail/letter.ts';

const fields: Readonly<Record<string, string>> = {
  legalNameLatin: 'the legal name in Latin letters',
  city: 'the city',
  oid: 'the OID',
  type: 'the type of organisation',
  charter: 'the code of the charter (ECHE)',
  established: 'since when it has been established',
  publicBody: 'whether it is a public body',
  nonProfit: 'whether it is non-profit',
  representativeName: 'name',
  representativePosition: 'position',
  representativeEmail: 'e-mail',
};

const documents: Record<DocumentKind, string> = {
  mandate: 'the signed mandate',
  accession: 'the signed accession form',
  declaration: 'the signed declaration on honour',
  other: 'another document',
};

const listed = (words: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  new Intl.ListFormat('en-GB', { type }).format(words);

function lineOf({ group, state, lacks, question, kinds }: IntakeItem): string {
  const lacking = listed(lacks.map((field) => fields[field] ?? field));
  switch (group) {
    case 'data':
      return `Data of the organisation: ${lacking}`;
    case 'representative':
      return `Legal representative: ${lacking}`;
    case 'contact':
      return 'A contact person with an e-mail address';
    case 'projects':
      return 'Past projects, or that there are none';
    case 'document':
      return listed(
        kinds.map((kind) => documents[kind]),
        'disjunction',
      ).replace(/^the/, 'The');
    case 'text':
      return `${question?.prompt ?? ''} (${state === 'begun' ? 'begun, and not yet ready for review' : 'nothing written yet'})`;
  }
}

export function reminderLetter(reminder: {
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
  const organisation = oneLine(reminder.organisation);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const until = dueOn ? ` Please fill it in by ${day.format(new Date(`${dueOn}T12:00:00Z`))}.` : '';
  return composeLetter({
    language: 'en',
    subject: `${title}: what is still missing from ${organisation}`,
    paragraphs: [
      `Hello ${oneLine(name)},`,
      `${oneLine(asker)} asks for what is still missing from ${organisation} in the Erasmus+ proposal "${oneLine(title)}".${until}`,
      missing.map((item) => `- ${oneLine(lineOf(item))}`).join('\n'),
    ],
    action: { label: 'Fill it in', url: link },
    closing: [`You get this mail because you are a member of ${organisation} in this proposal.`],
  });
}
