// What happens between the look at what one person did and its undoing, by others and by themself: nothing is there twice or lost.
import { asShown, chosenOf } from '@adagia/client/features/versions/undo-person/as-shown';
import { PLAN } from '@adagia/shared/document';
import { expect, test } from 'vitest';
import { KEY, START_MS, Told, undoOf, wordsOf } from './stage.ts';

const WORDS = 'Rural schools need help.';
const [WP, ACTIVITY] = [1, 2].map((n) => `01920000-0000-7000-8000-00000000000${n}`) as [string, string];

test('49 two people look, one undoes, then the other: words come back once', () => {
  const told = new Told(WORDS);
  const [ana, ben, cora] = [told.join('ana'), told.join('ben'), told.join('cora')];
  ben.getText(KEY).delete(0, 6);
  const seenByCora = told.trace('ben');
  told.undo('ana');
  expect(wordsOf(ana)).toBe(WORDS);
  const second = told.undo('cora', seenByCora);
  expect(wordsOf(cora)).toBe(WORDS);
  second.takeBack();
  expect(wordsOf(ana)).toBe(WORDS);
});

test('49 they bring their words back themself after somebody has looked: words come back once', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  const undo = undoOf(ben);
  ben.transact(() => ben.getText(KEY).delete(0, 6), 'typed');
  const seen = told.trace('ben');
  undo.undo();
  told.undo('ana', seen);
  expect(wordsOf(ana)).toBe(WORDS);
});

test('49 words that stood there before, and are the same, are not taken for those that come back', () => {
  const told = new Told('ha ha ha');
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getText(KEY).delete(0, 3);
  told.undo('ana');
  expect(wordsOf(ana)).toBe('ha ha ha');
});

test('49 what was taken back does not come twice where somebody has put it there meanwhile', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getText(KEY).insert(0, 'We know that ');
  const undone = told.undo('ana');
  ben.getText(KEY).insert(0, 'We know that ');
  undone.takeBack();
  expect(wordsOf(ana)).toBe(`We know that ${WORDS}`);
});

test('49 a work package in which somebody has written since one looked stays', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getMap(PLAN).set(`${WP}/kind`, 'wp');
  const seen = told.trace('ben');
  ana.getText(`answer:wp_objectives:${WP}`).insert(0, 'An hour of work');
  const plan = told.plan('ana', seen);
  expect(plan.builtOn).toEqual([WP]);
  expect(plan.fields).toEqual([]);
});

test('49 a work package that holds the activity of somebody else stays, before and after one looked', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getMap(PLAN).set(`${WP}/kind`, 'wp');
  const seen = told.trace('ben');
  ana.getMap(PLAN).set(`${ACTIVITY}/kind`, 'activity');
  ana.getMap(PLAN).set(`${ACTIVITY}/wp`, WP);
  expect(told.plan('ana', seen).builtOn).toEqual([WP]);
  expect(told.trace('ben').builtOn).toEqual([WP]);
});

test('49 a value that somebody has written again since one looked stays', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getMap(PLAN).set(`${WP}/title`, 'Survey');
  const seen = told.trace('ben');
  ana.getMap(PLAN).set(`${WP}/title`, 'Survey');
  expect(told.plan('ana', seen).fields).toEqual([]);
});

test('49 only what was shown is undone, and only as it was shown', () => {
  const told = new Told(WORDS);
  const [ana, ben] = [told.join('ana'), told.join('ben')];
  ben.getText(KEY).insert(0, 'BEN ');
  ben.getText('answer:motivation').insert(0, 'BEN too');
  const [sinceMs, untilMs] = [START_MS, told.now];
  const refusalAt = (root: string) => (root === KEY ? 'locked' : null);
  const shown = told.plan('ana', told.trace('ben'), { canWrite: true, refusalAt });
  expect(shown.answers).toHaveLength(1);
  // It is unlocked, somebody types, and they write on.
  ana.getText('answer:motivation').insert(3, ' Ana');
  ben.getText('answer:motivation').insert(0, 'More. ');
  const now = () => told.plan('ana', told.trace('ben', sinceMs, untilMs));
  expect(asShown(now(), chosenOf(shown, new Set()))?.answers.map(({ root }) => root)).toEqual(['answer:motivation']);
  expect(asShown(now(), chosenOf(shown, new Set(['answer:motivation'])))?.answers).toEqual([]);
  ana.getText('answer:motivation').delete(ana.getText('answer:motivation').length - 3, 3);
  expect(asShown(now(), chosenOf(shown, new Set()))).toBe(null);
});

test('49 a colleague who brought back a part has it once, and the rest comes back', () => {
  const told = new Told('First paragraph.\nSecond paragraph.\nThird.');
  const [ana, ben, cora] = [told.join('ana'), told.join('ben'), told.join('cora')];
  ben.getText(KEY).delete(0, 'First paragraph.\nSecond paragraph.\n'.length);
  const seen = told.trace('ben');
  cora.getText(KEY).insert(0, 'Second paragraph.\n');
  const plan = told.plan('ana', told.trace('ben'));
  expect(plan.broughtBack).toBe('Second paragraph.\n'.length);
  for (const trace of [seen, told.trace('ben')]) {
    const undone = told.undo('ana', trace);
    expect(wordsOf(ana).split('Second paragraph.')).toHaveLength(2);
    expect(wordsOf(ana).split('First paragraph.')).toHaveLength(2);
    undone.takeBack();
  }
});
