import { expect, test } from 'vitest';
import { mentionsIn } from './mentions.ts';

const people = [
  { userId: 'ana', name: 'Ana Petrou' },
  { userId: 'anamaria', name: 'Ana Maria Silva' },
  { userId: 'eszter', name: 'Eszter Kovács' },
  { userId: 'li', name: 'Li' },
];

test.each([
  ['@Ana Petrou, is it so?', ['ana']],
  ['is it so, @ana maria silva?', ['anamaria']],
  ['@Eszter please', ['eszter']],
  ['@ESZTER KOVÁCS and @Li', ['eszter', 'li']],
  ['(@Eszter)', ['eszter']],
  ['@Ana alone is two people, so nobody', []],
  ['@Lia is nobody', []],
  ['eszter@eszter.example is an address', []],
  ['Eszter without a sign', []],
  ['@ Eszter', []],
  ['', []],
])('%s', (text, expected) => {
  expect(mentionsIn(text, people)).toEqual(expected);
});

test('two of the same name are both told', () => {
  const twins = [...people, { userId: 'other', name: 'Eszter Kovács' }];
  expect(mentionsIn('@Eszter Kovács', twins)).toEqual(['eszter', 'other']);
});
