import { answerKey } from '@adagia/shared/answer-key';
import { expect, test } from 'vitest';
import { cardsInOrder, type MarginCard } from './margin-guests.ts';

const [needs, motivation] = [answerKey('needs'), answerKey('motivation')];
const ranks = new Map<string, number>([
  [motivation, 0],
  [needs, 1],
]);

const card = (id: string, key: typeof needs, start: number | null): MarginCard => ({
  id,
  marked: () => ({ id, target: { kind: 'question', key }, passage: start === null ? null : { start, end: start + 1 } }),
  card: null,
});

test('cards of both kinds stand in the order of the text; what is about the whole comes first', () => {
  const comments = [card('a', motivation, 9), card('b', needs, null), card('c', needs, 20)];
  const suggestions = [card('1', motivation, 3), card('2', needs, 5), card('3', needs, 20)];
  const order = cardsInOrder([...comments, ...suggestions], ranks).map(({ id }) => id);
  expect(order).toEqual(['1', 'a', 'b', '2', 'c', '3']);
});
