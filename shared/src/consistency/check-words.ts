// Names and terms of a text: the acronym, partners that nobody names, objectives that nothing serves, indicators without a number,
// terms spelled two ways. Says nothing while there is too little text to say it of.
import { fullPartners } from '../budget/rule.ts';
import { countries } from '../programme/countries.ts';
import { sentencesIn } from './check-figures.ts';
import { type ConsistencyInput, type Finding, finding, type TextToCheck } from './finding.ts';

const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ -]/gu, '')
    .toLowerCase();

/** One letter more, less or other. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return Math.max(endA - start, endB - start) === 1;
}

/** Letters: shorter acronyms are near to too much. */
const NEAR_MIN = 5;

/** Written like a name: with a capital in it that no beginning of a sentence explains. */
function isMisspelled(word: string, at: number, acronym: string): boolean {
  const letters = word.replaceAll(/['’-]/g, '');
  if (word === acronym || plain(word) === '') return false;
  const hasInner = /\p{Lu}/u.test(letters.slice(1));
  if (plain(word) === plain(acronym)) return hasInner || (at > 0 && /^\p{Lu}/u.test(word));
  const isUpper = letters === letters.toUpperCase() && acronym === acronym.toUpperCase();
  return isUpper && letters.length >= NEAR_MIN && acronym.length >= NEAR_MIN && isNear(letters, acronym);
}

export function checkAcronym(input: ConsistencyInput): Finding[] {
  const name = input.acronym.trim();
  if (name.length < 3 || /\s/.test(name)) return [];
  return sentencesIn(input).flatMap((sentence) => {
    const start = sentence.text.length - sentence.text.trimStart().length;
    const words = [...sentence.text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, at: index - start }));
    const wrong = words.find(({ word, at }) => isMisspelled(word, at, name));
    return wrong ? [finding('text-acronym', sentence, { said: wrong.word, acronym: name })] : [];
  });
}

/** Characters of all texts together: with less, who is not named yet will be. */
const ENOUGH_TEXT = 3000;
/** Words that say what many organisations are, and name none. */
const GENERIC =
  /^(?:university|institute|institut|association|asociaci\p{L}+|foundation|fundaci\p{L}*|centre|center|centro|school|college|city|county|national|public|learning|education\p{L}*|training|network|youth|adult|club|house|library|of|the|and|for|applied|sciences|society|european|international|municipality|department|academy|verein|gmbh|e\.v)$/iu;
const STEM_MIN = 4;

const countryNames = new Map(countries.map(({ code, name }) => [code, name]));

/** Beginnings of words that name this organisation and no other one: of its name, its town, its country. */
function stemsOf(one: ConsistencyInput['organisations'][number]): string[] {
  const names = [one.legalName, one.legalNameLatin, one.city ?? ''].flatMap((name) => name.match(WORD) ?? []);
  const own = names.filter((word) => word.length >= STEM_MIN && !GENERIC.test(word)).map(plain);
  // "Greece" and "Greek", "Romania" and "Romanian", "North Macedonia" and "Macedonian".
  const country = countryNames.get(one.country)?.match(WORD)?.at(-1) ?? '';
  return [
    ...own,
    ...(country.length >= STEM_MIN ? [plain(country).slice(0, Math.max(STEM_MIN, country.length - 3))] : []),
  ];
}

/** Of each text once: to bring a word into its plain form costs more than all comparisons of it. */
const wordsOfTexts = new WeakMap<readonly TextToCheck[], ReadonlyMap<TextToCheck, readonly string[]>>();

function plainWordsOf(texts: readonly TextToCheck[]): ReadonlyMap<TextToCheck, readonly string[]> {
  const known = wordsOfTexts.get(texts);
  if (known) return known;
  const words = new Map(texts.map((one) => [one, [...new Set(one.text.match(WORD) ?? [])].map(plain)] as const));
  wordsOfTexts.set(texts, words);
  return words;
}

export function checkPartners(input: ConsistencyInput): Finding[] {
  const { texts } = input;
  const organisations = input.organisations.map((one, index) => ({
    ...one,
    number: `P${index + 1}`,
    stems: stemsOf(one),
  }));
  if (texts.reduce((sum, { text }) => sum + text.length, 0) < ENOUGH_TEXT) return [];
  const full = fullPartners(organisations);
  const words = plainWordsOf(texts);
  return full.flatMap((one) => {
    const others = full.filter(({ id }) => id !== one.id).flatMap(({ stems }) => stems);
    const stems = one.stems.filter((stem) => !others.some((other) => other.startsWith(stem) || stem.startsWith(other)));
    const number = new RegExp(String.raw`(?<![\p{L}\d])${one.number}(?![\p{L}\d])`, 'u');
    // What it says about itself is asked of everybody.
    const isNamed = texts.some(
      (text) =>
        text.objectId !== one.id &&
        (number.test(text.text) || words.get(text)?.some((word) => stems.some((stem) => word.startsWith(stem)))),
    );
    const name = `${one.number} ${one.legalName}`;
    return isNamed ? [] : [finding('partner-unnamed', { key: null, text: name }, { name })];
  });
}

