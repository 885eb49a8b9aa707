// Naming somebody in a comment.
import { mentionsIn } from '@adagia/shared/text/mentions';
import { expect, test } from 'vitest';
import { completed, mentionAt, suggested } from './mention-query.ts';

const all = ['Ana Lindqvist', 'José Ruiz', 'Łucja Nowak', 'Eva-Maria Kern', 'Νίκος Παππάς'].map((name, index) => ({
  userId: String(index),
  name,
  names: [name],
}));
const namesFor = (query: string) => suggested(all, query, 6).map(({ name }) => name);

test.each([
  ['@', 0, ''],
  ['@An', 0, 'An'],
  ['Look, @ana l', 6, 'ana l'],
  ['(@ana', 1, 'ana'],
  ['one @ana and @be', 13, 'be'],
  ['for @rita@example.org', 4, 'rita@example.org'],
  ['for @rita@', 4, 'rita@'],
])('%j asks for somebody', (text, from, query) => {
  expect(mentionAt(text, text.length)).toEqual({ from, query });
});

test.each(['', 'Ana', 'ana@example.org', '@ ', '@ana\nnext', '@ana lindqvist has', `@${'a'.repeat(70)}`, '@@'])(
  '%j asks for nobody, or for everybody at most',
  (text) => {
    expect(mentionAt(text, text.length)?.query ?? '').toBe('');
  },
);

test('the caret before it asks for nobody', () => {
  expect(mentionAt('@ana', 0)).toBe(null);
});

test('people are found by the beginning of any of their names, whatever keyboard it was typed on', () => {
  expect(namesFor('')).toHaveLength(5);
  expect(namesFor('jose')).toEqual(['José Ruiz']);
  expect(namesFor('now')).toEqual(['Łucja Nowak']);
  expect(namesFor('luc')).toEqual(['Łucja Nowak']);
  expect(namesFor('maria')).toEqual(['Eva-Maria Kern']);
  expect(namesFor('νικ')).toEqual(['Νίκος Παππάς']);
  expect(namesFor('ana li')).toEqual(['Ana Lindqvist']);
  expect(namesFor('qvist')).toEqual([]);
});

test('the name that is put in is one that the server tells', () => {
  for (const { name, userId } of all) {
    const text = 'Is it right, @x? Please look.';
    const said = completed(text, { from: 13, query: 'x' }, name);
    expect(said.text).toBe(`Is it right, @${name} ? Please look.`);
    expect(said.text.slice(0, said.caret)).toBe(`Is it right, @${name} `);
    expect([...mentionsIn(said.text, all).keys()]).toEqual([userId]);
  }
  expect(completed('@a right?', { from: 0, query: 'a' }, 'Ana')).toEqual({ text: '@Ana right?', caret: 5 });
});
