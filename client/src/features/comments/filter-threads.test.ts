import type { Comment, Thread } from '@adagia/shared/api/review';
import { commentIdSchema, organisationIdSchema, threadIdSchema, userIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { type CommentFilter, filterThreads } from './filter-threads.ts';

const [thalassa, dunarea] = [organisationIdSchema.parse(uuidv7()), organisationIdSchema.parse(uuidv7())];
const comment = (author: string, organisationId: Comment['organisationId']): Comment => ({
  id: commentIdSchema.parse(uuidv7()),
  authorId: userIdSchema.parse(author),
  authorName: author,
  organisationId,
  body: 'Is it so?',
  createdAt: '2026-03-01T10:00:00.000Z',
  editedAt: null,
  isDeleted: false,
  reactions: [],
});
const thread = (change: Partial<Thread>): Thread => ({
  id: threadIdSchema.parse(uuidv7()),
  target: { kind: 'section', sectionId: 'relevance' },
  comments: [comment('ana', thalassa)],
  resolvedAt: null,
  resolvedBy: null,
  task: null,
  isUnread: false,
  ...change,
});

const plain = thread({});
const byBen = thread({ comments: [comment('ben', dunarea)], isUnread: true });
const both = thread({ comments: [comment('ben', dunarea), comment('ana', thalassa)] });
const resolved = thread({ resolvedAt: '2026-03-02T10:00:00.000Z', isUnread: true });
const all = [plain, byBen, both, resolved];
const shown = (filter: CommentFilter, organisationId: string | null = null, active: string | null = null) =>
  filterThreads(all, { filter, organisationId, me: 'ana', gone: new Set([plain.id, resolved.id]), active });

test.each([
  ['Open', [plain, byBen, both]],
  ['Mine', [plain, both]],
  ['Unread', [byBen]],
  ['Gone', [plain]],
  ['Resolved', [resolved]],
] as const)('39 the filter "%s"', (filter, expected) => {
  expect(shown(filter)).toEqual(expected);
});

test('39 by organisation: whoever of it wrote in the thread', () => {
  expect(shown('Open', dunarea)).toEqual([byBen, both]);
  expect(shown('Resolved', dunarea)).toEqual([]);
});

test('39 what one is just reading stays among the unread ones', () => {
  expect(shown('Unread', null, both.id)).toEqual([byBen, both]);
});
