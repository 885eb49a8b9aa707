// People without an account: in by link, the same person on their device, ended and let in again by the coordinator.

import * as entering from '@adagia/shared/api/entering';
import * as people from '@adagia/shared/api/people';
import {
  getMe,
  getProposal,
  listInvitations,
  previewInvitation,
  removeMember,
  revokeInvitation,
} from '@adagia/shared/api/people';
import { deleteProposal } from '@adagia/shared/api/portfolio';
import { createThread, listThreads, listTimeline } from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { comeBack, Device, enter, guestLink, tokenOf } from '../testing/guests.ts';
import { openSocket } from '../testing/live-socket.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';

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

const link = (change: Parameters<typeof guestLink>[2] = {}) => guestLink(cast.ana, stage.proposalId, change);
const here = () => ({ proposalId: stage.proposalId });
const about = (userId: string) => ({ ...here(), userId }) as never;
const guests = () => ask(cast.ana, entering.listGuests, here(), {});
const invitationOf = async (id: string) =>
  (await ask(cast.ana, listInvitations, here(), {})).find((one) => one.id === id);

test('a name is enough: in, with the role, the organisation and the sections of the link, and named in everything', async () => {
  const { token } = await link({ role: 'editor', organisationId: stage.organisationId, sectionIds: ['relevance'] });
  const gus = await enter(server, token, '  Gus \u202eB. ', 'gus@example.org');
  expect(await ask(gus, getMe, {}, {})).toMatchObject({ name: 'Gus B.', email: '', isGuest: true, formerGuest: null });
  const proposal = await ask(gus, getProposal, here(), {});
  expect(proposal).toMatchObject({ role: 'editor', organisationId: stage.organisationId });
  const shown = (await ask(cast.ana, getProposal, here(), {})).members.find(({ userId }) => userId === gus.id);
  expect(shown).toMatchObject({ name: 'Gus B.', email: 'gus@example.org', isGuest: true, sectionIds: ['relevance'] });
  const target = { kind: 'question' as const, key: 'answer:motivation' };
  await ask(gus, createThread, here(), { id: '00000000-0000-7000-8000-0000000000aa', target, body: 'Whose needs?' });
  expect((await ask(cast.eve, listThreads, here(), {}))[0]?.comments[0]).toMatchObject({ authorName: 'Gus B.' });
  const { entries } = await ask(cast.ana, listTimeline, here(), {});
  expect(entries.map(({ actorName, kind }) => [actorName, kind])).toContainEqual(['Gus B.', 'member']);
  (await openSocket(server, gus, stage.proposalId)).close();
});

test.each([
  ['markup', '<b>Gus</b>'],
  ['300 characters', 'x'.repeat(300)],
  ['nothing that is seen', '\u202e\u200b'],
])('a name of %s is refused, and the link stays as it was', async (_, name) => {
  const { token, invitation } = await link();
  const refused = await refusal(server.withoutAccount(), entering.enterAsGuest, {}, { token, name });
  expect([refused.code, refused.issues?.[0]?.path]).toEqual(['invalid-body', 'name']);
  expect((await invitationOf(invitation.id))?.usedCount).toBe(0);
});

test('a link that asks for an account lets nobody in without one, and no coordinator is a guest', async () => {
  const { token } = await link({ allowsGuests: false });
  const nobody = server.withoutAccount();
  expect((await refusal(nobody, entering.enterAsGuest, {}, { token, name: 'Gus' })).code).toBe('invitation-invalid');
  const body = { role: 'coordinator', organisationId: null, allowsGuests: true };
  expect((await refusal(cast.ana, people.createInvitation, here(), body)).code).toBe('guest-needs-account');
  const gus = await enter(server, (await link()).token, 'Gus');
  const raise = await refusal(cast.ana, people.changeMember, about(gus.id), { role: 'coordinator' });
  expect(raise.code).toBe('guest-needs-account');
  const strict = await link({ allowsGuests: false, role: 'editor' });
  expect((await refusal(gus, people.acceptInvitation, {}, { token: strict.token })).code).toBe('guest-needs-account');
  expect((await refusal(gus, people.createProposal, {}, newProposal)).code).toBe('guest-needs-account');
});

