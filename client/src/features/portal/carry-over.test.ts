import { answerKey } from '@adagia/shared/answer-key';
import type { AnswerState } from '@adagia/shared/api/review';
import type { Question } from '@adagia/shared/programme/schema';
import { hashText } from '@adagia/shared/text/hash-text';
import { expect, it } from 'vitest';
import { carryState, readMarks } from './carry-over.ts';

const key = answerKey('motivation');
const ticked = (text: string): AnswerState => ({
  key,
  status: 'draft',
  ownerId: null,
  carriedOver: { by: 'ana' as never, at: '2026-11-24T10:00:00.000Z', textHash: hashText(text) },
});

it('28: the tick holds while the text is the one that was copied, and is gone with the first change', () => {
  expect(carryState('text', ticked('text'))).toBe('done');
  expect(carryState('text!', ticked('text'))).toBe('changed');
  expect(carryState('', ticked('text'))).toBe('changed');
  expect(carryState('text', ticked('text'))).toBe('done');
});

it('has nothing to carry over where nothing is written', () => {
  expect(carryState('', undefined)).toBe('empty');
  expect(carryState('text', undefined)).toBe('open');
  expect(carryState('text', { ...ticked('text'), carriedOver: null })).toBe('open');
});

it('counts over all answers', () => {
  const question: Question = { id: 'q', prompt: 'q', type: 'text', repeat: 'project', limit: null, criteria: [] };
  const answers = ['a', 'b', 'c', 'd'].map((id) => ({ key: answerKey(id), question }));
  const carryOver = readMarks(answers, 'd.c!o!e.');
  expect(carryOver).toMatchObject({ counts: { done: 1, changed: 1, open: 1, empty: 1 }, over: 2, total: 4 });
  expect(carryOver.of(answerKey('b'))).toBe('changed');
});
