// How many people or partners take part in an activity, held against the quantities of unit costs and the plan. Only where a sentence
// names one activity, or stands in an answer about it; a part, a bound, a range or a share of each is nothing to compare.
import type { PlanActivity } from '../plan/workplan.ts';
import { type QuantityName, quantityIn } from '../unit-costs/quantities.ts';
import { BOUND, PER, type Sentence, sentencesIn } from './check-figures.ts';
import { type Counted, type CountedTogether, countedTogetherIn, countsIn, type Figure } from './figures.ts';
import { type ConsistencyInput, type Finding, finding } from './finding.ts';

/** The first is what the activity has; the others are ways to say a part of it. */
type Counts = readonly number[];

const PEOPLE = {
  meeting: ['participants'],
  output: [],
  event: ['local', 'foreign'],
  // Those who accompany are no participants, and are often counted with them.
  activity: ['staff', 'learners', 'accompanying'],
} as const satisfies Record<PlanActivity['part'], readonly QuantityName[]>;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** How a text calls them, at events: who lives there, and who travels. */
const LOCAL = /^(?:local|locals|lokale[nr]?|ansässige[nr]?|locaux|locales|locali|locais|lokalnych|lokale)$/iu;
const FOREIGN =
  /^(?:foreign|international|visiting|ausländische[nr]?|internationale[nr]?|étrangers|extranjeros|internacionales|stranieri|estrangeiros|zagranicznych|buitenlandse)$/iu;

/** Other words for some of those who take part: what else stands there may be no people at all. */
const OTHER_KIND =
  /^(?:adult|young|younger|old|older|senior|female|male|experienced|new|erwachsene[nr]?|junge[nr]?|jüngere[nr]?|ältere[nr]?|weibliche[nr]?|männliche[nr]?|jeunes|adultes|jóvenes|adultos|giovani|adulti)$/iu;

const isKind = ({ word }: CountedTogether['kinds'][number]): boolean =>
  [LOCAL, FOREIGN, OTHER_KIND].some((one) => one.test(word));

const togetherIn = (text: string): CountedTogether[] =>
  countedTogetherIn(text).filter(({ kinds }) => kinds.every(isKind));

/** [] where nothing was entered, or the call asks for no quantities. */
function peopleOf(input: ConsistencyInput, { id, part }: PlanActivity): Counts {
  if (input.lines.length === 0) return [];
  const names: readonly QuantityName[] = PEOPLE[part];
  const of = (name: QuantityName) => input.organisations.map((one) => quantityIn(input.budgetFields, id, one.id, name));
  const kinds = names.map((name) => sum(of(name)));
  const own = input.organisations.map((_, index) => sum(names.map((name) => of(name)[index] ?? 0)));
  const total = sum(kinds);
  return total === 0 ? [] : [total, sum(kinds.slice(0, 2)), ...kinds, ...own];
}

/** With and without the one that leads it. */
function partnersOf({ organisations }: ConsistencyInput, { lead, participants }: PlanActivity): Counts {
  const there = new Set(organisations.map(({ id }) => id));
  const others = participants.filter((id) => there.has(id));
  if (others.length === 0) return [];
  return there.has(lead) ? [others.length + 1, others.length] : [others.length];
}

const TAKES_PART = /(?:take|takes|taking|took) part|participat|nehmen|nimmt|beteilig|prennent part|participan/iu;
const RANGE = /(?<![\p{L}\d])\d+\s*(?:to|or|and|bis|oder|und|à|[-–/])\s*$/iu;
const OF_EACH = /(?:^|\P{L})(?:each|every|per|pro|je|jede\p{L}*|chaque|cada)(?!\p{L})/iu;
/** Some of them are meant. */
const PART =
  /(?:^|\P{L})(?:of (?:them|whom|these|the)|among|including|with fewer|other|more|further|davon|darunter|weitere|mit geringeren|dont|parmi)(?!\p{L})/iu;

function isClear(text: string, { at, words }: Figure): boolean {
  const before = text.slice(0, at);
  return !BOUND.test(before) && !RANGE.test(before) && !PER.test(text.slice(at + words.length)) && !OF_EACH.test(text);
}

