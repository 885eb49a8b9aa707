// Where people are led after signing in: nowhere but here.
import { expect, test } from 'vitest';
import { nextPathOf } from './next-path.ts';

const token = 'a1'.repeat(32);

test.each(['/', '/notices', '/p/0198/write?q=3#top', `/join#${token}`])('%s is a place of ours', (path) => {
  expect(nextPathOf(path)).toBe(path);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  ' //elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  'join',
  '',
  `/${'a'.repeat(500)}`,
  null,
  7,
  ['/'],
])('%j is none', (path) => {
  expect(nextPathOf(path)).toBe('');
});
