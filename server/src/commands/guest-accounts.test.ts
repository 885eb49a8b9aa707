// From guest to account: by making one, and by signing in to one that they have. Nothing is lost, and nothing is somebody else's.

import * as entering from '@adagia/shared/api/entering';
import { acceptInvitation, changeMember, getMe, getProposal } from '@adagia/shared/api/people';
import * as review from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { comeBack, Device, enter, type GuestAtDevice, guestLink, tokenOf } from '../testing/guests.ts';
import { openSocket } from '../testing/live-socket.ts';
import { emailOf, PASSWORD, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
let gus: GuestAtDevice;

const KEY = 'answer:motivation';

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  gus = await enter(server, (await guestLink(cast.ana, stage.proposalId, { role: 'editor' })).token, 'Gus');
});
afterAll(() => server.dispose());

const here = () => ({ proposalId: stage.proposalId });
let count = 0;
const newAddress = (): string => `gus${(count += 1)}@example.org`;
let nextId = 0;
const newId = () => `00000000-0000-7000-8000-${String((nextId += 1)).padStart(12, '0')}` as never;

async function comment(person: TestPerson, body: string) {
  const target = { kind: 'question' as const, key: KEY as never };
  return ask(person, review.createThread, here(), { id: newId(), target, body });
}

const textOf = () => server.deps.rooms.read(stage.proposalId, (doc) => doc.getText(KEY).toJSON());

/** Over a socket of their own, as everybody writes. */
async function write({ cookie }: Pick<TestPerson, 'cookie'>, words: string): Promise<void> {
  const client = await openWritingClient(server.url, cookie, stage.proposalId);
  await client.write((doc) => doc.getText(KEY).insert(doc.getText(KEY).length, words));
  client.close();
}

const membersOf = async () => (await ask(cast.ana, getProposal, here(), {})).members;