test('the session is a cookie that no script reads, in no answer, and lasts for half a year', async () => {
  const { token } = await link();
  const answer = await new Device(server).post(entering.enterAsGuest.path, { token, name: 'Gus' });
  const cookies = answer.headers.getSetCookie();
  expect(cookies[0]).toMatch(/^adagia\.session_token=[^;]{60,}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await answer.json()).toEqual({ proposalId: stage.proposalId });
  expect(answer.headers.get('referrer-policy')).toBe('same-origin');
});

describe('how often a link works', () => {
  test('one for two lets two in, says who they were, and then nobody', async () => {
    const { token, invitation } = await link({ usesMax: 2 });
    const gus = await enter(server, token, 'Gus');
    expect(await invitationOf(invitation.id)).toMatchObject({ state: 'pending', usedCount: 1 });
    const ida = await enter(server, token, 'Ida');
    const used = await invitationOf(invitation.id);
    expect(used).toMatchObject({ state: 'accepted', usedCount: 2 });
    expect(used?.uses.map(({ name, userId, isGuest }) => [name, userId, isGuest])).toEqual([
      ['Ida', ida.id, true],
      ['Gus', gus.id, true],
    ]);
    const third = await refusal(server.withoutAccount(), entering.enterAsGuest, {}, { token, name: 'Eli' });
    expect(third.code).toBe('invitation-invalid');
  });

  test('ten who press at the same moment: as many as it is for', async () => {
    const { token, invitation } = await link({ usesMax: 3 });
    const names = Array.from({ length: 10 }, (_, index) => `Gus ${index}`);
    const entered = await Promise.allSettled(names.map((name) => enter(server, token, name)));
    expect(entered.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await invitationOf(invitation.id)).toMatchObject({ usedCount: 3, state: 'accepted' });
    expect(await guests()).toHaveLength(3);
  });

  test('without a limit it goes on, until it is revoked', async () => {
    const { token, invitation } = await link();
    for (const name of ['Gus', 'Ida', 'Eli']) await enter(server, token, name);
    expect(await invitationOf(invitation.id)).toMatchObject({ usesMax: null, usedCount: 3, state: 'pending' });
    await ask(cast.ana, revokeInvitation, { ...here(), invitationId: invitation.id }, {});
    await expect(enter(server, token, 'Zoe')).rejects.toThrow('410');
    expect(await guests()).toHaveLength(3);
  });

  test('one that is mailed works once', async () => {
    const body = { role: 'editor', organisationId: null, email: 'gus@example.org', usesMax: 5 };
    expect((await refusal(cast.ana, people.createInvitation, here(), body)).issues?.[0]?.path).toBe('usesMax');
  });

  test('sections are those of the form', async () => {
    const body = { role: 'guest', organisationId: null, sectionIds: ['relevance', 'gardening'] };
    expect((await refusal(cast.ana, people.createInvitation, here(), body)).issues?.[0]?.path).toBe('sectionIds');
  });
});

