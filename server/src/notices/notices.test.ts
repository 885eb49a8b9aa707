// Being told: at once what is urgent, once a day the rest, and nothing of what one has seen or may not read. Mails go through a real
// SMTP server, over a clock that the test turns.

import { updateMember } from '@adagia/db/repositories/members';
import { findNoticeSettings } from '@adagia/db/repositories/notices';
import * as routes from '@adagia/shared/api/notices';
import { addOrganisation, getMe, listProposals, removeMember } from '@adagia/shared/api/people';
import { deleteProposal } from '@adagia/shared/api/portfolio';
import { changeAnswerState, createThread, markThreadRead, replyToThread } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { recordContentChanges } from '../commands/timeline.ts';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, newStage, type Stage } from '../testing/cast.ts';
import { type MailRoom, openMailRoom } from '../testing/mail-room.ts';
import { instantInBrussels } from './deadlines.ts';
import { MAIL_AFTER_MS } from './notify.ts';
import { changeSettings, nextMorning } from './settings.ts';

const key = 'answer:motivation';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let room: MailRoom;
let stage: Stage;
let nextId = 0;
const newId = (): string => `00000000-0000-7000-a000-${String((nextId += 1)).padStart(12, '0')}`;

beforeEach(async () => {
  room = await openMailRoom();
  stage = await newStage(room.server, room.cast);
  room.restart();
  // Everybody has settings by then.
  await room.at(Date.now() + 6 * MINUTE_MS);
});
afterEach(() => room.dispose());

const comment = async (person: CastPerson, body: string) => {
  const target = { kind: 'question' as const, key };
  return await ask(person, createThread, stage, { id: newId(), target, body });
};
const inboxOf = (person: CastPerson) => ask(person, routes.listNotices, {}, {});
const kindsOf = async (person: CastPerson) => (await inboxOf(person)).notices.map(({ kind }) => kind);
const addresses = () => room.post.received.map(({ to }) => to);
const aMinuteLater = () => room.at(Date.now() + MAIL_AFTER_MS + 1000);
const morning = (days = 0, zone = 'Europe/Brussels') =>
  room.at(nextMorning(zone, Date.now() + days * DAY_MS) + 6 * MINUTE_MS);

