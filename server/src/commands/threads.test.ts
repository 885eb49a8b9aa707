// Comments: on a section, a question, a passage; by whoever may read; in nobody else's name.
import { answerKey } from '@adagia/shared/answer-key';
import { listNotices } from '@adagia/shared/api/notices';
import * as review from '@adagia/shared/api/review';
import {
  commentIdSchema,
  type OrganisationId,
  type PlanObjectId,
  type ThreadId,
  threadIdSchema,
} from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const key = answerKey('motivation');
const question = { kind: 'question' as const, key };
const newThreadId = () => threadIdSchema.parse(uuidv7());
const newCommentId = () => commentIdSchema.parse(uuidv7());
const list = (person: CastPerson) => ask(person, review.listThreads, { proposalId: stage.proposalId }, {});

function open(person: CastPerson, body = 'Is it so?', id = newThreadId(), target: review.CommentTarget = question) {
  return ask(person, review.createThread, { proposalId: stage.proposalId }, { id, target, body });
}
function reply(person: CastPerson, threadId: ThreadId, body: string, id = newCommentId()) {
  return ask(person, review.replyToThread, { proposalId: stage.proposalId, threadId }, { id, body });
}
const about = (thread: review.Thread, index = 0) => ({
  proposalId: stage.proposalId,
  threadId: thread.id,
  commentId: thread.comments[index]?.id,
});

test('a commenter opens a thread on a section and on a question, and everybody reads it', async () => {
  await open(cast.eve, 'Too long.', newThreadId(), { kind: 'section', sectionId: 'relevance' });
  await open(cast.eve, 'Whose needs?');
  const threads = await list(cast.ana);
  expect(threads.map(({ target }) => target.kind)).toEqual(['section', 'question']);
  expect(threads[1]?.comments).toMatchObject([
    { authorName: 'Eve', authorId: cast.eve.id, body: 'Whose needs?', editedAt: null, isDeleted: false },
  ]);
});

test('a thread about a cell of the budget belongs to the budget, whether its row is there or not, and is told like every other', async () => {
  const cell = `${stage.proposalId}/${stage.organisationId}`;
  const target = { kind: 'cell' as const, cell, name: 'WP2 Pilots, P1 Thalassa' };
  const thread = await open(cast.eve, 'Why so much, @Ben?', newThreadId(), target);
  await reply(cast.ana, thread.id, 'Travel.');
  expect((await list(cast.ben))[0]).toMatchObject({ target, isUnread: true, comments: [{}, { body: 'Travel.' }] });
  const told = { proposalId: stage.proposalId, sectionId: 'budget', target: thread.id };
  expect((await ask(cast.ben, listNotices, {}, {})).notices[0]).toMatchObject({ ...told, kind: 'mention' });
  expect((await ask(cast.eve, listNotices, {}, {})).notices[0]).toMatchObject({ ...told, kind: 'reply' });
  const { entries } = await ask(cast.ana, review.listTimeline, { proposalId: stage.proposalId }, { kind: 'comment' });
  expect(entries.map((entry) => [entry.target, entry.sectionId, entry.data.change])).toEqual([
    [cell, 'budget', 'replied'],
    [cell, 'budget', 'added'],
  ]);
  const nowhere = { ...target, cell: 'everything' };
  const refused = await refusal(
    cast.eve,
    review.createThread,
    { proposalId: stage.proposalId },
    { id: newThreadId(), target: nowhere, body: 'Here?' },
  );
  expect(refused.code).toBe('invalid-body');
});

test.each([
  ['plan', { kind: 'plan', objectId: uuidv7() as PlanObjectId, name: 'A2.1 Training' }],
  ['partners', { kind: 'organisation', organisationId: uuidv7() as OrganisationId, name: 'P2 Scoala' }],
] as const)(
  'a thread about an object of the page "%s" belongs there, with the name that it had',
  async (part, target) => {
    const thread = await open(cast.eve, 'Is this right, @Ben?', newThreadId(), target);
    await reply(cast.ben, thread.id, 'It is.');
    expect((await list(cast.ana))[0]).toMatchObject({ target, comments: [{}, { body: 'It is.' }] });
    const told = { proposalId: stage.proposalId, sectionId: part, target: thread.id };
    expect((await ask(cast.ben, listNotices, {}, {})).notices[0]).toMatchObject({ ...told, kind: 'mention' });
    const { entries } = await ask(cast.ana, review.listTimeline, { proposalId: stage.proposalId }, { kind: 'comment' });
    expect(entries[0]?.sectionId).toBe(part);
  },
);