describe('who comes back on the same device', () => {
  test('is the same person, by the same link too, whatever has become of it', async () => {
    const { token, invitation } = await link({ usesMax: 1 });
    const gus = await enter(server, token, 'Gus');
    const seen = await ask(gus, previewInvitation, {}, { token });
    expect(seen.memberOf).toBe(stage.proposalId);
    expect(await ask(gus, people.acceptInvitation, {}, { token })).toEqual(here());
    // A second press, or a second tab.
    const again = await gus.device.post(entering.enterAsGuest.path, { token, name: 'Somebody' });
    expect(await again.json()).toEqual(here());
    expect((await ask(gus, getMe, {}, {})).id).toBe(gus.id);
    expect((await invitationOf(invitation.id))?.usedCount).toBe(1);
    expect(await guests()).toHaveLength(1);
    expect((await refusal(server.withoutAccount(), previewInvitation, {}, { token })).code).toBe('invitation-invalid');
  });

  test('a restart of the server signs nobody out', async () => {
    const gus = await enter(server, (await link()).token, 'Gus');
    server = await server.restart();
    cast = Object.fromEntries(
      Object.entries(cast).map(([key, one]) => [key, { ...one, ...server.withCookie(one.name, one.cookie) }]),
    ) as unknown as People;
    expect((await ask(server.withCookie('Gus', gus.cookie), getMe, {}, {})).id).toBe(gus.id);
  });

  test('a second link, of another proposal, takes the same person in there', async () => {
    const gus = await enter(server, (await link()).token, 'Gus');
    const other = await newStage(server, cast);
    const second = await guestLink(cast.ana, other.proposalId);
    await ask(gus, people.acceptInvitation, {}, { token: second.token });
    expect((await ask(gus, people.listProposals, {}, {})).map(({ id }) => id).sort()).toEqual(
      [stage.proposalId, other.proposalId].sort(),
    );
  });
});

