// A thread goes on at other words: by whom, and what of it stays.
import { answerKey } from '@adagia/shared/answer-key';
import * as review from '@adagia/shared/api/review';
import { threadIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const key = answerKey('motivation');
const otherKey = answerKey('needs');
const TEXT = 'Adults in small towns need digital courage.';
let server: TestServer;
let cast: People;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  await write((doc) => [key, otherKey].forEach((name) => doc.getText(name).insert(0, TEXT)));
});
afterAll(() => server.dispose());

const write = <T>(change: (doc: Y.Doc) => T) => server.deps.rooms.edit(stage.proposalId, cast.ben.id, change);
const read = <T>(look: (doc: Y.Doc) => T) => server.deps.rooms.read(stage.proposalId, look);
const place = (thread: review.Thread) => ({ proposalId: stage.proposalId, threadId: thread.id });

/** What of an answer is marked for this thread. */
const marked = ({ id }: review.Thread, name = key) =>
  read((doc) =>
    (doc.getText(name).toDelta() as { insert: string; attributes?: object }[])
      .filter(({ attributes = {} }) => `comment:${id}` in attributes)
      .map(({ insert }) => insert),
  );

/** The words as the interface would send them. */
function words(quote: string, name = key) {
  return read((doc) => {
    const text = doc.getText(name);
    const start = text.toJSON().indexOf(quote);
    const end = (index: number, assoc: number) =>
      Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc))).toString(
        'base64',
      );
    const target = { kind: 'passage' as const, key: name, quote, before: '', after: '' };
    return { target, anchor: { start: end(start, 0), end: end(start + quote.length, -1) } };
  });
}

async function openOn(person: CastPerson, quote: string): Promise<review.Thread> {
  const input = { id: threadIdSchema.parse(uuidv7()), body: 'Which?', ...(await words(quote)) };
  return ask(person, review.createThread, { proposalId: stage.proposalId }, input);
}
async function openOnGone(person: CastPerson, quote: string): Promise<review.Thread> {
  const thread = await openOn(person, quote);
  await write((doc) => doc.getText(key).delete(TEXT.indexOf(quote), quote.length));
  return thread;
}

test('goes to other words of the same answer, with its comments, for everybody', async () => {
  const thread = await openOnGone(cast.eve, 'small towns');
  const socket = await openSocket(server, cast.ana, stage.proposalId);
  const attached = await ask(cast.ben, review.attachThread, place(thread), await words('digital courage'));
  await socket.hinted('comments');
  socket.close();
  expect(attached).toMatchObject({ id: thread.id, target: { key, quote: 'digital courage' } });
  expect(attached.comments).toEqual(thread.comments);
  expect(await marked(thread)).toEqual(['digital courage']);
  const threads = await ask(cast.eve, review.listThreads, { proposalId: stage.proposalId }, {});
  expect(threads).toMatchObject([{ target: { quote: 'digital courage' } }]);
});

test('goes to another answer', async () => {
  const thread = await openOnGone(cast.ben, 'small towns');
  await ask(cast.ben, review.attachThread, place(thread), await words('small towns', otherKey));
  expect([await marked(thread), await marked(thread, otherKey)]).toEqual([[], ['small towns']]);
});

test('hangs in one place: where its words are back meanwhile, they lose their mark', async () => {
  const thread = await openOn(cast.ben, 'small towns');
  const other = await openOn(cast.ana, 'towns need');
  await ask(cast.ben, review.attachThread, place(thread), await words('small', otherKey));
  expect([await marked(thread), await marked(thread, otherKey)]).toEqual([[], ['small']]);
  await ask(cast.ben, review.attachThread, place(thread), await words('small towns'));
  await ask(cast.ben, review.attachThread, place(thread), await words('Adults in'));
  expect(await marked(thread)).toEqual(['Adults in']);
  expect((await marked(other)).join('')).toBe('towns need');
});

test('a question becomes a comment on words', async () => {
  const input = { id: threadIdSchema.parse(uuidv7()), target: { kind: 'question' as const, key }, body: 'Which?' };
  const thread = await ask(cast.eve, review.createThread, { proposalId: stage.proposalId }, input);
  const attached = await ask(cast.eve, review.attachThread, place(thread), await words('Adults'));
  expect(attached.target.kind).toBe('passage');
  expect(await marked(thread)).toEqual(['Adults']);
});

test('by a commenter who opened it, not by one who did not; and nothing is stored', async () => {
  const [own, other] = [await openOnGone(cast.eve, 'small towns'), await openOn(cast.ana, 'digital')];
  await ask(cast.eve, review.attachThread, place(own), await words('courage'));
  const before = storedRows(server);
  const denied = await refusal(cast.eve, review.attachThread, place(other), await words('courage'));
  expect(denied.code).toBe('forbidden');
  expect(storedRows(server)).toBe(before);
  expect(await marked(other)).toEqual(['digital']);
});

test('it stands in the timeline, where it is now', async () => {
  const thread = await openOnGone(cast.ben, 'small towns');
  await ask(cast.ben, review.attachThread, place(thread), await words('small towns', otherKey));
  const { entries } = await ask(cast.ana, review.listTimeline, { proposalId: stage.proposalId }, { kind: 'comment' });
  expect(entries[0]).toMatchObject({ target: otherKey, data: { change: 'attached' } });
});

test('a thread of another proposal is not found', async () => {
  const thread = await openOnGone(cast.ben, 'small towns');
  const input = await words('courage');
  const there = await newStage(server, cast);
  const elsewhere = { ...place(thread), proposalId: there.proposalId };
  const before = storedRows(server);
  expect((await refusal(cast.ben, review.attachThread, elsewhere, input)).code).toBe('not-found');
  expect(storedRows(server)).toBe(before);
});

test('a question that the form does not have is refused', async () => {
  const thread = await openOnGone(cast.ben, 'small towns');
  const { target, anchor } = await words('courage');
  const input = { target: { ...target, key: answerKey('nowhere') }, anchor };
  expect((await refusal(cast.ben, review.attachThread, place(thread), input)).code).toBe('invalid-body');
});

test.each(['were deleted meanwhile', 'are in another answer than is said', 'are none'])(
  'words that %s are refused: the thread stays as it was',
  async (what) => {
    const thread = await openOn(cast.ben, 'small towns');
    const { target, anchor } = await words('courage');
    const { target: elsewhere } = await words('courage', otherKey);
    if (what === 'were deleted meanwhile') await write((doc) => doc.getText(key).delete(TEXT.indexOf('digital'), 15));
    const input = {
      target: what === 'are in another answer than is said' ? elsewhere : target,
      anchor: what === 'are none' ? { start: anchor.end, end: anchor.end } : anchor,
    };
    const before = storedRows(server);
    expect((await refusal(cast.ben, review.attachThread, place(thread), input)).code).toBe('passage-gone');
    expect(storedRows(server)).toBe(before);
    expect(await marked(thread)).toEqual(['small towns']);
  },
);
