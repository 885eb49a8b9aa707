// Mails in every language: nothing missing, nothing left in English, every name and figure in its place.
import { languages } from '@adagia/shared/languages';
import { describe, expect, test } from 'vitest';
import { mailWords } from './mail-words.ts';

type Sentence = string | ((...given: never[]) => string);
interface Words {
  [name: string]: Sentence | Words;
}

/** What may be the same in two languages. */
const alike = new Set(['budget', 'fields.oid', 'roles.editor']);

/** Each by its path, said with marks in place of names, and twice where the second thing given is a number. */
function sentencesOf(words: Words, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of Object.entries(words)) {
    const here = path + name;
    if (typeof value === 'object') for (const [key, said] of sentencesOf(value, `${here}.`)) found.set(key, said);
    else if (typeof value === 'string') found.set(here, [value]);
    else
      found.set(
        here,
        [1, 3].map((count) => value(...(marksFor(name, count) as never[]))),
      );
  }
  return found;
}

function marksFor(name: string, count: number): unknown[] {
  if (name === 'deadlineLine') return ['«A»', count];
  return name === 'digestChanges' ? ['«A»', '«B»', count] : ['«A»', '«B»', '«C»'];
}

const english = sentencesOf(mailWords('en').words);
const others = languages.filter((language) => language !== 'en');

describe.each(others)('%s', (language) => {
  const said = sentencesOf(mailWords(language).words);

  test('has every sentence, and none in English', () => {
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
    const left = [...said].filter(([key, words]) => words[0] === english.get(key)?.[0] && !alike.has(key));
    expect(left.map(([key]) => key)).toEqual([]);
  });

  test('names whom and what the English sentence names', () => {
    const marks = (words: string[] | undefined) =>
      (words ?? []).map((one) => [...new Set(one.match(/«[ABC]»/g))].sort());
    for (const [key, words] of english) expect(marks(said.get(key)), key).toEqual(marks(words));
  });
});

test('the reader is found by a header, and gets English where there is nothing else', () => {
  expect(mailWords('pl-PL,pl;q=0.9,en;q=0.8').words.signInAction).toBe('Zaloguj się');
  expect(mailWords('mt')).toMatchObject({ language: 'en' });
  expect(mailWords(null)).toMatchObject({ language: 'en' });
});

test('Polish counts as it is counted there', () => {
  const { words } = mailWords('pl');
  const counted = [1, 2, 5, 12, 22].map((count) => words.digestChanges('Budżet', 'Ola', count));
  expect(counted.map((line) => line.replace(/^Budżet: | \(Ola\)$/g, ''))).toEqual([
    '1 zmiana',
    '2 zmiany',
    '5 zmian',
    '12 zmian',
    '22 zmiany',
  ]);
});
