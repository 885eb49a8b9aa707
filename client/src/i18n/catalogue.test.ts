// Every language of the pages: what the sentences name is named in each, and nothing of English is left in it.
import { describe, expect, test } from 'vitest';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

interface Words {
  readonly [key: string]: string | Words | undefined;
}

function flat(words: Words, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(path + key, value);
    else if (value) for (const [inner, said] of flat(value, `${path}${key}.`)) found.set(inner, said);
  }
  return found;
}

/** What is put in. A form for one may do without the figure. */
const placesIn = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].filter((one) => one !== '{{count}}').sort();

const english = flat(en);
/** Words that German shares, and patterns without any. */
const shared = new Set([
  'Adagia',
  'Excel',
  'budget',
  'Organisation',
  'Passkey',
  'Passkeys',
  'Name',
  'Link',
  'Code',
  'Budget',
  'Plan',
  'Portal',
  'Partner',
  'Person',
  'Status',
  'System',
  'Version',
  'Version {{number}}',
  'Version {{version}}',
  'Markdown',
  'Word',
  'Word …',
  'Word: {{prompt}}',
  'JSON',
  'Offline',
  'Text',
  'Mail',
  'Position',
]);

/** Words of the form that English tells apart, and what each is called. A word of one is in no sentence about the other. */
const terms = [
  { english: /\bdeliverables?\b/i, de: /Liefergegenst[aä]nd/i },
  { english: /\bresults?\b/i, de: /Ergebnis/i },
];

describe.each([['de', flat(de)]])('%s', (_, said) => {
  test('has every sentence, and none that nobody says', () => {
    expect([...english.keys()].filter((key) => !said.has(key))).toEqual([]);
    expect([...said.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test('puts in what the English sentence puts in', () => {
    for (const [key, words] of said) expect(placesIn(words), key).toEqual(placesIn(english.get(key) ?? ''));
  });

  test('has nothing left of English', () => {
    const left = [...said].filter(([key, words]) => {
      // "M3" is month 3 in the form of the programme.
      const bare = words.replaceAll(/\{\{\w+\}\}|[^\p{L}]|\bM\b/gu, '');
      return words === english.get(key) && bare !== '' && bare !== 'M' && !shared.has(words);
    });
    expect(left).toEqual([]);
  });

  test('calls deliverables and results by different names', () => {
    for (const [key, words] of said) {
      const meant = english.get(key) ?? '';
      for (const { english: term, de } of terms) {
        if (term.test(meant)) expect(words, key).toMatch(de);
        else if (terms.some((other) => other.english.test(meant))) expect(words, key).not.toMatch(de);
      }
    }
  });
});
