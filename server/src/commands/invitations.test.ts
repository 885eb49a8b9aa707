// From a link to a member: once, in time, with the role and the organisation that were meant.
import { listMails } from '@adagia/shared/api/mail';
import * as people from '@adagia/shared/api/people';
import { listTimeline } from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
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

type NewInvitation = z.input<(typeof people.createInvitation)['body']>;

async function invite(change: Partial<NewInvitation> = {}) {
  const body = { role: 'editor' as const, organisationId: null, ...change };
  const made = await ask(cast.ana, people.createInvitation, { proposalId: stage.proposalId }, body);
  return { ...made, token: tokenOf(made.link) };
}

const tokenOf = (link: string): string => /\/join#([0-9a-f]{64})$/.exec(link)?.[1] ?? '';
const accept = (person: CastPerson, token: string) => ask(person, people.acceptInvitation, {}, { token });
const mine = (person: CastPerson) => ask(person, people.getProposal, { proposalId: stage.proposalId }, {});
const listed = () => ask(cast.ana, people.listInvitations, { proposalId: stage.proposalId }, {});
const about = (invitationId: string) => ({ proposalId: stage.proposalId, invitationId });

const DAY_MS = 24 * 60 * 60 * 1000;

/** As if it had been made so many days ago. */
function age(id: string, days: number): void {
  const { driver } = server.deps.database;
  const set = 'SET created_at = created_at - @ms, expires_at = expires_at - @ms';
  driver.prepare(`UPDATE invitation ${set} WHERE id = @id`).run({ id, ms: days * DAY_MS });
}

test('whoever follows the link joins with the role and the organisation of the invitation', async () => {
  const { token } = await invite({ role: 'commenter', organisationId: stage.organisationId });
  await accept(cast.oda, token);
  expect(await mine(cast.oda)).toMatchObject({ role: 'commenter', organisationId: stage.organisationId });
  expect((await listed()).map(({ state }) => state)).toEqual(['accepted']);
});

test('before signing in, the link shows what it is for and by whom', async () => {
  const { token, invitation } = await invite({
    role: 'commenter',
    organisationId: stage.organisationId,
    email: 'oda@example.org',
  });
  const preview = await ask(server.withoutAccount(), people.previewInvitation, {}, { token });
  expect(preview).toEqual({
    proposalTitle: 'Next Door Online',
    acronym: '',
    role: 'commenter',
    organisationName: 'Thalassa Learning Network',
    invitedBy: 'Ana',
    email: 'oda@example.org',
    expiresAt: invitation.expiresAt,
    sections: [],
    allowsGuests: false,
    returns: null,
    memberOf: null,
  });
});

test('used, revoked, expired and made up are refused alike, to look at and to use', async () => {
  const stranger = await server.signUp('Una');
  const used = await invite();
  await accept(cast.oda, used.token);
  const revoked = await invite();
  await ask(cast.ana, people.revokeInvitation, about(revoked.invitation.id), {});
  const expired = await invite();
  age(expired.invitation.id, 14);
  const problems = new Set<string>();
  for (const token of [used.token, revoked.token, expired.token, '0'.repeat(64)]) {
    problems.add(JSON.stringify(await refusal(server.withoutAccount(), people.previewInvitation, {}, { token })));
    problems.add(JSON.stringify(await refusal(stranger, people.acceptInvitation, {}, { token })));
  }
  expect([...problems].map((text) => JSON.parse(text).code)).toEqual(['invitation-invalid']);
  expect((await listed()).map(({ state }) => state).sort()).toEqual(['accepted', 'expired', 'revoked']);
});

test('of two people with one link at the same moment one gets in', async () => {
  const { token } = await invite();
  const second = await server.signUp('Odo');
  const answers = await Promise.all([cast.oda, second].map((who) => who.call(people.acceptInvitation, {}, { token })));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410]);
});

test('a coordinator who tries the link does not use it up', async () => {
  const { token } = await invite();
  await accept(cast.ana, token);
  expect((await mine(cast.ana)).role).toBe('coordinator');
  await accept(cast.oda, token);
  expect((await mine(cast.oda)).role).toBe('editor');
});

test('a member gets what the invitation gives beyond what they have, and never less', async () => {
  const up = await invite({ role: 'editor', organisationId: stage.organisationId });
  await accept(cast.eve, up.token);
  expect(await mine(cast.eve)).toMatchObject({ role: 'editor', organisationId: stage.organisationId });
  const down = await invite({ role: 'commenter' });
  await accept(cast.eve, down.token);
  expect((await mine(cast.eve)).role).toBe('editor');
});

