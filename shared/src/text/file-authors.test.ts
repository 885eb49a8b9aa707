import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { answersFor, fileAuthor, isFileAuthor, nameOfFileAuthor } from './file-authors.ts';
import { AUTHOR_ID_MAX, createSuggestionId, parseSuggestionId } from './suggestions.ts';

const throughKey = (name: string): string | null => {
  const id = createSuggestionId({ author: fileAuthor(name), atMs: Date.UTC(2026, 10, 26), random: 0 });
  return nameOfFileAuthor(parseSuggestionId(id)?.author ?? '');
};

test('a name goes into a key and comes out as it was', () => {
  expect(throughKey('Αλεξάνδρα Παπαδοπούλου-Ștefănescu')).toBe('Αλεξάνδρα Παπαδοπούλου-Ștefănescu');
  expect(throughKey('')).toBe('');
  assert(property(string({ unit: 'grapheme', maxLength: 20 }), (name) => name.startsWith(throughKey(name) ?? '?')));
  assert(property(string({ unit: 'binary-ascii', maxLength: 40 }), (name) => throughKey(name) === name));
});

test('one that is too long is cut at a character, and cut no more', () => {
  const long = '👩‍🏫é'.repeat(60);
  const cut = throughKey(long) ?? '';
  expect(fileAuthor(long).length).toBeLessThanOrEqual(AUTHOR_ID_MAX);
  expect(long.startsWith(cut)).toBe(true);
  expect(cut.length).toBeGreaterThan(40);
  expect(throughKey(cut)).toBe(cut);
});

test('no account is one from a file, and what nobody wrote so is read without harm', () => {
  expect(isFileAuthor('p4Kd0xLm2QvZ8sYtR1aNcBfGhJkUeWoI')).toBe(false);
  expect(nameOfFileAuthor('p4Kd0xLm2QvZ8sYtR1aNcBfGhJkUeWoI')).toBeNull();
  expect(nameOfFileAuthor('file-_zzzz-x')).toBe('x');
});

test('who brought a file answers for what it suggests; nobody does for what came with a whole proposal', () => {
  const account = 'p4Kd0xLm2QvZ8sYtR1aNcBfGhJkUeWoI';
  assert(
    property(string({ unit: 'binary-ascii', maxLength: 30 }), (name) => {
      const author = fileAuthor(name, account);
      expect([answersFor(author), nameOfFileAuthor(author), isFileAuthor(author)]).toEqual([account, name, true]);
      expect([answersFor(fileAuthor(name)), nameOfFileAuthor(fileAuthor(name))]).toEqual(['', name]);
    }),
  );
  expect(answersFor(account)).toBe(account);
});
