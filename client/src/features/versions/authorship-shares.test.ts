import { expect, test } from 'vitest';
import { sharesBySection } from './authorship-shares.ts';

const texts = [
  { root: 'answer:needs', by: 'ana', characters: 60 },
  { root: 'answer:needs', by: 'ben', characters: 20 },
  { root: 'answer:aims', by: 'cleo', characters: 20 },
  { root: 'answer:impact', by: null, characters: 5 },
];
const sectionOf = (root: string) => (root === 'answer:impact' ? 'impact' : 'relevance');

test('characters of a section add up by person, the largest first, in shares of one', () => {
  const nameOf = (id: string | null) => ({ id: id ?? '', name: id ?? 'Nobody' });
  const [relevance, impact] = sharesBySection(texts, { sectionOf, nameOf });
  expect(relevance?.shares.map(({ id, share }) => [id, share])).toEqual([
    ['ana', 0.6],
    ['ben', 0.2],
    ['cleo', 0.2],
  ]);
  expect(impact).toEqual({ sectionId: 'impact', shares: [{ id: '', name: 'Nobody', characters: 5, share: 1 }] });
});

test('people of one organisation are one', () => {
  const nameOf = (id: string | null) => ({ id: id === 'ben' ? 'p2' : 'p1', name: '' });
  const [relevance] = sharesBySection(texts, { sectionOf, nameOf });
  expect(relevance?.shares.map(({ id, characters }) => [id, characters])).toEqual([
    ['p1', 80],
    ['p2', 20],
  ]);
});
