import { expect, test } from 'vitest';
import { mentionRanges, mentionsIn } from './mentions.ts';

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
  expect([...mentionsIn(text, people).keys()]).toEqual(expected);
});

test('two of the same name are both told', () => {
  const twins = [...people, { userId: 'other', name: 'Eszter Kovács' }];
  expect([...mentionsIn('@Eszter Kovács', twins).keys()]).toEqual(['eszter', 'other']);
});

const groups = [
  { names: ['Δίκτυο Μάθησης Θάλασσα', 'Thalassa Learning Network'], userIds: ['li', 'eszter'] },
  { names: ['Ana Petrou Foundation', ''], userIds: ['anamaria'] },
  { names: ['Nobody here yet', ''], userIds: [] },
];

test.each([
  ['@Thalassa Learning Network, please', { li: 'organisation', eszter: 'organisation' }],
  ['@ΔΊΚΤΥΟ ΜΆΘΗΣΗΣ ΘΆΛΑΣΣΑ', { li: 'organisation', eszter: 'organisation' }],
  ['@Thalassa alone is no name of an organisation', {}],
  ['@Ana Petrou Foundation is not Ana Petrou', { anamaria: 'organisation' }],
  ['@Li and @Thalassa Learning Network: each once, by their own name', { li: 'person', eszter: 'organisation' }],
  ['@Thalassa Learning Network, above all @Li', { li: 'person', eszter: 'organisation' }],
  ['@Nobody here yet', {}],
])('%s', (text, expected) => {
  expect(Object.fromEntries(mentionsIn(text, people, groups))).toEqual(expected);
});

test.each([
  ['Ask @Eszter Kovács, please', ['@Eszter Kovács']],
  ['İstanbul first, then @eszter and @LI!', ['@eszter', '@LI']],
  ['eszter@eszter.example is an address', []],
])('names stand where they were typed: %s', (text, expected) => {
  const found = mentionRanges(text, people).map(({ start, end }) => text.normalize('NFC').slice(start, end));
  expect(found).toEqual(expected);
});

test('a name in capitals is found although its last letter is another one then', () => {
  const greek = [{ userId: 'nikos', name: 'Νίκος' }];
  expect([...mentionsIn('@ΝΊΚΟΣ', greek).keys()]).toEqual(['nikos']);
});
