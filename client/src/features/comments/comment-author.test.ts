import { expect, test } from 'vitest';
import { authorIn } from './comment-author.ts';

const words = { nobody: 'Somebody', fromFile: '(from a file)' };

test('what came with a file is never under the name of who brought it', () => {
  expect(authorIn({ authorName: 'Ana', fromFile: null }, words)).toBe('Ana');
  expect(authorIn({ authorName: 'Ana', fromFile: { author: 'Grace', at: null } }, words)).toBe('Grace (from a file)');
  expect(authorIn({ authorName: 'Ana', fromFile: { author: '', at: null } }, words)).toBe('Somebody (from a file)');
});