describe('the coordinator', () => {
  test('sees who is in on which device, and by which link they came', async () => {
    const { token, invitation } = await link();
    const gus = await enter(server, token, 'Gus', 'gus@example.org');
    expect(await guests()).toEqual([
      {
        userId: gus.id,
        contactEmail: 'gus@example.org',
        invitationId: invitation.id,
        sessions: [
          { id: expect.any(String), device: 'Chrome, Android', startedAt: expect.any(String), lastUsedAt: null },
        ],
      },
    ]);
  });

  test('ends a guest on every device, sockets too; they stay a member, and what they wrote stays', async () => {
    const gus = await enter(server, (await link()).token, 'Gus');
    const socket = await openSocket(server, gus, stage.proposalId);
    await ask(cast.ana, entering.endGuestSessions, about(gus.id), {});
    expect(await socket.closed).toBe('sessionEnded');
    expect((await refusal(gus, getMe, {})).code).toBe('unauthenticated');
    expect((await guests())[0]).toMatchObject({ userId: gus.id, sessions: [] });
  });

  test('revokes a link with what it gave: guests are out at once, people with an account are not', async () => {
    const { token, invitation } = await link();
    const gus = await enter(server, token, 'Gus');
    await ask(cast.oda, people.acceptInvitation, {}, { token });
    const other = await enter(server, (await link()).token, 'Ida');
    const sockets = [gus, cast.oda, other].map((one) => openSocket(server, one, stage.proposalId));
    const [ofGus, ofOda, ofIda] = await Promise.all(sockets);
    await ask(cast.ana, revokeInvitation, { ...here(), invitationId: invitation.id }, { endsSessions: true });
    expect(await ofGus?.closed).toBe('sessionEnded');
    expect((await refusal(gus, getProposal, here())).code).toBe('unauthenticated');
    await ask(cast.oda, getProposal, here(), {});
    await ask(other, getProposal, here(), {});
    ofOda?.close();
    ofIda?.close();
  });

  test('also of a link that is used up; without the wish nobody is put out', async () => {
    const { token, invitation } = await link({ usesMax: 1 });
    const gus = await enter(server, token, 'Gus');
    const place = { ...here(), invitationId: invitation.id };
    expect((await refusal(cast.ana, revokeInvitation, place)).code).toBe('not-found');
    await ask(gus, getProposal, here(), {});
    await ask(cast.ana, revokeInvitation, place, { endsSessions: true });
    expect((await refusal(gus, getProposal, here())).code).toBe('unauthenticated');
  });

  test('lets somebody who lost their device in again, as the same person, by a link that works once', async () => {
    const gus = await enter(server, (await link()).token, 'Gus');
    const { link: back } = await ask(cast.ana, entering.createReturnLink, about(gus.id), {});
    const token = tokenOf(back);
    expect(await ask(server.withoutAccount(), previewInvitation, {}, { token })).toMatchObject({ returns: 'Gus' });
    const nobody = server.withoutAccount();
    expect((await refusal(nobody, entering.enterAsGuest, {}, { token, name: 'Eli' })).code).toBe('invitation-invalid');
    expect((await refusal(cast.oda, people.acceptInvitation, {}, { token })).code).toBe('invitation-invalid');
    const again = await comeBack(server, token, 'Gus');
    expect(again?.id).toBe(gus.id);
    expect((await guests())[0]?.sessions).toHaveLength(2);
    expect(await comeBack(server, token, 'Gus')).toBe(null);
  });

  test('a way back is no way into proposals of others, nor does it outlive the membership', async () => {
    const gus = await enter(server, (await link()).token, 'Gus');
    const early = await ask(cast.ana, entering.createReturnLink, about(gus.id), {});
    const { id } = await ask(cast.oda, people.createProposal, {}, newProposal);
    const foreign = await guestLink(cast.oda, id);
    await ask(gus, people.acceptInvitation, {}, { token: foreign.token });
    expect(await comeBack(server, tokenOf(early.link), 'Gus')).toBe(null);
    for (const route of [entering.createReturnLink, entering.endGuestSessions]) {
      expect((await refusal(cast.ana, route, about(gus.id))).code).toBe('guest-elsewhere');
    }
    await ask(cast.oda, removeMember, { proposalId: id, userId: gus.id }, {});
    const second = await ask(cast.ana, entering.createReturnLink, about(gus.id), {});
    await ask(cast.ana, removeMember, about(gus.id), {});
    expect(await comeBack(server, tokenOf(second.link), 'Gus')).toBe(null);
  });

  test('revoking with its guests takes one who is elsewhere too out of here alone', async () => {
    const { token, invitation } = await link();
    const gus = await enter(server, token, 'Gus');
    const { id } = await ask(cast.oda, people.createProposal, {}, newProposal);
    await ask(gus, people.acceptInvitation, {}, { token: (await guestLink(cast.oda, id)).token });
    const socket = await openSocket(server, gus, stage.proposalId);
    await ask(cast.ana, revokeInvitation, { ...here(), invitationId: invitation.id }, { endsSessions: true });
    expect(await socket.closed).toBe('notAllowed');
    expect((await refusal(gus, getProposal, here())).code).toBe('not-found');
    await ask(gus, getProposal, { proposalId: id }, {});
  });

  test('has nothing to say about people with an account', async () => {
    for (const route of [entering.createReturnLink, entering.endGuestSessions]) {
      expect((await refusal(cast.ana, route, about(cast.ben.id))).code).toBe('not-found');
    }
  });
});

test('links of a proposal that was deleted let nobody in, nor does asking reach anybody', async () => {
  const { token } = await link();
  await ask(cast.ana, deleteProposal, here(), {});
  const nobody = server.withoutAccount();
  expect((await refusal(nobody, previewInvitation, {}, { token })).code).toBe('invitation-invalid');
  expect((await refusal(nobody, entering.enterAsGuest, {}, { token, name: 'Gus' })).code).toBe('invitation-invalid');
  expect((await refusal(cast.ben, people.acceptInvitation, {}, { token })).code).toBe('invitation-invalid');
  await ask(cast.oda, entering.requestAccess, {}, here());
  const { driver } = server.deps.database;
  expect(driver.prepare('SELECT * FROM access_request WHERE proposal_id = ?').all(stage.proposalId)).toEqual([]);
});

test('neither tokens nor cookies are in the database as they are', async () => {
  const { token } = await link();
  const gus = await enter(server, token, 'Gus');
  const { driver } = server.deps.database;
  const rows = JSON.stringify([
    driver.prepare('SELECT * FROM invitation').all(),
    driver.prepare('SELECT * FROM audit').all(),
  ]);
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(gus.cookie.split('=')[1]?.split('.')[0]);
});