function disagrees({ text }: Sentence, { value }: Figure, counts: Counts): boolean {
  const [total] = counts;
  if (total === undefined || counts.includes(value)) return false;
  return value > total || !PART.test(text);
}

/** @returns null where the sentence names none of them and stands elsewhere, and where it names several */
function activityOf({ text, objectId }: Sentence, activities: readonly PlanActivity[]): PlanActivity | null {
  const named = activities.filter(({ number }) =>
    new RegExp(String.raw`(?<![\p{L}\d.])${number.replace('.', String.raw`\.`)}(?![\p{L}\d]|\.\d)`, 'u').test(text),
  );
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  return activities.find(({ id }) => id === objectId) ?? null;
}

function checkCounted(
  input: ConsistencyInput,
  what: Counted,
  countsOf: (activity: PlanActivity) => Counts,
  isMeant: (text: string, value: number) => boolean,
): Finding[] {
  const counts = new Map(input.workplan.activities.map((one) => [one, countsOf(one)] as const));
  const activities = [...counts].filter(([, known]) => known.length > 0).map(([one]) => one);
  if (activities.length === 0) return [];
  return sentencesIn(input).flatMap((sentence) => {
    // Of two that are counted together neither says anything alone.
    if (what === 'participants' && togetherIn(sentence.text).length > 0) return [];
    const [count, ...others] = countsIn(sentence.text, what);
    if (!count || others.length > 0 || !isMeant(sentence.text, count.value) || !isClear(sentence.text, count))
      return [];
    const activity = activityOf(sentence, activities);
    const known = (activity && counts.get(activity)) ?? [];
    if (!activity || !disagrees(sentence, count, known)) return [];
    const data = { what: `${what}-in`, number: activity.number, said: count.value, count: known[0] ?? 0 };
    return [finding('text-count', sentence, data)];
  });
}

interface Told {
  said: number;
  count: number;
}

/** Of an event whose two kinds are called by their names: each against its own. */
function wrongKinds({ kinds }: CountedTogether, [, , local = 0, foreign = 0]: Counts): Told[] | null {
  const told = kinds.map(({ word, value: said }) => {
    if (LOCAL.test(word)) return { said, count: local };
    return FOREIGN.test(word) ? { said, count: foreign } : null;
  });
  return told.every((one) => one !== null) ? told.filter(({ said, count }) => said !== count) : null;
}

/** The one kind that is wrong, else the sum of the two; null where nothing is to be told. */
function saidTogether(pair: CountedTogether, activity: PlanActivity, counts: Counts): Told | null {
  const [total = 0, participants] = counts;
  const wrong = activity.part === 'event' ? wrongKinds(pair, counts) : null;
  const [first, second] = wrong ?? [];
  if (wrong && (!second || pair.value === total)) return first ?? null;
  return pair.value === total || pair.value === participants ? null : { said: pair.value, count: total };
}

/** "40 local and 6 foreign participants". */
function checkTogether(input: ConsistencyInput): Finding[] {
  const activities = input.workplan.activities.filter((one) => peopleOf(input, one).length > 0);
  if (activities.length === 0) return [];
  return sentencesIn(input).flatMap((sentence) => {
    const [pair, ...others] = togetherIn(sentence.text);
    if (!pair || others.length > 0 || !isClear(sentence.text, pair)) return [];
    const activity = activityOf(sentence, activities);
    if (!activity || PART.test(sentence.text)) return [];
    const told = saidTogether(pair, activity, peopleOf(input, activity));
    if (!told) return [];
    return [finding('text-count', sentence, { what: 'participants-in', number: activity.number, ...told })];
  });
}

export const checkParticipants = (input: ConsistencyInput): Finding[] => [
  ...checkTogether(input),
  ...checkCounted(
    input,
    'participants',
    (one) => peopleOf(input, one),
    () => true,
  ),
  ...checkCounted(
    input,
    'partners',
    (one) => partnersOf(input, one),
    // More than there are is told of the project.
    (text, value) => TAKES_PART.test(text) && value <= input.organisations.length,
  ),
];