describe('at once', () => {
  test('who is named in a comment is told by mail, without a word of it', async () => {
    const { cast, post } = room;
    const thread = await comment(cast.eve, 'Is 4,711 right, @Ben?');
    expect((await inboxOf(cast.ben)).notices).toMatchObject([
      { kind: 'mention', actorName: 'Eve', target: thread.id, isSeen: false, proposalId: stage.proposalId },
    ]);
    await aMinuteLater();
    expect(addresses()).toEqual(['ben@example.org']);
    const { source } = must(post.received[0]);
    expect(source).toContain('Subject: Eve mentioned you in Next Door Online');
    expect(source).toContain('multipart/alternative');
    expect(source).toContain(`/p/${stage.proposalId}/write`);
    expect(source).not.toContain('4,711');
    expect(source).not.toMatch(/<img|http:\/\/(?!localhost)|https:\/\//);
  });

  test('who has the comment before their eyes gets no mail', async () => {
    const thread = await comment(room.cast.eve, '@Ben?');
    await ask(room.cast.ben, markThreadRead, { ...stage, threadId: thread.id }, {});
    expect((await inboxOf(room.cast.ben)).unseen).toBe(0);
    await aMinuteLater();
    expect(addresses()).toEqual([]);
  });

  test('who is responsible for an answer is told, and not for what they took themselves', async () => {
    const { ana, ben } = room.cast;
    await ask(ana, changeAnswerState, { ...stage, key }, { ownerId: ben.id });
    await ask(ana, changeAnswerState, { ...stage, key }, { ownerId: ana.id });
    expect(await kindsOf(ben)).toEqual(['assigned']);
    expect(await kindsOf(ana)).toEqual([]);
    await aMinuteLater();
    expect(addresses()).toEqual(['ben@example.org']);
  });

  test('nobody is told of what they may not read any more', async () => {
    const { ana, ben, eve } = room.cast;
    await comment(eve, '@Ben?');
    await ask(ana, removeMember, { ...stage, userId: ben.id }, {});
    expect(await kindsOf(ben)).toEqual([]);
    await aMinuteLater();
    expect(addresses()).toEqual([]);
  });

  test('nor of a proposal that is in the bin', async () => {
    await comment(room.cast.eve, '@Ben?');
    await ask(room.cast.ana, deleteProposal, stage, {});
    await aMinuteLater();
    await morning();
    expect(addresses()).toEqual([]);
  });

  test('nor at an address that nobody has confirmed', async () => {
    room.deps.database.driver.exec("UPDATE user SET email_verified = 0 WHERE name = 'Ben'");
    await comment(room.cast.eve, '@Ben?');
    await aMinuteLater();
    await morning();
    expect(addresses()).not.toContain('ben@example.org');
  });
});

describe('once a day', () => {
  test('one mail with all that is new in what one follows, at eight where one is, and none where nothing is', async () => {
    const { ana, ben, eve, oda } = room.cast;
    await comment(ben, 'First');
    await comment(ben, 'Second');
    const thread = await comment(ana, 'Third');
    await ask(eve, replyToThread, { ...stage, threadId: thread.id }, { id: newId(), body: 'A reply' });
    await morning();
    const toAna = room.post.received.filter(({ to }) => to === 'ana@example.org');
    expect(toAna).toHaveLength(1);
    const { source } = must(toAna[0]);
    expect(source).toContain('Subject: News in Next Door Online');
    expect(source).toMatch(/3 changes by Ben, Eve/);
    expect(source).toContain('Eve replied to a comment');
    expect(source).not.toMatch(/First|Second|Third|A reply/);
    expect(addresses()).not.toContain(`${oda.name.toLowerCase()}@example.org`);
    await morning(1);
    expect(room.post.received.filter(({ to }) => to === 'ana@example.org')).toHaveLength(1);
  });

  test('a section that was on the screen since is no news', async () => {
    const { ana, ben } = room.cast;
    await comment(ben, 'First');
    const { sectionId } = must(
      (await ask(ana, routes.listFollows, stage, {})).find((one) => one.sectionId === 'relevance'),
    );
    await ask(ana, routes.markSectionSeen, { ...stage, sectionId }, {});
    await morning();
    expect(addresses()).not.toContain('ana@example.org');
  });

  test('a muted section is silent, a followed one speaks to who has no part in it', async () => {
    const { ana, ben, eve } = room.cast;
    await ask(ana, routes.setFollow, stage, { sectionId: 'relevance', isFollowed: false });
    await ask(eve, routes.setFollow, stage, { sectionId: 'relevance', isFollowed: true });
    await comment(ben, 'First');
    await morning();
    expect(addresses()).toEqual(['eve@example.org']);
  });

  test('whoever has lost the right to see what others did hears nothing of it', async () => {
    const { ben, eve } = room.cast;
    await ask(eve, routes.setFollow, stage, { sectionId: 'relevance', isFollowed: true });
    updateMember(room.deps.database.orm, stage.proposalId, eve.id, { role: 'guest' });
    await comment(ben, 'First');
    await morning();
    expect(addresses()).not.toContain('eve@example.org');
  });

  test.each([
    ['Europe/Athens', '2026-11-26T12:00Z', '2026-11-27T06:00:00.000Z'],
    ['Europe/Lisbon', '2026-11-26T12:00Z', '2026-11-27T08:00:00.000Z'],
    // The clocks go back in the night to the 25th of October, and forward in that to the 29th of March.
    ['Europe/Brussels', '2026-10-24T12:00Z', '2026-10-25T07:00:00.000Z'],
    ['Europe/Brussels', '2027-03-27T12:00Z', '2027-03-28T06:00:00.000Z'],
    ['Atlantic/Azores', '2026-11-26T08:59Z', '2026-11-26T09:00:00.000Z'],
  ])('eight in %s after %s', (zone, after, expected) => {
    expect(new Date(nextMorning(zone, Date.parse(after))).toISOString()).toBe(expected);
  });

  test('where the device is counts until somebody chooses, and again when they say so', async () => {
    const { ana } = room.cast;
    const change = async (body: z.input<typeof routes.changeNoticeSettings.body>) => {
      const { timeZone, followsDevice } = await ask(ana, routes.changeNoticeSettings, {}, body);
      return [timeZone, followsDevice];
    };
    expect((await ask(ana, getMe, {}, {})).place).toEqual({ timeZone: 'Europe/Brussels', followsDevice: true });
    expect(await change({ deviceTimeZone: 'Europe/Athens' })).toEqual(['Europe/Athens', true]);
    // As browsers call it, and no list of servers does.
    expect(await change({ deviceTimeZone: 'Asia/Calcutta' })).toEqual(['Asia/Calcutta', true]);
    expect(await change({ timeZone: 'Europe/Lisbon' })).toEqual(['Europe/Lisbon', false]);
    expect(await change({ deviceTimeZone: 'Europe/Athens' })).toEqual(['Europe/Lisbon', false]);
    expect(await change({ followsDevice: true, deviceTimeZone: 'Europe/Sofia' })).toEqual(['Europe/Sofia', true]);
    expect((await ask(ana, getMe, {}, {})).place).toEqual({ timeZone: 'Europe/Sofia', followsDevice: true });
  });

  test('whoever travels west after their digest gets the next one on the day after', async () => {
    const { id } = room.cast.ana;
    await morning();
    const now = room.deps.now();
    const today = nextMorning('Atlantic/Azores', now);
    expect(today - now).toBeLessThan(3 * 60 * MINUTE_MS);
    const moved = changeSettings(room.deps.database.orm, id, now, { deviceTimeZone: 'Atlantic/Azores' });
    expect(moved.nextDigestAt).toBe(nextMorning('Atlantic/Azores', today));
  });

  test('another time zone moves the next digest', async () => {
    const { ana } = room.cast;
    await ask(ana, routes.changeNoticeSettings, {}, { timeZone: 'Europe/Athens' });
    const row = findNoticeSettings(room.deps.database.orm, ana.id);
    expect(row?.nextDigestAt).toBe(nextMorning('Europe/Athens', Date.now()));
    expect((await refusal(ana, routes.changeNoticeSettings, {}, { timeZone: 'Mars/Olympus' })).code).toBe(
      'invalid-body',
    );
  });
});

describe('a crash', () => {
  test('between the mail server and us sends no second mail', async () => {
    const { deliver } = room.deps.mailer;
    const handedOver = Promise.withResolvers<void>();
    room.deps.mailer.deliver = async (mail) => {
      await deliver(mail);
      handedOver.resolve();
      // The process dies here: the mail is out, and nobody writes that down.
      return new Promise(() => {});
    };
    await comment(room.cast.eve, '@Ben?');
    void aMinuteLater();
    await handedOver.promise;
    room.deps.mailer.deliver = deliver;
    room.restart();
    await room.at(Date.now() + DAY_MS);
    expect(addresses().filter((to) => to === 'ben@example.org')).toHaveLength(1);
  });

  test('before the mail server had it loses no mail', async () => {
    await comment(room.cast.eve, '@Ben?');
    room.restart();
    await aMinuteLater();
    expect(addresses()).toEqual(['ben@example.org']);
  });

  test('a mail server that says no is asked again', async () => {
    const { deliver } = room.deps.mailer;
    room.deps.mailer.deliver = async () => ({ reason: 'ECONNREFUSED', isFinal: false });
    await comment(room.cast.eve, '@Ben?');
    await aMinuteLater();
    expect(addresses()).toEqual([]);
    room.deps.mailer.deliver = deliver;
    await room.at(Date.now() + 10 * MINUTE_MS);
    expect(addresses()).toEqual(['ben@example.org']);
  });
});

describe('unsubscribing without signing in', () => {
  const oneClick = (url: string) =>
    fetch(url.replace(/^https?:\/\/[^/]+/, room.server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const headerOf = (source: string) => must(/List-Unsubscribe:\s*<([^>]+)>/.exec(source)?.[1]);

  test('by the button of a mail program, for the kind of mail that it stands in', async () => {
    const { ben, eve } = room.cast;
    await comment(eve, '@Ben?');
    await aMinuteLater();
    const { source } = must(room.post.received[0]);
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await oneClick(headerOf(source))).status).toBe(200);
    expect(await ask(ben, routes.getNoticeSettings, {}, {})).toMatchObject({ hasImmediate: false, hasDigest: true });
    await comment(eve, '@Ben?');
    await room.at(Date.now() + 3 * MINUTE_MS);
    expect(addresses()).toHaveLength(1);
  });

  test('looking at the address changes nothing, and leads to a page that asks', async () => {
    await comment(room.cast.eve, '@Ben?');
    await aMinuteLater();
    const address = headerOf(must(room.post.received[0]).source).replace(/^https?:\/\/[^/]+/, room.server.url);
    const response = await fetch(address, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^\/unsubscribe#/);
    expect((await ask(room.cast.ben, routes.getNoticeSettings, {}, {})).hasImmediate).toBe(true);
  });

  test('from one section alone', async () => {
    const { ben, ana } = room.cast;
    await comment(ben, 'First');
    await morning();
    const source = must(room.post.received.find(({ to }) => to === 'ana@example.org')).source;
    const token = must(/No more about .*?unsubscribe#(\S+)/.exec(source)?.[1]);
    const nobody = room.server.withoutAccount();
    expect(await ask(nobody, routes.unsubscribe, {}, { token })).toMatchObject({
      scope: 'section',
      sectionId: 'relevance',
    });
    const follows = await ask(ana, routes.listFollows, stage, {});
    expect(follows.find(({ sectionId }) => sectionId === 'relevance')).toMatchObject({
      isFollowed: false,
      isChosen: true,
    });
    expect(follows.filter(({ isFollowed }) => !isFollowed)).toHaveLength(1);
  });

  test('not with a signature of somebody else', async () => {
    const { site } = room.deps;
    const token = site.unsubscribeTokens.make({ userId: room.cast.ben.id, scope: 'digest' });
    const [, signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ u: room.cast.ana.id, s: 'digest' })).toString('base64url');
    for (const wrong of ['', 'x.y', `${forged}.${signature}`, `${token}x`, token.slice(0, -4)]) {
      expect((await refusal(room.server.withoutAccount(), routes.unsubscribe, {}, { token: wrong })).code).toBe(
        'not-found',
      );
    }
  });
});

test('a deadline is told a week and a day before it, once each', async () => {
  const { deps, cast } = room;
  const at = instantInBrussels('2031-03-04T12:00', Date.now());
  expect(new Date(must(at)).toISOString()).toBe('2031-03-04T11:00:00.000Z');
  const local = `${new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10)}T12:00`;
  await deps.rooms.edit(stage.proposalId, cast.ana.id, (doc) => doc.getMap('facts').set('deadline', local));
  // As what a person typed is recorded; nobody looks at the list of proposals, and its counts are out of date.
  const change = { kind: 'field', map: 'facts', key: 'deadline', before: null, after: local } as const;
  const { proposalId } = stage;
  recordContentChanges(deps, [{ proposalId, authorId: cast.ana.id, at: Date.now(), changes: [change] }]);
  await ask(cast.ana, addOrganisation, stage, { legalName: 'Scoala', country: 'RO' });
  deps.recordChanges();
  const hour = 60 * MINUTE_MS;
  const told = async () =>
    (await inboxOf(cast.eve)).notices.filter(({ kind }) => kind === 'deadline').map(({ data }) => data.days);
  for (let step = 1; step <= 3; step += 1) await room.at(Date.now() + step * hour);
  expect(await told()).toEqual([7]);
  for (let step = 0; step <= 5 * 24; step += 6) await room.at(Date.now() + step * hour);
  expect(await told()).toEqual([1, 7]);
  expect(addresses().filter((to) => to === 'eve@example.org').length).toBeGreaterThanOrEqual(2);
});

test('a deadline is told in the time of Brussels, and of the reader where that is another one', async () => {
  const { deps, cast } = room;
  const day = new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10);
  await deps.rooms.edit(stage.proposalId, null, (doc) => doc.getMap('facts').set('deadline', `${day}T12:00`));
  await ask(cast.ana, listProposals, {}, {});
  await ask(cast.eve, routes.changeNoticeSettings, {}, { deviceTimeZone: 'Europe/Athens' });
  await room.at(Date.now() + 2 * 60 * MINUTE_MS);
  await room.at(Date.now() + 4 * 60 * MINUTE_MS);
  const sourceFor = (to: string) => must(room.post.received.find((one) => one.to === to)).source;
  expect(sourceFor('eve@example.org')).toMatch(/12:00 in Brussels\. Where you are: .* 13:00\./);
  expect(sourceFor('ben@example.org')).toMatch(/12:00 in Brussels\.\s/);
  expect(sourceFor('ben@example.org')).not.toContain('Where you are');
});
