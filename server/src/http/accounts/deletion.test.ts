// Deleting an account: what stays, what goes, and when it is refused.
import { deleteAccount, listSessions } from '@adagia/shared/api/account';
import * as people from '@adagia/shared/api/people';
import { createThread, listThreads, listTimeline } from '@adagia/shared/api/review';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, refusal } from '../../testing/ask.ts';
import { type CastPerson, hire, newStage, type People } from '../../testing/cast.ts';
import { openSocket } from '../../testing/live-socket.ts';
import { emailOf, PASSWORD, signUp, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const stored = (): string => {
  const { driver } = server.deps.database;
  const tables = driver.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  return JSON.stringify(tables.map(({ name }) => driver.prepare(`SELECT * FROM "${name}"`).all()));
};

async function named(name: string): Promise<CastPerson> {
  const person = await server.signUp(name);
  return { ...person, id: (await ask(person, people.getMe, {}, {})).id };
}

/** A proposal that Ana coordinates, in which `member` has joined by a mail and said something. */
async function storyOf(cast: People, member: CastPerson) {
  const { proposalId } = await newStage(server, cast);
  const invitation = { role: 'editor' as const, organisationId: null, email: emailOf(member.name) };
  const { link } = await ask(cast.ana, people.createInvitation, { proposalId }, invitation);
  await ask(member, people.acceptInvitation, {}, { token: link.split('#')[1] ?? '' });
  const target = { kind: 'question' as const, key: 'answer:motivation' };
  await ask(member, createThread, { proposalId }, { id: uuidv7(), target, body: 'What stays.' });
  return proposalId;
}

test('what a person wrote stays, with or without the name; their address, sessions and keys are gone', async () => {
  const cast = await hire(server);
  for (const [name, keepsName] of [
    ['Xaverine', true],
    ['Yorick', false],
  ] as const) {
    const person = await named(name);
    const proposalId = await storyOf(cast, person);
    const socket = await openSocket(server, person, proposalId);
    expect((await refusal(person, deleteAccount, {}, { keepsName, password: 'not theirs' })).code).toBe(
      'wrong-password',
    );
    await ask(person, deleteAccount, {}, { keepsName, password: PASSWORD });
    expect(['sessionEnded', 'notAllowed']).toContain(await socket.closed);
    expect((await refusal(person, people.getMe, {})).code).toBe('unauthenticated');

    const [thread] = await ask(cast.ana, listThreads, { proposalId }, {});
    expect(thread?.comments[0]).toMatchObject({ body: 'What stays.' });
    const { members } = await ask(cast.ana, people.getProposal, { proposalId }, {});
    expect(members.map((member) => member.userId)).not.toContain(person.id);
    expect(await ask(cast.ana, listTimeline, { proposalId }, {})).toBeTruthy();
    expect(stored()).not.toContain(emailOf(name));
    expect(stored().includes(name)).toBe(keepsName);
    // The address is free again, for a new account that has nothing of the old one.
    const again = await signUp(server.url, name);
    expect(await ask(again, people.listProposals, {}, {})).toEqual([]);
    expect(await ask(again, listSessions, {}, {})).toHaveLength(1);
  }
});

test('whoever is the last coordinator anywhere is told where, and nothing of the account is deleted', async () => {
  const zita = await named('Zita');
  const organisation = { legalName: 'Thalassa', country: 'EL' };
  const proposal = { callId: 'KA220-2026', sector: 'ADU', organisation };
  const { id } = await ask(zita, people.createProposal, {}, { ...proposal, title: 'Hers alone', acronym: 'ALONE' });
  const before = stored();
  const { code, issues } = await refusal(zita, deleteAccount, {}, { keepsName: true, password: PASSWORD });
  expect([code, issues]).toEqual(['last-coordinator', [{ path: id, message: 'ALONE' }]]);
  expect(stored()).toBe(before);
});

test('two coordinators who delete their accounts at the same moment: one of them stays', async () => {
  const [una, ulf] = [await named('Una'), await named('Ulf')];
  const organisation = { legalName: 'Thalassa', country: 'EL' };
  const proposal = { callId: 'KA220-2026', sector: 'ADU', title: 'Theirs', organisation };
  const { id: proposalId } = await ask(una, people.createProposal, {}, proposal);
  const invitation = { role: 'coordinator' as const, organisationId: null };
  const { link } = await ask(una, people.createInvitation, { proposalId }, invitation);
  await ask(ulf, people.acceptInvitation, {}, { token: link.split('#')[1] ?? '' });
  const answers = await Promise.all(
    [una, ulf].map((one) => one.call(deleteAccount, {}, { keepsName: true, password: PASSWORD })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
});

test('whoever alone looks after the installation stays while others have accounts', async () => {
  const fresh = await startTestServer();
  const first = await fresh.signUp('First');
  const second = await fresh.signUp('Second');
  const wish = { keepsName: true, password: PASSWORD };
  expect((await refusal(first, deleteAccount, {}, wish)).code).toBe('last-administrator');
  await ask(second, deleteAccount, {}, wish);
  await ask(first, deleteAccount, {}, wish);
  await fresh.dispose();
});
