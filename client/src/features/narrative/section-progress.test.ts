import { type AnswerKey, answerKey } from '@adagia/shared/answer-key';
import type { AnswerState } from '@adagia/shared/api/review';
import type { Question } from '@adagia/shared/programme/schema';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { countProgress, watchMarks } from './section-progress.ts';

const limit: Question['limit'] = { value: 10, confidence: 'unconfirmed', sources: ['a test'] };
const answers = ['one', 'two', 'three', 'four'].map((id) => ({
  key: answerKey(id),
  question: { id, prompt: id, type: 'text', repeat: 'project', limit, criteria: [] } satisfies Question,
}));

const state = (key: AnswerKey, status: AnswerState['status']): [AnswerKey, AnswerState] => [
  key,
  { key, status, ownerId: null, carriedOver: null },
];

it('counts empty, draft, review and final, and what is over its limit', () => {
  const doc = new Y.Doc();
  for (const { key } of answers.slice(1)) doc.getText(key).insert(0, 'written');
  doc.getText(answerKey('four')).insert(0, 'too long');
  const states = new Map([
    state(answerKey('one'), 'final'),
    state(answerKey('two'), 'review'),
    state(answerKey('three'), 'final'),
  ]);
  expect(countProgress(answers, watchMarks(doc, answers).get(), states)).toEqual({
    empty: 1,
    draft: 1,
    review: 1,
    final: 1,
    over: 1,
    total: 4,
  });
});

it('says the same while somebody types within the limit', () => {
  const doc = new Y.Doc();
  const marks = watchMarks(doc, answers);
  doc.getText(answerKey('one')).insert(0, 'a');
  const before = marks.get();
  doc.getText(answerKey('one')).insert(1, 'bc');
  expect(marks.get()).toBe(before);
  doc.getText(answerKey('one')).insert(3, 'd'.repeat(8));
  expect(marks.get()).not.toBe(before);
});
