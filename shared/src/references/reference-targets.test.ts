import { expect, it } from 'vitest';
import { nextdoor, streetnotes } from '../budget/examples.fixture.ts';
import { moveWorkPackage, removeObject } from '../plan/plan-edits.ts';
import { readWorkplan } from '../plan/workplan.ts';
import { amountWords, dayWords, monthWords } from './reference-words.ts';
import { referenceValues } from './shown-content.ts';

it.each([
  [25_000_000, 'EN', 'EUR 250 000'],
  [25_000_000, 'DE', '250 000 EUR'],
  [123_450, 'en', 'EUR 1 234.50'],
  [123_405, 'EL', '1 234,05 EUR'],
  [99_900, 'EN', 'EUR 999'],
  [0, 'EN', 'EUR 0'],
  [100_000_000_000, 'EN', 'EUR 1 000 000 000'],
])('%i cents in %s are %s', (cents, language, words) => {
  expect(amountWords(cents, language)).toBe(words);
});

it('says months and days as the language of the form does', () => {
  const day = new Date('2027-03-01T12:00:00Z');
  expect([monthWords(day, 'EN'), monthWords(day, 'DE')]).toEqual(['March 2027', '03/2027']);
  expect([dayWords(day, 'EN'), dayWords(day, 'DE')]).toEqual(['1 March 2027', '01/03/2027']);
});

it('says what the plan, the budget and the partners say', () => {
  const { read } = referenceValues(nextdoor());
  expect(
    Object.fromEntries(
      ['number:WP2', 'from:WP2', 'to:WP2', 'amount:WP2', 'partners:A2.1'].map((one) => [one, read(one)]),
    ),
  ).toEqual({
    'number:WP2': 'WP2',
    'from:WP2': 'M1',
    'to:WP2': 'M7',
    'amount:WP2': 'EUR 42 000',
    'partners:A2.1': expect.stringMatching(/^[1-5]$/),
  });
  expect(read('name:P2')).toBe('Olt Valley County Library');
  expect(read('number:P2')).toBe('P2');
  expect(read('total:project')).toBe('EUR 250 000');
  expect(read('organisations:project')).toBe('5');
  expect(read('countries:project')).toBe('5');
  expect(read('duration:project')).toBe('24');
  expect(referenceValues(streetnotes()).read('total:project')).toMatch(/^EUR \d{2} 000$/);
});

it('follows a new order of work packages', () => {
  const example = nextdoor();
  const moved = moveWorkPackage(readWorkplan(example.plan), 'WP4', 1);
  const plan = new Map([...example.plan, ...Object.entries(moved)] as [string, string][]);
  const { read } = referenceValues({ ...example, plan });
  expect(['WP4', 'WP2', 'WP3'].map((id) => read(`number:${id}`))).toEqual(['WP3', 'WP2', 'WP4']);
  expect(read('number:A4.1')).toBe('A3.1');
});

it('says nothing of what has been removed', () => {
  const example = nextdoor();
  const { changes } = removeObject(readWorkplan(example.plan), 'WP3');
  const plan = new Map([...example.plan, ...Object.entries(changes)] as [string, string][]);
  const { read } = referenceValues({ ...example, plan });
  expect([read('number:WP3'), read('amount:WP3'), read('number:A3.1'), read('number:WP4')]).toEqual([
    null,
    null,
    null,
    'WP3',
  ]);
});

it('has each target once, with its words', () => {
  const { targets } = referenceValues(nextdoor());
  expect(new Set(targets.map(({ target }) => target)).size).toBe(targets.length);
  expect(targets.filter(({ text }) => text.trim() === '')).toEqual([]);
});
