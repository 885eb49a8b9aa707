import { answerKey } from '@adagia/shared/answer-key';
import type { CommentTarget, Thread } from '@adagia/shared/api/review';
import { threadIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { inPageOrder, isOnPage, pageRanks } from './page-order.ts';

const [first, second, deleted] = [answerKey('motivation'), answerKey('needs'), answerKey('wp_aims', uuidv7())];
const ranks = pageRanks([
  { section: { id: 'relevance' }, answers: [{ key: first }, { key: second }] },
  { section: { id: 'design' }, answers: [] },
]);

const thread = (target: CommentTarget): Thread => ({
  id: threadIdSchema.parse(uuidv7()),
  target,
  comments: [],
  resolvedAt: null,
  resolvedBy: null,
  task: null,
  isUnread: false,
});
const passage = (quote: string): Thread => thread({ kind: 'passage', key: first, quote, before: '', after: '' });

test('threads stand as on the page: sections and answers from the top, passages by where they are', () => {
  const design = thread({ kind: 'section', sectionId: 'design' });
  const question = thread({ kind: 'question', key: first });
  const other = thread({ kind: 'question', key: second });
  const relevance = thread({ kind: 'section', sectionId: 'relevance' });
  const [late, early] = [passage('late'), passage('early')];
  const starts = new Map([
    [late.id, 40],
    [early.id, 3],
  ]);
  const ordered = inPageOrder(
    [design, late, other, early, question, relevance],
    ranks,
    ({ id }) => starts.get(id) ?? null,
  );
  expect(ordered).toEqual([relevance, question, early, late, other, design]);
});

test('a passage without words stands with its question; threads about one place keep their order', () => {
  const [one, two] = [thread({ kind: 'question', key: first }), passage('gone')];
  expect(inPageOrder([one, two], ranks, () => null)).toEqual([one, two]);
});

test('an answer whose work package was deleted is not on the page', () => {
  expect(isOnPage(ranks, { kind: 'question', key: deleted })).toBe(false);
  expect(isOnPage(ranks, { kind: 'question', key: second })).toBe(true);
});

test('behind the text come the cells of the budget, in its order; one whose row is gone is not there', () => {
  const withCells = pageRanks(
    [{ section: { id: 'relevance' }, answers: [{ key: first }] }],
    ['w1/o1', 'w1/total', 'w2/o1'],
  );
  const [late, early, gone] = ['w2/o1', 'w1/total', 'w3/o1'].map((cell) =>
    thread({ kind: 'cell', cell, name: 'WP, P1' }),
  );
  const question = thread({ kind: 'question', key: first });
  expect(inPageOrder([late!, early!, question], withCells, () => null)).toEqual([question, early, late]);
  expect([late!, gone!].map(({ target }) => isOnPage(withCells, target))).toEqual([true, false]);
});
