import { answerKey } from '@adagia/shared/answer-key';
import { expect, it } from 'vitest';
import { pageOf, placeKey, watchPeople } from './people-here.ts';
import { bareSession, presenceOf, userId } from './testing/bare-session.ts';

const key = answerKey('motivation');
const caret = (at: number) => ({ kind: 'answer', key, anchor: { at }, head: { at } });

it('51: names everybody but me, one person with several tabs once, in the order of names', () => {
  const session = bareSession();
  const people = watchPeople(session, userId('ana'));
  session.receive(1, presenceOf('eve', 'Eve'));
  session.receive(2, presenceOf('ana', 'Ana'));
  session.receive(3, presenceOf('ben', 'Ben', { kind: 'page', page: 'plan' }));
  session.receive(4, presenceOf('ben', 'Ben', { kind: 'page', page: 'budget' }));
  session.receive(4, presenceOf('ben', 'Ben', { kind: 'page', page: 'portal' }));
  expect(people.get().map(({ user }) => user.name)).toEqual(['Ben', 'Eve']);
  expect(people.get().map(({ place }) => pageOf(place))).toEqual(['portal', '']);
});

it('wakes nobody when only a caret moves in an answer', () => {
  const session = bareSession();
  const people = watchPeople(session, userId('ana'));
  session.receive(1, presenceOf('ben', 'Ben', caret(1)));
  const before = people.get();
  session.receive(1, presenceOf('ben', 'Ben', caret(2)));
  expect(people.get()).toBe(before);
  session.receive(1, presenceOf('ben', 'Ben', { kind: 'page', page: 'plan' }));
  expect(people.get()).not.toBe(before);
});

it('keeps each person the same object while others move: who follows them is not disturbed', () => {
  const session = bareSession();
  const people = watchPeople(session, userId('ana'));
  session.receive(1, presenceOf('ben', 'Ben', caret(1)));
  const [ben] = people.get();
  session.receive(2, presenceOf('eve', 'Eve'));
  expect(people.get()[0]).toBe(ben);
});

it.each([
  ['nothing', {}],
  ['no colour', { user: { id: 'x', name: 'X' } }],
  ['a colour that is none', { user: { id: 'x', name: 'X', colour: 'red;}' } }],
  ['a name that is no text', { user: { id: 'x', name: 1, colour: '#123456' } }],
])('shows nobody for a state with %s', (_, state) => {
  const session = bareSession();
  session.receive(1, state);
  expect(watchPeople(session, userId('ana')).get()).toEqual([]);
});

const evil = { toString: 1, valueOf: 1 };
it.each([
  ['that is a number', 5],
  ['of a kind that there is not', { kind: 'moon', page: 'write' }],
  ['of a kind that every object has', { kind: 'constructor' }],
  ['on an object that is no text', { kind: 'plan', objectId: evil }],
  ['in a cell that is no text', { kind: 'budget', cell: evil }],
  ['on a page that is no text', { kind: 'page', page: evil }],
  ['in an answer without a name', { kind: 'answer' }],
  ['in half a character', { kind: 'budget', cell: '\ud800' }],
])('shows somebody at a place %s without one, and goes on', (_, place) => {
  const session = bareSession();
  const people = watchPeople(session, userId('ana'));
  session.receive(1, { ...presenceOf('ben', 'Ben'), place });
  expect(people.get().map((person) => person.place)).toEqual([null]);
});

it('knows the page of every kind of place', () => {
  expect(pageOf({ kind: 'answer', key })).toBe('write');
  expect(pageOf({ kind: 'plan', objectId: null })).toBe('plan');
  expect(pageOf({ kind: 'budget', cell: 'a/b' })).toBe('budget');
  expect(placeKey({ kind: 'budget', cell: 'a/b' })).toBe('budget/a/b');
});
