// Figures of a text that the data say otherwise: amounts, months, the duration, how many partners and countries, numbers of what does
// not exist. Each looks for one clear statement; where a sentence could mean something else it says nothing.
import type { BudgetRow } from '../budget/budget.ts';
import { fullPartners } from '../budget/rule.ts';
import type { PlanItem } from '../plan/workplan.ts';
import { amountsIn, type Counted, countsIn, type Figure, lengthsIn, monthsIn, sentencesOf } from './figures.ts';
import { type ConsistencyInput, type Finding, finding, type TextToCheck } from './finding.ts';
import { itemsByNumber, numbersIn, subjectOf } from './subjects.ts';

export interface Sentence extends Pick<TextToCheck, 'key' | 'objectId'> {
  text: string;
}

/** Eleven checks ask, again after each change of the plan, and the texts are mostly those of before. */
const sentencesOfTexts = new WeakMap<readonly TextToCheck[], readonly Sentence[]>();

export function sentencesIn({ texts }: ConsistencyInput): readonly Sentence[] {
  const known = sentencesOfTexts.get(texts);
  if (known) return known;
  const sentences = texts.flatMap(({ key, objectId, text }) =>
    sentencesOf(text).map((one) => ({ key, objectId, text: one.text })),
  );
  sentencesOfTexts.set(texts, sentences);
  return sentences;
}

/** A price of one thing, a part, or a bound is no total. */
export const PER = /^\s*(?:per\b|each\b|a (?:day|month|person|piece)|an hour|pro\b|je\b|par\b|por\b|na\b|ανά|\/|%)/i;
export const BOUND =
  /(?:at (?:most|least)|up to|more than|less than|under|over|about|around|nearly|almost|höchstens|mindestens|bis zu|rund|etwa|jusqu|environ|hasta|unos)\s*$/iu;
/** Euro. Below are prices. */
const TOTAL_MIN = 1000;

const isTotal = (text: string, { at, words, value }: Figure): boolean =>
  value >= TOTAL_MIN && !PER.test(text.slice(at + words.length)) && !BOUND.test(text.slice(0, at));

const PROJECT_TOTAL =
  /(?:total (?:budget|grant|cost|amount)|budget of the project|project(?:'s)? budget|lump sum|requested grant|we (?:ask|apply) for|Gesamtbudget|Pauschale|Gesamtkosten|budget total|presupuesto total|somme forfaitaire)/iu;

function rowsOf({ budget }: ConsistencyInput): Map<string, BudgetRow> {
  return new Map(budget.rows.flatMap((row) => [row, ...row.activities]).map((row) => [row.id, row]));
}

const centsOf = (row: BudgetRow): number[] => [
  ...(row.total === null ? [] : [row.total]),
  ...(row.byOrganisation?.values() ?? []),
  ...row.activities.flatMap((one) => one.total ?? []),
];

export function checkAmounts(input: ConsistencyInput): Finding[] {
  const items = itemsByNumber(input.workplan);
  const rows = rowsOf(input);
  return sentencesIn(input).flatMap((sentence) => {
    const amounts = amountsIn(sentence.text).filter((one) => isTotal(sentence.text, one));
    const [amount, ...others] = amounts;
    if (!amount || others.length > 0) return [];
    const cents = Math.round(amount.value * 100);
    const subject = subjectOf(sentence.text, items);
    const row = subject && rows.get(subject.id);
    if (subject && row && row.total !== null && !centsOf(row).includes(cents)) {
      return [finding('text-amount', sentence, { number: subject.number, saidCents: cents, amountCents: row.total })];
    }
    const { total } = input.budget;
    const known = [total, input.project.lumpSumCents];
    if (numbersIn(sentence.text).length > 0 || !PROJECT_TOTAL.test(sentence.text) || total === 0) return [];
    return known.includes(cents)
      ? []
      : [finding('text-amount', sentence, { number: '', saidCents: cents, amountCents: total })];
  });
}

function periodOf(item: PlanItem): [number, number] | null {
  if ('month' in item) return item.month === null ? null : [item.month, item.month];
  return item.from !== null && item.to !== null ? [item.from, item.to] : null;
}

export function checkMonths(input: ConsistencyInput): Finding[] {
  const { duration } = input.project;
  const items = itemsByNumber(input.workplan);
  return sentencesIn(input).flatMap((sentence) => {
    const months = monthsIn(sentence.text);
    const late = months.find(({ value }) => duration !== null && value > duration);
    if (late && duration !== null)
      return [finding('text-month', sentence, { number: '', said: late.value, from: 1, to: duration })];
    const subject = subjectOf(sentence.text, items);
    const period = subject && periodOf(subject);
    const [month, ...others] = months;
    if (!subject || !period || !month || others.length > 0) return [];
    const [from, to] = period;
    if (month.value >= from && month.value <= to) return [];
    return [finding('text-month', sentence, { number: subject.number, said: month.value, from, to })];
  });
}

const OF_PROJECT =
  /(?:project (?:lasts|runs|takes)|duration of the project|project(?:'s)? duration|\bmonths? project|-month project|Projektlaufzeit|Projekt (?:dauert|läuft)|durée du projet|duración del proyecto)/iu;

export function checkDuration(input: ConsistencyInput): Finding[] {
  const { duration } = input.project;
  if (duration === null) return [];
  return sentencesIn(input).flatMap((sentence) => {
    const [length, ...others] = lengthsIn(sentence.text);
    if (!length || others.length > 0 || length.value === duration || !OF_PROJECT.test(sentence.text)) return [];
    return [finding('text-duration', sentence, { said: length.value, months: duration })];
  });
}

/** All of them are meant: a smaller number without such words are some of them. */
const ALL = /(?:\b(?:all|our|the|these|of)|alle|unsere|les|nos|nuestros|los|wszystki\p{L}*)\s*$/iu;

function checkCount(input: ConsistencyInput, what: Counted, counts: readonly number[]): Finding[] {
  const most = Math.max(...counts);
  return sentencesIn(input).flatMap((sentence) =>
    countsIn(sentence.text, what)
      .filter(({ value, at }) => value > most || (ALL.test(sentence.text.slice(0, at)) && value >= most - 1))
      .filter(({ value }) => !counts.includes(value))
      .map(({ value }) => finding('text-count', sentence, { what, said: value, count: counts[0] ?? 0 })),
  );
}

export function checkCounts(input: ConsistencyInput): Finding[] {
  const { organisations } = input;
  const full = fullPartners(organisations);
  if (full.length === 0) return [];
  const countriesOf = (all: readonly { country: string }[]) =>
    new Set(all.map(({ country }) => country).filter(Boolean)).size;
  return [
    // "We and four partners": without the applicant.
    ...checkCount(input, 'partners', [full.length, organisations.length, full.length - 1]),
    ...checkCount(input, 'countries', [countriesOf(full), countriesOf(organisations)]),
  ];
}

export function checkNumbers(input: ConsistencyInput): Finding[] {
  const items = itemsByNumber(input.workplan);
  const letters = new Set([...items.keys()].map((number) => /^\p{Lu}+/u.exec(number)?.[0] ?? ''));
  return sentencesIn(input).flatMap((sentence) =>
    numbersIn(sentence.text)
      // A plan without deliverables has them in its texts alone.
      .filter((number) => !items.has(number) && letters.has(/^\p{Lu}+/u.exec(number)?.[0] ?? ''))
      .map((number) => finding('text-number', sentence, { number })),
  );
}
