import { expect, test } from 'vitest';
import { standingWords } from './standing-words.ts';

const found = (words: string, text: string) =>
  standingWords(words, text).map(({ from, at, length }) => [words.slice(from, from + length), at]);

test('49 words stand there as a whole, by paragraphs, or in long runs; what is alike by chance does not count', () => {
  expect(found('abc', 'xx abc')).toEqual([['abc', 3]]);
  expect(found('One paragraph.\nAnother paragraph.\n', 'Another paragraph.\n')).toEqual([['Another paragraph.\n', 0]]);
  const run = ' the schools of four valleys';
  expect(found(`We begin in${run}, soon.`, `Here${run}!`)).toEqual([[run, 4]]);
  expect(found('We know that the schools', 'I say that the school')).toEqual([]);
});
