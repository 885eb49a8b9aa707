// Which language somebody gets.
import { expect, test } from 'vitest';
import { chooseLanguage, languages } from './languages.ts';

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['EL', 'el'],
  ['fr-BE,fr;q=0.9,en;q=0.8', 'fr'],
  ['en;q=0.5,pl;q=0.9', 'pl'],
  // Not offered: the next wish.
  ['mt,it;q=0.9,es;q=0.1', 'es'],
  // "Anything but".
  ['de;q=0,en', 'en'],
  ['mt', null],
  // Danish and "deu" are not German.
  ['da', null],
  ['deu', null],
  ['*', null],
  ['', null],
  [null, null],
  [';;q=,,de;q=abc', null],
])('%j is answered in %j', (wanted, language) => {
  expect(chooseLanguage(wanted, languages)).toBe(language);
});
