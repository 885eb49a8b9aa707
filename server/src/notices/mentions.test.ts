// Being named in a comment: by oneself or with one's organisation, once, and until it has been read.

import { updateMember } from '@adagia/db/repositories/members';
import * as routes from '@adagia/shared/api/notices';
import { addOrganisation } from '@adagia/shared/api/people';
import { createThread, deleteComment, editComment, markThreadRead, replyToThread } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, newStage, type Stage } from '../testing/cast.ts';
import { type MailRoom, openMailRoom } from '../testing/mail-room.ts';
import { MAIL_AFTER_MS } from './notify.ts';

const LIBRARY = 'Βιβλιοθήκη του Ολτ';
let room: MailRoom;
let stage: Stage;
let nextId = 0;
const newId = (): string => `00000000-0000-7000-b000-${String((nextId += 1)).padStart(12, '0')}`;

/** Ben and Eve are of the library. */
beforeEach(async () => {
  room = await openMailRoom();
  stage = await newStage(room.server, room.cast);
  room.restart();
  const card = { legalName: LIBRARY, legalNameLatin: 'Olt Library', country: 'EL' };
  const { id } = await ask(room.cast.ana, addOrganisation, stage, card);
  for (const { id: userId } of [room.cast.ben, room.cast.eve]) {
    updateMember(room.deps.database.orm, stage.proposalId, userId, { organisationId: id });
  }
});
afterEach(() => room.dispose());

const comment = async (person: CastPerson, body: string) => {
  const target = { kind: 'question' as const, key: 'answer:motivation' };
  return await ask(person, createThread, stage, { id: newId(), target, body });
};
const newsOf = async (person: CastPerson) => (await ask(person, routes.listNotices, {}, {})).notices;
const kindsOf = async (person: CastPerson) => (await newsOf(person)).map(({ kind }) => kind);
const aMinuteLater = () => room.at(Date.now() + MAIL_AFTER_MS + 1000);

test('the name of an organisation, in either script, tells its people, and nobody else', async () => {
  const { ana, ben, eve } = room.cast;
  await comment(ana, `Could @${LIBRARY} look at this?`);
  const thread = await comment(ana, 'And @olt library at that.');
  expect(await kindsOf(ben)).toEqual(['mention', 'mention']);
  expect(await newsOf(eve)).toMatchObject([
    { target: thread.id, data: { by: 'organisation' } },
    { data: { by: 'organisation' } },
  ]);
  expect(await kindsOf(ana)).toEqual([]);
  await aMinuteLater();
  expect(room.post.received.map(({ to }) => to).sort()).toEqual(
    ['ben', 'ben', 'eve', 'eve'].map((name) => `${name}@example.org`),
  );
  const { source } = must(room.post.received[0]);
  expect(source).toContain('Subject: Ana mentioned your organisation in Next Door Online');
  // It leads to the thread itself.
  expect(source).toMatch(/\/write#comment%3A00000000-0000-7000-b000-\d{12}/);
});

test('whoever is named twice over is told once, as themselves; whoever wrote it is not', async () => {
  const { ben, eve } = room.cast;
  await comment(eve, '@Ben, and @Olt Library, and @Ben again');
  expect(await newsOf(ben)).toMatchObject([{ kind: 'mention', data: {} }]);
  expect((await newsOf(ben))[0]?.data).toEqual({});
  expect(await kindsOf(eve)).toEqual([]);
});

test('a comment that is changed tells those who are named in it now and were not before', async () => {
  const { ana, ben, eve } = room.cast;
  const thread = await comment(ana, 'Is it so, @Ben?');
  const place = { ...stage, threadId: thread.id, commentId: must(thread.comments[0]).id };
  await ask(ana, editComment, place, { body: 'Is it so, @Ben? Or @Eve?' });
  await ask(ana, editComment, place, { body: 'Is it so, @Ben? Or perhaps @Eve?' });
  expect(await kindsOf(ben)).toEqual(['mention']);
  expect(await kindsOf(eve)).toEqual(['mention']);
});

test('it is new until its thread was opened, not because its section was on the screen', async () => {
  const { ana, ben } = room.cast;
  const thread = await comment(ana, '@Ben?');
  await ask(ben, replyToThread, { ...stage, threadId: thread.id }, { id: newId(), body: 'Yes.' });
  await ask(ana, routes.markSectionSeen, { ...stage, sectionId: 'relevance' }, {});
  await ask(ben, routes.markSectionSeen, { ...stage, sectionId: 'relevance' }, {});
  expect(await newsOf(ana)).toMatchObject([{ kind: 'reply', isSeen: false }]);
  expect(await newsOf(ben)).toMatchObject([{ kind: 'mention', isSeen: false }]);
  await ask(ben, markThreadRead, { ...stage, threadId: thread.id }, {});
  expect(await newsOf(ben)).toMatchObject([{ kind: 'mention', isSeen: true }]);
});

test('of a thread that is gone nothing is told any more', async () => {
  const { ana, ben } = room.cast;
  const thread = await comment(ana, '@Ben?');
  await ask(ana, deleteComment, { ...stage, threadId: thread.id, commentId: must(thread.comments[0]).id }, {});
  expect(await kindsOf(ben)).toEqual([]);
  await aMinuteLater();
  expect(room.post.received).toEqual([]);
});
