// What is gathered is recorded once, and says what happened from first to last.
import { expect, test, vi } from 'vitest';
import type { ContentChange, ContentChanges } from '../sync/rooms.ts';
import { ChangeGatherer } from './gather-changes.ts';

const by = (authorId: string, changes: ContentChange[]): ContentChanges =>
  ({ proposalId: 'p', authorId, at: 1, changes }) as unknown as ContentChanges;
const typed = (added: number, removed = 0): ContentChange => ({ kind: 'text', key: 'answer:needs', added, removed });
const field = (before: number, after: number): ContentChange => ({
  kind: 'field',
  map: 'budget',
  key: 'a/b',
  before,
  after,
});

function gather(...changes: ContentChanges[]): (readonly ContentChanges[])[] {
  const recorded: (readonly ContentChanges[])[] = [];
  const gatherer = new ChangeGatherer({ record: (groups) => void recorded.push(groups), hint: () => undefined });
  for (const one of changes) gatherer.note(one);
  gatherer.flush();
  gatherer.flush();
  return recorded;
}

test('characters of one person in one answer add up', () => {
  expect(gather(by('ana', [typed(3)]), by('ana', [typed(2, 1)]))).toEqual([[by('ana', [typed(5, 1)])]]);
});

test('a field goes from its first value to its last', () => {
  expect(gather(by('ana', [field(1, 2)]), by('ana', [field(2, 5)]))).toEqual([[by('ana', [field(1, 5)])]]);
});

test('each person is recorded for themselves', () => {
  const [groups = []] = gather(by('ana', [typed(1)]), by('ben', [typed(1)]), by('ana', [typed(1)]));
  expect(groups.map(({ authorId, changes }) => [authorId, changes])).toEqual([
    ['ana', [typed(2)]],
    ['ben', [typed(1)]],
  ]);
});

test('the timer writes a few people at a time, and everybody in the end', () => {
  vi.useFakeTimers();
  try {
    const sizes: number[] = [];
    const gatherer = new ChangeGatherer({ record: (groups) => void sizes.push(groups.length), hint: () => undefined });
    for (let person = 0; person < 25; person += 1) gatherer.note(by(`person ${person}`, [typed(1)]));
    vi.advanceTimersByTime(14_999);
    expect(sizes).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(sizes).toEqual([10, 10, 5]);
  } finally {
    vi.useRealTimers();
  }
});

test('without changes nothing is recorded', () => {
  expect(gather()).toEqual([]);
});