test('what somebody else wrote is unread until it is read; what I wrote never is', async () => {
  const thread = await open(cast.eve);
  const unread = async (person: CastPerson) => (await list(person))[0]?.isUnread;
  expect([await unread(cast.eve), await unread(cast.ana), await unread(cast.ben)]).toEqual([false, true, true]);
  await ask(cast.ana, review.markThreadRead, about(thread), {});
  expect([await unread(cast.eve), await unread(cast.ana), await unread(cast.ben)]).toEqual([false, false, true]);
  await reply(cast.ben, thread.id, 'It is.');
  expect([await unread(cast.eve), await unread(cast.ana), await unread(cast.ben)]).toEqual([true, true, false]);
});

test('the same request twice, also at the same moment, opens one thread and writes one reply', async () => {
  const id = newThreadId();
  const both = await Promise.all([open(cast.eve, 'Once.', id), open(cast.eve, 'Once.', id)]);
  expect(both[0]).toEqual(both[1]);
  await open(cast.eve, 'Once.', id);
  const commentId = newCommentId();
  await Promise.all([reply(cast.ben, id, 'Yes.', commentId), reply(cast.ben, id, 'Yes.', commentId)]);
  const threads = await list(cast.ana);
  expect(threads.map(({ comments }) => comments.map(({ body }) => body))).toEqual([['Once.', 'Yes.']]);
});

test('an id that somebody else has taken is refused, in this proposal or another', async () => {
  const { id, comments } = await open(cast.eve);
  const there = await newStage(server, cast);
  const body = { id, target: question, body: 'Mine.' };
  expect((await refusal(cast.ana, review.createThread, { proposalId: stage.proposalId }, body)).code).toBe('conflict');
  expect((await refusal(cast.eve, review.createThread, { proposalId: there.proposalId }, body)).code).toBe('conflict');
  const stolen = { id: comments[0]?.id, body: 'Mine.' };
  const params = { proposalId: stage.proposalId, threadId: id };
  expect((await refusal(cast.ana, review.replyToThread, params, stolen)).code).toBe('conflict');
});

test('words are changed and taken back by their author alone, and it shows', async () => {
  const thread = await open(cast.eve);
  await reply(cast.ben, thread.id, 'It is.');
  for (const person of [cast.ana, cast.ben]) {
    expect((await refusal(person, review.editComment, about(thread), { body: 'Forged.' })).code).toBe('forbidden');
    expect((await refusal(person, review.deleteComment, about(thread))).code).toBe('forbidden');
  }
  const params = { ...about(thread), commentId: thread.comments[0]!.id };
  const edited = await ask(cast.eve, review.editComment, params, { body: 'Was it so?' });
  expect(edited.comments[0]).toMatchObject({ body: 'Was it so?', authorName: 'Eve' });
  expect(edited.comments[0]?.editedAt).not.toBe(null);
  await ask(cast.eve, review.deleteComment, params, {});
  const [left] = await list(cast.ana);
  expect(left?.comments).toMatchObject([{ body: '', isDeleted: true }, { body: 'It is.' }]);
  expect((await refusal(cast.eve, review.editComment, about(thread), { body: 'Back.' })).code).toBe('not-found');
});

test('with its last words a thread is gone', async () => {
  const thread = await open(cast.eve);
  const answered = await reply(cast.eve, thread.id, 'Never mind.');
  for (const { id } of answered.comments) {
    await ask(cast.eve, review.deleteComment, { ...about(thread), commentId: id }, {});
  }
  expect(await list(cast.ana)).toEqual([]);
});

test('a comment is found through its own thread alone', async () => {
  const [one, other] = [await open(cast.eve), await open(cast.eve)];
  const crossed = { ...about(one), threadId: other.id };
  expect((await refusal(cast.eve, review.editComment, crossed, { body: 'Crossed.' })).code).toBe('not-found');
  const there = await newStage(server, cast);
  const elsewhere = { ...about(one), proposalId: there.proposalId };
  expect((await refusal(cast.eve, review.editComment, elsewhere, { body: 'Crossed.' })).code).toBe('not-found');
  expect((await refusal(cast.eve, review.markThreadRead, elsewhere)).code).toBe('not-found');
});

