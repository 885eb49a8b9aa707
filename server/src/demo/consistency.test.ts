// The checks of the texts on the two worked examples, which agree with their plans: no false alarm in either; and each disagreement
// that is put into them is found, where it is, and nothing else.
import { readFileSync } from 'node:fs';
import { type AnswerKey, answerKey, parseAnswerKey } from '@adagia/shared/answer-key';
import { ruleContext } from '@adagia/shared/budget/rule';
import { checkTexts } from '@adagia/shared/consistency/check-texts';
import type { Finding } from '@adagia/shared/consistency/finding';
import { readGlossary } from '@adagia/shared/consistency/glossary';
import { readProposalFile } from '@adagia/shared/exchange/read-proposal-file';
import { findCall } from '@adagia/shared/programme/calls';
import { portalText } from '@adagia/shared/text/plain-text';
import { expect, test } from 'vitest';

type Name = 'nextdoor' | 'streetnotes';

function check(
  name: Name,
  said: Record<string, string> = {},
  glossary: string[] = [],
  change: (json: string) => string = (json) => json,
): Finding[] {
  const json = JSON.parse(change(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
  let next = 0;
  const newId = () => `00000000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`;
  const read = readProposalFile(json, findCall, newId);
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  const { facts, plan, budget, answers } = read.content;
  const texts = new Map<AnswerKey, string>([...answers].map(([key, blocks]) => [key, portalText(blocks)]));
  for (const [question, text] of Object.entries(said)) {
    const key = answerKey(question);
    texts.set(key, [texts.get(key), text].filter(Boolean).join('\n'));
  }
  for (const [index, term] of glossary.entries()) facts.set(`glossary/t${index}`, term);
  const context = ruleContext({
    call: read.call,
    sector: read.sector,
    organisations: read.organisations,
    facts,
    plan,
    budget,
  });
  return checkTexts({
    ...context,
    organisations: read.organisations,
    texts: [...texts].map(([key, text]) => {
      const { questionId = '', objectId = null } = parseAnswerKey(key) ?? {};
      return { key, questionId, objectId, text };
    }),
    acronym: String(facts.get('acronym') ?? ''),
    glossary: readGlossary(facts),
  });
}

test.each(['nextdoor', 'streetnotes'] as const)('%s agrees with itself', (name) => {
  expect(check(name)).toEqual([]);
});

const cases: [said: string, check: Finding['check'] | null, data?: object][] = [
  ['WP3 has a budget of 1.234,50 €.', 'text-amount', { number: 'WP3', saidCents: 123_450 }],
  ['WP2 costs EUR 42 000.', null],
  ['WP2 costs EUR\u202f43\u202f000.', 'text-amount', { number: 'WP2', saidCents: 4_300_000, amountCents: 4_200_000 }],
  ['In WP2, A2.1 takes 14,000 euro.', null],
  ['A2.1 takes 14,500.00 euro.', 'text-amount', { number: 'A2.1', amountCents: 1_400_000 }],
  ['We ask for a lump sum of €250,000.', null],
  ['Das Gesamtbudget beträgt 260.000 Euro.', 'text-amount', { number: '', saidCents: 26_000_000 }],
  ['A day of work in WP3 costs 1 200 EUR per person.', null],
  ['WP3 stays under 90 000 EUR.', null],
  ['WP2 ends in month 9.', 'text-month', { number: 'WP2', said: 9, from: 1, to: 7 }],
  ['WP2 endet in Monat 7.', null],
  ['The conference is in M25.', 'text-month', { said: 25, to: 24 }],
  ['It takes 30 months to learn.', null],
  ['The project lasts 18 months.', 'text-duration', { said: 18, months: 24 }],
  ['Le projet: la durée du projet est de 24 mois.', null],
  ['Our six partners meet online.', 'text-count', { what: 'partners', said: 6, count: 5 }],
  ['Two partners compared prices.', null],
  ['All five partners and the four partners of the applicant agree.', null],
  ['Seven participating countries are covered.', 'text-count', { what: 'countries', said: 7 }],
  ['Three partners take part in A2.1.', 'text-count', { what: 'partners-in', number: 'A2.1', said: 3, count: 5 }],
  ['An A2.1 nehmen drei Partner teil.', 'text-count', { what: 'partners-in', number: 'A2.1', said: 3, count: 5 }],
  ['Five partners take part in A2.1, four partners in it are not from Volos.', null],
  ['Four partners take part in A2.1.', null],
  ['The three partners of A2.1 met in Volos.', null],
  ['25 participants come to A2.3, 5 from each town.', null],
  ['See WP7 for it.', 'text-number', { number: 'WP7' }],
  ['See A2.1 and the A4 sheet.', null],
  ['Everybody knows NextDoor by now.', 'text-acronym', { said: 'NextDoor', acronym: 'NEXTDOOR' }],
  ['We call it NEXTDOR.', 'text-acronym', { said: 'NEXTDOR' }],
  ['The man next door said it, and NEXTDOOR it was.', null],
  [
    'Desks are codesigned. A co-designed desk is ours, co-designed.',
    'two-spellings',
    { said: 'codesigned', term: 'co-designed' },
  ],
];

test.each(cases)('%s → %s', (said, wanted, data = {}) => {
  const found = check('nextdoor', { sustainability: said });
  expect(found.map((one) => one.check)).toEqual(wanted === null ? [] : [wanted]);
  if (!wanted) return;
  expect(found[0]).toMatchObject({ key: 'answer:sustainability', data });
  expect(said.replaceAll(/\s/g, ' ')).toContain(found[0]?.quote);
});

test('an objective that no work serves is told where others are tied to theirs', () => {
  const [found, ...others] = check('nextdoor', { objectives: 'O5. By month 20, change the law on libraries.' });
  expect(others).toEqual([]);
  expect(found).toMatchObject({ check: 'objective-alone', key: 'answer:objectives', data: { number: 'O5' } });
  expect(check('nextdoor', { objectives: 'O5. Change the law.', tasks: 'A2.1 serves O5.' })).toEqual([]);
});

test('a partner whom nobody names is told', () => {
  const other = (json: string) =>
    json.replace("Vardar Citizens' House", 'Ljubljana Dance Theatre').replace('"country": "MK"', '"country": "SI"');
  const found = check('nextdoor', {}, [], other);
  expect(found.map((one) => [one.check, one.key, one.data.name])).toEqual([
    ['partner-unnamed', null, 'P5 Ljubljana Dance Theatre'],
  ]);
  // By its number, its town or its country it is named.
  for (const said of ['P5 leads it.', 'The Slovenian theatre leads it.', 'We meet at the Dance Theatre.']) {
    expect(check('nextdoor', { tasks: said }, [], other)).toEqual([]);
  }
});

test('an indicator without a number is told, line by line', () => {
  const said = 'Indicators:\n- 40 mentors have a certificate\n- More residents use the help desk\n- Every town signs';
  const found = check('nextdoor', { wp_indicators_quant: said });
  expect(found.map((one) => [one.check, one.quote])).toEqual([
    ['indicator-number', '- More residents use the help desk'],
  ]);
});

test('the glossary says which spelling is ours', () => {
  const said = { sustainability: 'Each help desk trains digital mentors; the helpdesk stays. Two Help-Desks remain.' };
  const found = check('nextdoor', said, ['help desk | helpdesk | help-desk']);
  expect(found.map(({ data }) => data)).toEqual([
    { said: 'helpdesk', term: 'help desk' },
    { said: 'help-desk', term: 'help desk' },
  ]);
});