test('somebody who was removed can be invited again', async () => {
  const first = await invite();
  await accept(cast.oda, first.token);
  await ask(cast.ana, people.removeMember, { proposalId: stage.proposalId, userId: cast.oda.id }, {});
  expect((await refusal(cast.oda, people.getProposal, { proposalId: stage.proposalId })).code).toBe('not-found');
  const second = await invite();
  await accept(cast.oda, second.token);
  expect((await mine(cast.oda)).role).toBe('editor');
});

test('sending again makes a new link of the same length of life, and the old one dies', async () => {
  const { invitation, token } = await invite({ expiresInDays: 7 });
  age(invitation.id, 6);
  await ask(cast.ana, people.resendInvitation, about(invitation.id), {});
  age(invitation.id, 8);
  expect((await listed())[0]?.state).toBe('expired');
  const again = await ask(cast.ana, people.resendInvitation, about(invitation.id), {});
  expect(again.invitation.state).toBe('pending');
  expect(again.invitation.id).toBe(invitation.id);
  expect(Date.parse(again.invitation.expiresAt) - Date.parse(again.invitation.createdAt)).toBe(7 * DAY_MS);
  expect((await refusal(cast.oda, people.acceptInvitation, {}, { token })).code).toBe('invitation-invalid');
  await accept(cast.oda, tokenOf(again.link));
});

test('what was accepted or revoked is not sent again', async () => {
  const revoked = await invite();
  await ask(cast.ana, people.revokeInvitation, about(revoked.invitation.id), {});
  expect((await refusal(cast.ana, people.resendInvitation, about(revoked.invitation.id))).code).toBe('not-found');
  const used = await invite();
  await accept(cast.oda, used.token);
  expect((await refusal(cast.ana, people.resendInvitation, about(used.invitation.id))).code).toBe('not-found');
  expect((await refusal(cast.ana, people.revokeInvitation, about(used.invitation.id))).code).toBe('not-found');
});

test('an invitation of another proposal cannot be touched from this one', async () => {
  const { invitation } = await invite();
  const other = await newStage(server, cast);
  const params = { proposalId: other.proposalId, invitationId: invitation.id };
  expect((await refusal(cast.ana, people.revokeInvitation, params)).code).toBe('not-found');
  expect((await refusal(cast.ana, people.resendInvitation, params)).code).toBe('not-found');
  expect((await listed())[0]?.state).toBe('pending');
});

test('the token is nowhere in the database', async () => {
  const { token } = await invite();
  const { driver } = server.deps.database;
  expect(JSON.stringify(driver.prepare('SELECT * FROM invitation').all())).not.toContain(token);
  expect(JSON.stringify(driver.prepare('SELECT * FROM timeline').all())).not.toContain(token);
});

test('with an address a letter lies in the mailbox: who, what, as what, until when, and the link', async () => {
  const { link } = await invite({ role: 'commenter', email: 'oda@example.org', message: 'Please look at the budget.' });
  const [mail] = await ask(cast.ana, listMails, { proposalId: stage.proposalId }, {});
  expect(mail).toMatchObject({ to: 'oda@example.org', delivery: 'mailbox' });
  expect(mail?.subject).toBe('Ana invites you to the proposal Next Door Online');
  for (const part of ['Ana', 'Next Door Online', 'read and comment', 'Please look at the budget.', link]) {
    expect(mail?.text).toContain(part);
  }
  expect(mail?.text).toMatch(/until \d{1,2} \w+ 20\d\d/);
});

test('without an address no letter is written', async () => {
  await invite();
  expect(await ask(cast.ana, listMails, { proposalId: stage.proposalId }, {})).toEqual([]);
});

test('inviting and joining are in the timeline, and the others are told', async () => {
  const socket = await openSocket(server, cast.ben, stage.proposalId);
  const { token } = await invite({ email: 'oda@example.org' });
  await socket.hinted('people');
  await accept(cast.oda, token);
  await socket.hinted('people');
  socket.close();
  const { entries } = await ask(cast.ben, listTimeline, { proposalId: stage.proposalId }, {});
  expect(entries.slice(0, 2)).toMatchObject([
    { kind: 'member', actorName: 'Oda', data: { change: 'joined', name: 'Oda', new: 'editor' } },
    { kind: 'invitation', actorName: 'Ana', data: { email: 'oda@example.org', role: 'editor' } },
  ]);
});