test('a commenter resolves and reopens their own threads, an editor any', async () => {
  const [own, other] = [await open(cast.eve), await open(cast.ana)];
  const resolved = await ask(cast.eve, review.setThreadResolved, about(own), { isResolved: true });
  expect(resolved.resolvedBy).toBe(cast.eve.id);
  const denied = await refusal(cast.eve, review.setThreadResolved, about(other), { isResolved: true });
  expect(denied.code).toBe('forbidden');
  const again = await ask(cast.ben, review.setThreadResolved, about(own), { isResolved: true });
  expect(again).toEqual({ ...resolved, isUnread: true });
  const reopened = await ask(cast.ben, review.setThreadResolved, about(own), { isResolved: false });
  expect(reopened).toMatchObject({ resolvedAt: null, resolvedBy: null });
});

test('the words of somebody who left keep their name', async () => {
  await open(cast.eve, 'I was here.');
  server.deps.database.driver
    .prepare('DELETE FROM member WHERE proposal_id = ? AND user_id = ?')
    .run(stage.proposalId, cast.eve.id);
  expect((await list(cast.ana))[0]?.comments[0]).toMatchObject({ authorName: 'Eve', organisationId: null });
});

test('who said an imported comment is a field of its own, beside who brought it and answers for it', async () => {
  const fromFile = { author: 'Βασίλης <b>', at: '2026-05-03T10:11:12.000Z' };
  const id = newThreadId();
  const input = { id, target: question, body: 'Which towns?', fromFile };
  await ask(cast.eve, review.createThread, { proposalId: stage.proposalId }, input);
  const undated = { id: newCommentId(), body: 'All?', fromFile: { author: '', at: null } };
  await ask(cast.eve, review.replyToThread, { proposalId: stage.proposalId, threadId: id }, undated);
  const [thread] = await list(cast.ana);
  expect(thread?.comments).toMatchObject([
    { authorName: 'Eve', body: 'Which towns?', fromFile },
    { authorName: 'Eve', body: 'All?', fromFile: { author: '', at: null } },
  ]);
  expect((await open(cast.ana)).comments).toMatchObject([{ fromFile: null }]);
  const long = { ...input, id: newThreadId(), fromFile: { author: 'x'.repeat(121), at: null } };
  expect((await refusal(cast.eve, review.createThread, { proposalId: stage.proposalId }, long)).code).toBe(
    'invalid-body',
  );
});

test.each([
  ['10,000 characters', 'Łódź '.repeat(2000).trimEnd().padEnd(10_000, '.')],
  ['emoji of several signs', '👩‍🏫👨‍👩‍👧‍👦 🇪🇺 é'],
  ['right to left, with signs that turn the direction', 'شكراً \u202Eabc\u202C (2026) שלום'],
  ['markup', '<img src=x onerror=alert(1)> [a](javascript:alert(1)) &amp; ${x} {{y}}'],
])('words come back sign by sign: %s', async (_, body) => {
  const thread = await open(cast.eve, body);
  await ask(cast.ana, review.replyToThread, about(thread), { id: newCommentId(), body });
  const [read] = await list(cast.ben);
  expect(read?.comments.map((one) => one.body)).toEqual([body, body]);
});

test('one sign more than 10,000 is refused, and nothing is kept', async () => {
  const input = { id: newThreadId(), target: question, body: 'x'.repeat(10_001) };
  expect((await refusal(cast.eve, review.createThread, { proposalId: stage.proposalId }, input)).code).toBe(
    'invalid-body',
  );
  expect(await list(cast.ana)).toEqual([]);
});

test('the others are told at once', async () => {
  const socket = await openSocket(server, cast.ben, stage.proposalId);
  const thread = await open(cast.eve);
  await socket.hinted('comments');
  await reply(cast.ana, thread.id, 'It is.');
  await socket.hinted('comments');
  socket.close();
});

