// Whose words came and went is counted by person or by organisation.
import type { TextPart } from '@adagia/shared/versions/version-part';
import { expect, test } from 'vitest';
import { byPerson } from './author-looks.ts';
import { changeAuthors } from './change-authors.tsx';

const part = (ops: [string, number][]): TextPart => ({
  kind: 'text',
  ops: ops.map(([insert, by]) => ({ insert, by })),
  last: {},
  authors: ['ana', 'ben', 'eve'],
});
const parts = [
  {
    root: 'answer:needs',
    before: part([['Rural schools need help.', 0]]),
    after: part([
      ['Rural schools ', 0],
      ['really ', 1],
      ['need ', 0],
      ['more ', 2],
      ['help.', 0],
    ]),
  },
  { root: 'facts', before: null, after: { kind: 'fields' as const, fields: { acronym: 'DORF' } } },
];

test('49 who wrote what came and went is counted, by person and by organisation', () => {
  const people = changeAuthors(parts, byPerson, (by) => by ?? 'nobody');
  expect(people.map(({ name, added, removed }) => [name, added, removed])).toEqual([
    ['ben', 7, 0],
    ['eve', 5, 0],
  ]);
  const one = changeAuthors(
    parts,
    () => ({ id: 'org', colour: 'red' }),
    () => 'Scoala',
  );
  expect(one.map(({ name, added }) => [name, added])).toEqual([['Scoala', 12]]);
});