const OBJECTIVE = /^\W*((?:S|G)?O\s?\d{1,2})(?![\d.]\d)[.:)\s–-]/u;
const SERVED = /(?<![\p{L}\d])(?:WP\d|[AD]\d{1,2}\.\d)/u;

/** Only where the project ties some of its objectives to its work: then those that are left out are told. */
export function checkObjectives({ texts }: ConsistencyInput): Finding[] {
  const objectives = texts.filter(({ questionId }) => questionId === 'objectives');
  const lines = objectives.flatMap((one) => one.text.split('\n').map((text) => ({ one, text })));
  const numbered = lines.flatMap(({ one, text }) => {
    const number = OBJECTIVE.exec(text)?.[1]?.replaceAll(/\s/g, '');
    return number ? [{ key: one.key, text, number, isServed: isServed(texts, one, text, number) }] : [];
  });
  if (!numbered.some((one) => one.isServed)) return [];
  return numbered
    .filter((one) => !one.isServed)
    .map(({ key, text, number }) => finding('objective-alone', { key, text }, { number }));
}

function isServed(texts: readonly TextToCheck[], own: TextToCheck, line: string, number: string): boolean {
  if (SERVED.test(line)) return true;
  const name = new RegExp(String.raw`(?<![\p{L}\d])${number.replace(/(\d)/, String.raw`\s?$1`)}(?!\d)`, 'u');
  return texts.some((one) => one.key !== own.key && name.test(one.text));
}

const NUMBER_WORD =
  /\d|%|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|half|third|quarter|all|every|each|none|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|alle|jede\p{L}*|deux|trois|quatre|cinq|dix|tous|toutes|dos|tres|cuatro|cinco|diez|tod[oa]s)(?!\p{L})/iu;

export function checkIndicators({ texts }: ConsistencyInput): Finding[] {
  return texts
    .filter(({ questionId }) => /indicators?_quant/.test(questionId))
    .flatMap(({ key, text }) =>
      text
        .split('\n')
        // A heading, and a line that leads to a list, measure nothing.
        .filter((line) => line.trim().length > 15 && !/[:：]\s*$/.test(line) && !NUMBER_WORD.test(line))
        .map((line) => finding('indicator-number', { key, text: line }, {})),
    );
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Of the glossary: a spelling that the project does not use. */
function checkTerms(input: ConsistencyInput): Finding[] {
  const wrong = input.glossary.flatMap(({ term, variants }) =>
    variants.map((variant) => ({
      term,
      variant,
      // With other letters of the same word behind it: plurals.
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])${escaped(variant)}(?![\p{L}\p{N}]{3})`,
        variant.toLowerCase() === term.toLowerCase() ? 'u' : 'iu',
      ),
    })),
  );
  return sentencesIn(input).flatMap((sentence) =>
    wrong
      .filter(({ pattern }) => pattern.test(sentence.text))
      .map(({ term, variant }) => finding('two-spellings', sentence, { said: variant, term })),
  );
}

/** Without a glossary: the same word with and without a hyphen, "co-design" and "codesign". The rarer one is told, once. */
function checkHyphens(input: ConsistencyInput): Finding[] {
  const forms = new Map<string, Map<string, { count: number; key: TextToCheck['key']; text: string }>>();
  for (const { key, text } of sentencesIn(input)) {
    for (const word of text.match(WORD) ?? []) {
      const form = word.toLowerCase().replaceAll('’', "'");
      if (form.length < 6 || /\d/.test(form) || form.includes("'")) continue;
      const joined = form.replaceAll('-', '');
      const known = forms.get(joined) ?? new Map();
      const before = known.get(form);
      known.set(form, before ? { ...before, count: before.count + 1 } : { count: 1, key, text });
      forms.set(joined, known);
    }
  }
  const settled = new Set(
    input.glossary.flatMap(({ term, variants }) => [term, ...variants]).map((term) => term.toLowerCase()),
  );
  return [...forms.values()].flatMap((known) => {
    const [rare, common] = [...known].sort(([, a], [, b]) => a.count - b.count);
    if (!rare || !common || settled.has(rare[0]) || settled.has(common[0])) return [];
    return [finding('two-spellings', rare[1], { said: rare[0], term: common[0] })];
  });
}

export const checkSpellings = (input: ConsistencyInput): Finding[] => [...checkTerms(input), ...checkHyphens(input)];
