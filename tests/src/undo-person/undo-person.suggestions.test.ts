// Suggestions of the person whose doing is undone: what was pending is withdrawn or stays pending, and never becomes text.
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { resolveSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { deleteSuggested, insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { KEY, START_MS, Told, undoOf, wordsOf } from './stage.ts';

const WORDS = 'Rural schools need help.';
const idAt = (atMs: number) => createSuggestionId({ author: 'ben', atMs, random: 0.5 });

function suggest(ben: Y.Doc, words = 'VERY ', atMs = START_MS + 500): string {
  const id = idAt(atMs);
  ben.transact(() => insertSuggested(ben.getText(KEY), 6, words, id));
  return id;
}
const marksOf = (doc: Y.Doc): string => JSON.stringify(doc.getText(KEY).toDelta());

test('49 undone, taken back and undone again: pending words go', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  suggest(ben);
  ben.getText(KEY).insert(0, 'BEN ');
  told.undo('ana').takeBack();
  expect(wordsOf(ana)).toBe('BEN Rural VERY schools need help.');
  expect(marksOf(ana)).toContain('suggest:');
  told.undo('ana');
  expect(wordsOf(ana)).toBe(WORDS);
  expect(marksOf(ana)).not.toContain('suggest:');
});

test('49 rejected by a colleague who takes that back: pending words go', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  const id = suggest(ben);
  const undo = undoOf(ana);
  ana.transact(() => resolveSuggestions(ana.getText(KEY), [id], 'reject'), 'typed');
  undo.undo();
  const seen = told.trace('ben');
  told.undo('ana', seen);
  expect(wordsOf(ana)).toBe(WORDS);
});

test('49 put back by a colleague after somebody has looked, or only in part: they stay pending', () => {
  for (const isSeenBefore of [true, false]) {
    const told = new Told(WORDS);
    const [ana, ben] = [told.join('ana'), told.join('ben')];
    const id = suggest(ben);
    const undo = undoOf(ana);
    ana.transact(() => resolveSuggestions(ana.getText(KEY), [id], 'reject'), 'typed');
    const seen = told.trace('ben');
    undo.undo();
    ana.getText(KEY).delete(6, 1);
    told.undo('ana', isSeenBefore ? seen : told.trace('ben'));
    const delta = ana.getText(KEY).toDelta() as { insert: string; attributes?: object }[];
    expect(
      delta
        .filter(({ attributes = {} }) => Object.keys(attributes).length === 0)
        .map(({ insert }) => insert)
        .join(''),
    ).toBe(WORDS);
  }
});

test('49 what a colleague typed into pending words stays, as text', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  suggest(ben);
  ana.getText(KEY).insert(8, '12');
  told.undo('ana');
  expect(wordsOf(ana)).toBe('Rural 12schools need help.');
  expect(marksOf(ana)).not.toContain('suggest:');
});

test('49 the clock of who suggested is ahead: theirs of this time is withdrawn, and none of before', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  suggest(ben, 'OLD ', START_MS + 600_000);
  const sinceMs = told.now;
  const id = idAt(START_MS + 120_000);
  ben.transact(() => deleteSuggested(ben.getText(KEY), 0, 6, id));
  told.undo('ana', told.trace('ben', sinceMs));
  expect(marksOf(ana)).not.toContain('delete');
  expect(marksOf(ana)).toContain('OLD ');
  expect(marksOf(ana)).toContain('suggest:');
});

test('49 typed, undone and taken back: it is still theirs, and can be undone again', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getText(KEY).insert(0, 'BEN ');
  told.undo('ana').takeBack();
  expect(wordsOf(ana)).toBe(`BEN ${WORDS}`);
  told.undo('ana');
  expect(wordsOf(ana)).toBe(WORDS);
});