describe('a guest who makes an account', () => {
  test('is the same person with the same rights, texts and comments, and can sign in elsewhere', async () => {
    await write(gus, 'Written as a guest. ');
    const thread = await comment(gus, 'Whose needs?');
    const socket = await openSocket(server, gus, stage.proposalId);
    const email = newAddress();
    await ask(gus, entering.becomeAccount, {}, { email: ` ${email.toUpperCase()} `, password: PASSWORD });
    expect(await ask(gus, getMe, {}, {})).toMatchObject({ id: gus.id, name: 'Gus', email, isGuest: false });
    const elsewhere = new Device(server);
    expect((await elsewhere.post('/api/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
    const signedIn = elsewhere.as('Gus', server);
    expect((await ask(signedIn, getMe, {}, {})).id).toBe(gus.id);
    expect((await ask(signedIn, getProposal, here(), {})).role).toBe('editor');
    expect(await textOf()).toBe('Written as a guest. ');
    const place = { ...here(), threadId: thread.id, commentId: thread.comments[0]?.id } as never;
    await ask(signedIn, review.editComment, place, { body: 'Whose needs are these?' });
    expect((await membersOf()).filter(({ name }) => name === 'Gus')).toMatchObject([{ email, isGuest: false }]);
    // The open page goes on: it is the same session.
    socket.close();
    expect(await socket.closed).not.toBe('sessionEnded');
  });

  test('ends what others may have from before: other devices, and links back in', async () => {
    const about = { ...here(), userId: gus.id };
    const first = await ask(cast.ana, entering.createReturnLink, about, {});
    const other = await comeBack(server, tokenOf(first.link), 'Gus');
    const second = await ask(cast.ana, entering.createReturnLink, about, {});
    await ask(gus, entering.becomeAccount, {}, { email: newAddress(), password: PASSWORD });
    expect((await refusal(other ?? gus, getMe, {})).code).toBe('unauthenticated');
    expect(await comeBack(server, tokenOf(second.link), 'Gus')).toBe(null);
    expect((await refusal(cast.ana, entering.createReturnLink, about)).code).toBe('not-found');
    await ask(cast.ana, changeMember, about, { role: 'coordinator' });
  });

  test.each([
    ['an address that is none', { email: 'gus@', password: PASSWORD }, 'invalid-body'],
    ['an address of ours', { email: 'gus@guest.invalid', password: PASSWORD }, 'invalid-body'],
    ['a short password', { email: 'gus@example.net', password: 'short' }, 'invalid-body'],
    ['the address of somebody else', { email: 'Ben@example.org', password: PASSWORD }, 'email-taken'],
  ])('%s is refused, and they stay a guest', async (_, body, code) => {
    expect((await refusal(gus, entering.becomeAccount, {}, body)).code).toBe(code);
    expect((await ask(gus, getMe, {}, {})).isGuest).toBe(true);
  });

  test('twice at the same moment makes one account', async () => {
    const [email, other] = [newAddress(), newAddress()];
    const tries = [email, other].map((one) => gus.call(entering.becomeAccount, {}, { email: one, password: PASSWORD }));
    expect((await Promise.all(tries)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403]);
    const { driver } = server.deps.database;
    expect(driver.prepare('SELECT count(*) AS n FROM account WHERE user_id = ?').get(gus.id)).toEqual({ n: 1 });
  });
});

/** On the guest's own device. */
async function signInAs(guest: GuestAtDevice, name: string): Promise<TestPerson> {
  const body = { email: emailOf(name), password: PASSWORD };
  expect((await guest.device.post('/api/auth/sign-in/email', body)).status).toBe(200);
  return guest.device.as(name, server);
}

const settle = (guest: GuestAtDevice, isMe: boolean) => guest.device.post(entering.settleFormerGuest.path, { isMe });

describe('a guest who signs in to an account that they have', () => {
  test('is asked, and brings everything: membership, comments, what they own, what they read', async () => {
    await write(gus, 'Written as a guest. ');
    const mine = await comment(gus, 'Whose needs?');
    const seen = await comment(cast.ana, 'Too long.');
    await ask(gus, review.markThreadRead, { ...here(), threadId: seen.id }, {});
    await ask(gus, review.changeAnswerState, { ...here(), key: KEY }, { ownerId: gus.id });
    const asOda = await signInAs(gus, 'Oda');
    expect(await ask(asOda, getMe, {}, {})).toMatchObject({
      id: cast.oda.id,
      formerGuest: { id: gus.id, name: 'Gus' },
    });
    expect((await refusal(asOda, getProposal, here())).code).toBe('not-found');
    expect((await settle(gus, true)).status).toBe(200);
    const oda = gus.device.as('Oda', server);
    expect((await ask(oda, getMe, {}, {})).formerGuest).toBe(null);
    expect((await ask(oda, getProposal, here(), {})).role).toBe('editor');
    expect((await membersOf()).map(({ name }) => name).sort()).toEqual(['Ana', 'Ben', 'Eve', 'Oda']);
    const threads = await ask(oda, review.listThreads, here(), {});
    expect(threads.map(({ id, isUnread }) => [id, isUnread])).toEqual([
      [mine.id, false],
      [seen.id, false],
    ]);
    const place = { ...here(), threadId: mine.id, commentId: mine.comments[0]?.id } as never;
    await ask(oda, review.editComment, place, { body: 'Mine to mend.' });
    const [state] = await ask(oda, review.listAnswerStates, here(), {});
    expect(state?.ownerId).toBe(cast.oda.id);
    expect(await textOf()).toBe('Written as a guest. ');
    const { entries } = await ask(oda, review.listTimeline, here(), {});
    expect(entries.filter(({ kind }) => kind === 'text').map(({ actorName }) => actorName)).toEqual(['Oda']);
  });

  test('no row of any table names the guest any more, but the log of the document and the record of rights', async () => {
    await comment(gus, 'Whose needs?');
    await write(gus, 'Written as a guest. ');
    await signInAs(gus, 'Oda');
    await settle(gus, true);
    const { driver } = server.deps.database;
    const tables = driver.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const naming = tables.filter((table) => {
      const rows = driver.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
      return rows.some((row) => Object.values(row).includes(gus.id));
    });
    expect(naming.sort()).toEqual(['audit', 'document_client', 'document_update', 'user']);
  });

  test('has the better of both where they are a member twice', async () => {
    const organisationId = stage.organisationId;
    await ask(cast.ana, changeMember, { ...here(), userId: gus.id }, { organisationId });
    await signInAs(gus, 'Eve');
    await settle(gus, true);
    const eve = (await membersOf()).filter(({ name }) => name === 'Eve' || name === 'Gus');
    expect(eve).toMatchObject([{ userId: cast.eve.id, role: 'editor', organisationId }]);
    await ask(cast.ana, getProposal, here(), {});
  });

  test('never loses a right that the account has', async () => {
    await signInAs(gus, 'Ana');
    await settle(gus, true);
    expect((await membersOf()).find(({ name }) => name === 'Ana')).toMatchObject({ role: 'coordinator' });
  });

  test('who says that the guest was somebody else leaves everything to the guest, and is not asked again', async () => {
    const thread = await comment(gus, 'Whose needs?');
    await signInAs(gus, 'Oda');
    expect((await settle(gus, false)).status).toBe(200);
    const oda = gus.device.as('Oda', server);
    expect((await ask(oda, getMe, {}, {})).formerGuest).toBe(null);
    expect((await refusal(oda, getProposal, here())).code).toBe('not-found');
    const threads = await ask(cast.ana, review.listThreads, here(), {});
    expect(threads.find(({ id }) => id === thread.id)?.comments[0]?.authorName).toBe('Gus');
    expect((await settle(gus, true)).status).toBe(404);
    // On another device the guest is who they were.
    await ask(gus, getProposal, here(), {});
  });

  test('other devices of the guest are out, and their open pages with them', async () => {
    const { link } = await ask(cast.ana, entering.createReturnLink, { ...here(), userId: gus.id }, {});
    const other = await comeBack(server, tokenOf(link), 'Gus');
    const socket = await openSocket(server, other ?? gus, stage.proposalId);
    await signInAs(gus, 'Oda');
    await settle(gus, true);
    expect(await socket.closed).toBe('sessionEnded');
  });

  test('cannot be claimed with a cookie that somebody made up, nor twice, nor by a guest', async () => {
    const oda = server.withCookie('Oda', `${cast.oda.cookie}; adagia.former_guest=${gus.cookie.split('=')[1]}x`);
    expect((await refusal(oda, entering.settleFormerGuest, {}, { isMe: true })).code).toBe('not-found');
    const own = server.withCookie('Oda', `${cast.oda.cookie}; adagia.former_guest=${cast.ben.cookie.split('=')[1]}`);
    expect((await refusal(own, entering.settleFormerGuest, {}, { isMe: true })).code).toBe('not-found');
    const ida = await enter(server, (await guestLink(cast.ana, stage.proposalId)).token, 'Ida');
    const asGuest = server.withCookie('Ida', `${ida.cookie}; adagia.former_guest=${gus.cookie.split('=')[1]}`);
    expect((await refusal(asGuest, entering.settleFormerGuest, {}, { isMe: true })).code).toBe('not-found');
  });

  test('what they typed in the last moment is there once, and they write on', async () => {
    const client = await openWritingClient(server.url, gus.cookie, stage.proposalId);
    const oda = await signInAs(gus, 'Oda');
    // Either it is stored and there, or the page has it as unsaved text to show.
    const storing = client.write((doc) => doc.getText(KEY).insert(0, 'In the last moment. '));
    const stored = storing.then(
      () => true,
      () => false,
    );
    await settle(gus, true);
    expect(await client.closed).toBe('sessionEnded');
    const isStored = await stored;
    const there = await textOf();
    expect(there).toBe(isStored || there !== '' ? 'In the last moment. ' : '');
    await write(oda, 'As Oda.');
    expect(await textOf()).toBe(`${there}As Oda.`);
  });
});

test('a link of an invitation takes a signed-in former guest in as their account', async () => {
  await signInAs(gus, 'Oda');
  const oda = gus.device.as('Oda', server);
  await ask(oda, acceptInvitation, {}, { token: (await guestLink(cast.ana, stage.proposalId)).token });
  await settle(gus, true);
  expect((await membersOf()).find(({ userId }) => userId === cast.oda.id)?.role).toBe('editor');
});
