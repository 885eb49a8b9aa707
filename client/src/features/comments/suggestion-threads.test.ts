import { answerKey } from '@adagia/shared/answer-key';
import type { Thread } from '@adagia/shared/api/review';
import { expect, test } from 'vitest';
import { asInText, suggestionName } from './suggestion-threads.ts';

const key = answerKey('motivation');
const about = (suggestionId: string, resolvedAt: string | null): Thread =>
  ({
    id: suggestionId,
    target: { kind: 'suggestion', key, suggestionId, verb: 'insert', before: '', after: 'well', outcome: null },
    comments: [{ createdAt: '2026-11-02T09:00:00.000Z' }],
    resolvedAt,
  }) as never;
const question: Thread = { id: 'q', target: { kind: 'question', key }, comments: [], resolvedAt: null } as never;
const waiting = (...ids: string[]) => new Set(ids.map((suggestionId) => suggestionName({ key, suggestionId })));

test('what is said of a suggestion is open as long as it waits in the text, and settled when it is gone', () => {
  const threads = [about('waits', null), about('decided', null), about('undone', '2026-11-02T10:00:00.000Z'), question];
  const shown = asInText(threads, waiting('waits', 'undone'));
  expect(shown.map(({ resolvedAt }) => resolvedAt === null)).toEqual([true, false, true, true]);
  expect(shown[0]).toBe(threads[0]);
  expect(shown[3]).toBe(question);
});

test('on a page that reads no texts the server is believed', () => {
  const threads = [about('one', null), about('two', '2026-11-02T10:00:00.000Z')];
  expect(asInText(threads, null)).toBe(threads);
});
