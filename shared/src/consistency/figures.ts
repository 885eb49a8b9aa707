// Amounts of money, months and counted things as people write them in the languages of Europe: "1.234,50 €", "1,234.50 EUR", "EUR 250 000"
// with spaces of any width, "month 7", "M7", "Monat 7", "five partners". Finds them in a sentence, with the words that they stand in. Pure.

export interface Figure {
  value: number;
  /** As it is written. */
  words: string;
  at: number;
}

const SPACES = String.raw` \u00a0\u2009\u202f`;
const NUMBER = String.raw`\d{1,3}(?:[.,'’${SPACES}]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d])`;
const EURO = String.raw`(?:€|EUR\b|[Ee]uros?\b|[Εε]υρώ)`;
const AMOUNT = new RegExp(
  String.raw`(?<!\p{L})(?:${EURO}[${SPACES}]?(?<before>${NUMBER})|(?<behind>${NUMBER})[${SPACES}]?${EURO})`,
  'gu',
);

/** '1.234,50' → 1234.5: the last separator is the decimal one where two digits or one follow it, else all of them part thousands. */
export function readNumber(words: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(words);
  const whole = decimals ? words.slice(0, decimals.index) : words;
  return Number(`${whole.replaceAll(/\D/g, '')}.${decimals?.[1] ?? '0'}`);
}

/** In euro. */
export function amountsIn(text: string): Figure[] {
  return [...text.matchAll(AMOUNT)].map(({ 0: words, index, groups }) => ({
    value: readNumber(groups?.before ?? groups?.behind ?? ''),
    words,
    at: index,
  }));
}

