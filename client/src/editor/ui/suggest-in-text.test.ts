import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { acceptSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SuggestionAuthor } from '../binding/pending-marks.ts';
import { answerUndoOf } from '../binding/undo.ts';
import { findMatches } from './find-matches.ts';
import { isStruck, suggestInText } from './suggest-in-text.ts';

/** In one moment, and without luck: all names are alike unless somebody sees to it. */
const sue: SuggestionAuthor = {
  userId: 'sue',
  newKey: (around) =>
    suggestionKey(createSuggestionId({ author: 'sue', atMs: Date.UTC(2026, 10, 2), random: 0, around })),
};

function answer(text: string): Y.Text {
  const ytext = new Y.Doc().getText('answer:needs');
  ytext.insert(0, text);
  return ytext;
}
const replace = (ytext: Y.Text, words: string, replacement: string) =>
  suggestInText(ytext, findMatches(ytext.toJSON(), words), replacement, sue);
const listed = (ytext: Y.Text) => listSuggestions(ytext.toDelta(), ytext.getAttributes());
const base = (ytext: Y.Text) =>
  readSuggested(ytext.toDelta(), ytext.getAttributes(), 'base')
    .delta.map(({ insert }) => insert)
    .join('');

test('each match is a suggestion of its own, with the whole words, and nothing of it counts yet', () => {
  const ytext = answer('old and old\nold');
  replace(ytext, 'old', 'older');
  expect(ytext.toJSON()).toBe('oldolder and oldolder\noldolder');
  expect(listed(ytext).map(({ kind, before, after }) => [kind, before, after])).toEqual(
    Array.from({ length: 3 }, () => ['replacement', 'old', 'older']),
  );
  expect(base(ytext)).toBe('old and old\nold');
  acceptSuggestions(ytext, [listed(ytext)[1]!.id]);
  expect(base(ytext)).toBe('old and older\nold');
});

test('matches that touch stay apart', () => {
  const ytext = answer('aaa');
  replace(ytext, 'a', 'b');
  expect(listed(ytext)).toHaveLength(3);
  acceptSuggestions(ytext, [listed(ytext)[1]!.id]);
  expect(base(ytext)).toBe('aba');
});

test('one undo takes all of it back', () => {
  const ytext = answer('old and old');
  replace(ytext, 'old', '');
  expect(listed(ytext).map(({ kind }) => kind)).toEqual(['deletion', 'deletion']);
  expect(answerUndoOf(ytext).undo(sue)).toBe(true);
  expect(ytext.toDelta()).toEqual([{ insert: 'old and old' }]);
});

test('what is already so is no suggestion, and what is struck is known to be', () => {
  const ytext = answer('Old and old');
  replace(ytext, 'old', 'old');
  expect(listed(ytext).map(({ before, after }) => [before, after])).toEqual([['Old', 'old']]);
  const matches = findMatches(ytext.toJSON(), 'old');
  expect(matches.map((match) => isStruck(ytext, match))).toEqual([true, false, false]);
});

test('the look of the words is that of what stands in their place', () => {
  const ytext = answer('an old town');
  ytext.format(3, 3, { bold: true });
  replace(ytext, 'old', 'small');
  acceptSuggestions(ytext, [listed(ytext)[0]!.id]);
  expect(ytext.toDelta()).toEqual([
    { insert: 'an ' },
    { insert: 'small', attributes: { bold: true } },
    { insert: ' town' },
  ]);
});