describe('a passage', () => {
  const TEXT = 'Adults in small towns need digital courage.';

  async function replica(): Promise<Y.Doc> {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await server.deps.rooms.read(stage.proposalId, (own) => Y.encodeStateAsUpdate(own)));
    return doc;
  }
  const write = (change: (text: Y.Text) => void) =>
    server.deps.rooms.edit(stage.proposalId, cast.ben.id, (doc) => change(doc.getText(key)));
  const delta = async () => (await replica()).getText(key).toDelta() as { insert: string; attributes?: object }[];

  function endsIn(doc: Y.Doc, name: string, from: number, to: number) {
    const end = (index: number) => {
      const position = Y.createRelativePositionFromTypeIndex(doc.getText(name), index);
      return Buffer.from(Y.encodeRelativePosition(position)).toString('base64');
    };
    return { start: end(from), end: end(to) };
  }
  const target = { kind: 'passage' as const, key, quote: 'small towns', before: 'Adults in ', after: ' need' };

  beforeEach(() => write((text) => text.insert(0, TEXT)));

  async function comment(person: CastPerson, anchor: { start: string; end: string }, id = newThreadId()) {
    const body = { id, target, anchor, body: 'Which?' };
    return { id, answer: await person.call(review.createThread, { proposalId: stage.proposalId }, body) };
  }

  test('is marked in the text by the server, for a commenter who may not write', async () => {
    const { id, answer } = await comment(cast.eve, endsIn(await replica(), key, 10, 21));
    expect(answer.status).toBe(200);
    expect(await delta()).toEqual([
      { insert: 'Adults in ' },
      { insert: 'small towns', attributes: { [`comment:${id}`]: true } },
      { insert: ' need digital courage.' },
    ]);
  });

  test('is found where it is now, after others wrote before it and within it', async () => {
    const anchor = endsIn(await replica(), key, 10, 21);
    await write((text) => text.insert(0, 'Today: '));
    await write((text) => text.insert(22, ' and poor'));
    const { answer } = await comment(cast.eve, anchor);
    expect(answer.status).toBe(200);
    expect((await delta()).find(({ attributes }) => attributes)?.insert).toBe('small and poor towns');
  });

  test('may carry two comments that overlap', async () => {
    await comment(cast.eve, endsIn(await replica(), key, 0, 16));
    await comment(cast.ana, endsIn(await replica(), key, 10, 21));
    expect((await delta()).map(({ insert, attributes }) => [insert, Object.keys(attributes ?? {}).length])).toEqual([
      ['Adults in ', 1],
      ['small ', 2],
      ['towns', 1],
      [' need digital courage.', 0],
    ]);
  });

  test('that was deleted meanwhile is gone, and nothing is stored', async () => {
    const anchor = endsIn(await replica(), key, 10, 21);
    await write((text) => text.delete(5, 25));
    const before = storedRows(server);
    const { answer } = await comment(cast.eve, anchor);
    expect(answer).toMatchObject({ status: 409, json: { code: 'passage-gone' } });
    expect(storedRows(server)).toBe(before);
  });

  test.each([
    ['in another answer', (doc: Y.Doc) => endsIn(doc, answerKey('needs'), 0, 0)],
    ['the wrong way round', (doc: Y.Doc) => endsIn(doc, key, 21, 10)],
    ['of nothing', (doc: Y.Doc) => endsIn(doc, key, 10, 10)],
    ['that is no position', () => ({ start: 'AAAA////', end: '????' })],
    ['empty', () => ({ start: '', end: '' })],
  ])('whose ends are %s is refused, and nothing is stored', async (_, ends) => {
    const doc = await replica();
    const before = storedRows(server);
    const { answer } = await comment(cast.eve, ends(doc));
    expect(answer).toMatchObject({ status: 409, json: { code: 'passage-gone' } });
    expect(storedRows(server)).toBe(before);
  });

  test('whose ends come from the future of another copy is refused', async () => {
    const ahead = await replica();
    ahead.getText(key).insert(TEXT.length, ' And more that nobody has.');
    const { answer } = await comment(cast.eve, endsIn(ahead, key, TEXT.length + 2, TEXT.length + 8));
    expect(answer).toMatchObject({ status: 409, json: { code: 'passage-gone' } });
  });

  test('loses its mark with the last comment of its thread', async () => {
    const { id, answer } = await comment(cast.eve, endsIn(await replica(), key, 10, 21));
    const thread = answer.json as review.Thread;
    await ask(
      cast.eve,
      review.deleteComment,
      { ...about(thread), threadId: id, commentId: thread.comments[0]!.id },
      {},
    );
    expect(await delta()).toEqual([{ insert: TEXT }]);
  });
});