/** English, German, French, Spanish, Italian, Portuguese, Polish, Greek, Dutch, Romanian. */
const MONTH = String.raw`(?:months?|Monate?n?|mois|mes(?:es)?|mesi?|mês|miesiąc\p{L}*|μήν\p{L}*|maand(?:en)?|lun[aăi]\p{L}*)`;
const MONTHS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:M(?<short>\d{1,2})|${MONTH}[${SPACES}](?<long>\d{1,2}))(?![\p{L}\d]|[.,]\d)`,
  'giu',
);

/** Months of the project: "M7", "month 7". Not how long something takes: "7 months". */
export function monthsIn(text: string): Figure[] {
  return [...text.matchAll(MONTHS)]
    .filter(({ groups, 0: words }) => groups?.long !== undefined || words.startsWith('M'))
    .map(({ 0: words, index, groups }) => ({ value: Number(groups?.short ?? groups?.long), words, at: index }));
}

const LENGTHS = new RegExp(String.raw`(?<![\p{L}\d])(?<count>\d{1,2})[${SPACES}-]${MONTH}(?!\p{L})`, 'giu');

/** How long: "24 months", "a 24-month project". */
export function lengthsIn(text: string): Figure[] {
  return [...text.matchAll(LENGTHS)].map(({ 0: words, index, groups }) => ({
    value: Number(groups?.count),
    words,
    at: index,
  }));
}

const NUMERALS: readonly (readonly string[])[] = [
  ['two', 'zwei', 'deux', 'dos', 'due', 'dois', 'duas', 'dwa', 'δύο', 'twee', 'două'],
  ['three', 'drei', 'trois', 'tres', 'tre', 'três', 'trzy', 'τρεις', 'drie', 'trei'],
  ['four', 'vier', 'quatre', 'cuatro', 'quattro', 'quatro', 'cztery', 'τέσσερις', 'patru'],
  ['five', 'fünf', 'cinq', 'cinco', 'cinque', 'pięć', 'πέντε', 'vijf', 'cinci'],
  ['six', 'sechs', 'seis', 'sei', 'sześć', 'έξι', 'zes', 'șase'],
  ['seven', 'sieben', 'sept', 'siete', 'sette', 'sete', 'siedem', 'επτά', 'zeven', 'șapte'],
  ['eight', 'acht', 'huit', 'ocho', 'otto', 'oito', 'osiem', 'οκτώ', 'opt'],
  ['nine', 'neun', 'neuf', 'nueve', 'nove', 'dziewięć', 'εννέα', 'negen', 'nouă'],
  ['ten', 'zehn', 'dix', 'diez', 'dieci', 'dez', 'dziesięć', 'δέκα', 'tien', 'zece'],
  ['eleven', 'elf', 'onze', 'once', 'undici'],
  ['twelve', 'zwölf', 'douze', 'doce', 'dodici'],
];
const TENS: readonly (readonly string[])[] = [
  ['twenty', 'zwanzig', 'vingt', 'veinte', 'venti'],
  ['thirty', 'dreißig', 'trente', 'treinta', 'trenta'],
  ['forty', 'vierzig', 'quarante', 'cuarenta', 'quaranta'],
  ['fifty', 'fünfzig', 'cinquante', 'cincuenta', 'cinquanta'],
  ['sixty', 'sechzig', 'soixante', 'sesenta', 'sessanta'],
];

const numerals = new Map([
  ...NUMERALS.flatMap((words, index) => words.map((word) => [word, index + 2] as const)),
  ...TENS.flatMap((words, index) => words.map((word) => [word, (index + 2) * 10] as const)),
]);
const COUNTED = {
  partners: String.raw`(?:partner(?:s|n)?|partenaires|socios|partneri|partneriai|parceiros|partnerów|εταίρο\p{L}*|parteneri)`,
  countries: String.raw`(?:countries|länder[n]?|pays|países|paesi|krajów|kraje|χώρες|landen|țări)`,
  participants: String.raw`(?:participants?|attendees|Teilnehm(?:ende[nr]?|er(?:[*:_]?innen|n)?)|participantes|partecipanti|uczestników|συμμετέχοντες|deelnemers|participanți)`,
} as const;
export type Counted = keyof typeof COUNTED;

const numberOf = (count: string): number | undefined =>
  /^\d/.test(count) ? Number(count) : numerals.get(count.toLocaleLowerCase('und'));

export interface CountedTogether extends Figure {
  /** What stands before the noun, "local" and "foreign", with how many. */
  kinds: readonly { word: string; value: number }[];
}

const TOGETHER = new RegExp(
  String.raw`(?<![\p{L}\d.,]|\d[${SPACES}])(?<first>\p{L}+|\d{1,3})[${SPACES}](?<one>\p{L}+)[${SPACES}](?:and|und|sowie|plus|et|y|e|i|και|en|și)[${SPACES}](?<second>\p{L}+|\d{1,3})[${SPACES}](?<other>\p{L}+)[${SPACES}]${COUNTED.participants}(?!\p{L})`,
  'giu',
);

/** "40 local and 6 foreign participants": 46 of them. */
export function countedTogetherIn(text: string): CountedTogether[] {
  return [...text.matchAll(TOGETHER)].flatMap(({ 0: words, index, groups }) => {
    const { first = '', one = '', second = '', other = '' } = groups ?? {};
    const [a, b] = [numberOf(first), numberOf(second)];
    if (a === undefined || b === undefined) return [];
    return [
      {
        value: a + b,
        words,
        at: index,
        kinds: [
          { word: one, value: a },
          { word: other, value: b },
        ],
      },
    ];
  });
}

/** "five partners", "12 countries"; one adjective may stand between: "five participating countries". */
export function countsIn(text: string, what: Counted): Figure[] {
  const found = new RegExp(
    String.raw`(?<![\p{L}\d.,]|\d[${SPACES}])(?<count>\p{L}+|\d{1,3})[${SPACES}](?:(?:partner|participating|programme|different|European|project|adult|young|learning|beteiligten?|erwachsenen?|jungen?|pays|países)[${SPACES}])?${COUNTED[what]}(?!\p{L})`,
    'giu',
  );
  return [...text.matchAll(found)].flatMap(({ 0: words, index, groups }) => {
    const value = numberOf(groups?.count ?? '');
    return value === undefined ? [] : [{ value, words, at: index }];
  });
}

/** Sentences and lines of a text, with where they begin. A number in a list ("O1.", "2.1") ends none. */
export function sentencesOf(text: string): { text: string; at: number }[] {
  const sentences: { text: string; at: number }[] = [];
  let at = 0;
  for (const part of text.split(/(?<=[.!?…;]["”’)]?)(?=\s+[\p{Lu}\d(“"„])(?<!\b\p{Lu}{1,2}\d{0,2}(?:\.\d+)?\.)|\n/u)) {
    if (part.trim()) sentences.push({ text: part, at });
    at += part.length + (text[at + part.length] === '\n' ? 1 : 0);
  }
  return sentences;
}
