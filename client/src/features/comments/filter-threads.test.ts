import { answerKey } from '@adagia/shared/answer-key';
import type { Comment, Task, Thread } from '@adagia/shared/api/review';
import { commentIdSchema, organisationIdSchema, threadIdSchema, userIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { type CommentFilter, type FilterInput, filterThreads } from './filter-threads.ts';

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
  fromFile: null,
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
const usual: Omit<FilterInput, 'filter'> = {
  organisationId: null,
  sectionId: null,
  search: '',
  me: 'ana',
  myOrganisationId: thalassa,
  gone: new Set([plain.id, resolved.id]),
  active: null,
  namesMe: (body) => body.includes('@Ana'),
  sectionOf: ({ target }) => (target.kind === 'section' ? target.sectionId : 'plan'),
};
const shown = (filter: CommentFilter, organisationId: string | null = null, active: string | null = null) =>
  filterThreads(all, { ...usual, filter, organisationId, active });

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

const given = (change: Partial<Task>): Thread =>
  thread({
    comments: [comment('ben', dunarea)],
    task: { assigneeId: null, assigneeOrganisationId: null, assigneeName: '', dueOn: '', assignedBy: null, ...change },
  });

test('39 for me is what names me, and what I or my organisation are to settle', () => {
  const mine = given({ assigneeId: userIdSchema.parse('ana') });
  const ours = given({ assigneeOrganisationId: thalassa });
  const theirs = given({ assigneeOrganisationId: dunarea, assigneeId: userIdSchema.parse('ben') });
  const named = thread({ comments: [{ ...comment('ben', dunarea), body: 'What do you say, @Ana?' }] });
  const threads = [plain, mine, ours, theirs, named, { ...mine, resolvedAt: '2026-03-02T10:00:00.000Z' }];
  expect(filterThreads(threads, { ...usual, filter: 'ForMe' })).toEqual([mine, ours, named]);
  expect(filterThreads([ours], { ...usual, filter: 'Open', organisationId: thalassa }), 'its task').toEqual([ours]);
});

test.each([
  ['resume', true],
  ['RÉSUMÉ lodz', true],
  ['ŁÓDŹ', true],
  ['quoted words', true],
  ['  ', true],
  ['ben resume', true],
  ['absent', false],
  ['resume absent', false],
])('39 a search for "%s" looks into words, quotes and names, without accents', (search, isFound) => {
  const about = {
    kind: 'passage' as const,
    key: answerKey('motivation'),
    quote: 'Quoted Wórds',
    before: '',
    after: '',
  };
  const found = thread({ target: about, comments: [{ ...comment('Ben', dunarea), body: 'A Résumé of Łódź' }] });
  expect(filterThreads([found], { ...usual, filter: 'Open', search })).toEqual(isFound ? [found] : []);
});

test('39 by section: what belongs there', () => {
  const other = thread({ target: { kind: 'section', sectionId: 'impact' } });
  expect(filterThreads([plain, other], { ...usual, filter: 'Open', sectionId: 'impact' })).toEqual([other]);
});
