import { expect, test } from 'vitest';
import { linkRanges } from './link-ranges.ts';

test.each([
  ['See https://adagia.example/p/1/plan#x.', ['https://adagia.example/p/1/plan#x']],
  ['(http://a.example/b)', ['http://a.example/b']],
  ['https://a.example/b_(c), and HTTPS://D.example!', ['https://a.example/b_(c)', 'HTTPS://D.example']],
  ['javascript:alert(1) and data:text/html,x are words', []],
  ['<a href="https://a.example/">', ['https://a.example/']],
  ['https:// is none', []],
])('%s', (text, expected) => {
  expect(linkRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
