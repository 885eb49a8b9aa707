// Looking after an installation: who may come in, who looks after it, backups, and mail by a real server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as routes from '@adagia/shared/api/installation';
import { documentPath } from '@adagia/shared/api/intake';
import { createInvitation, getMe, getProposal } from '@adagia/shared/api/people';
import { deleteProposal } from '@adagia/shared/api/portfolio';
import { must } from '@adagia/shared/assert';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People } from '../testing/cast.ts';
import { enter, guestLink } from '../testing/guests.ts';
import { PASSWORD, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

async function post(path: string, body: object): Promise<{ status: number; code: string }> {
  const response = await fetch(`${server.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: PASSWORD, ...body }),
  });
  const json = (await response.json()) as { code?: string };
  return { status: response.status, code: json.code ?? '' };
}

const accountOf = async (name: string) =>
  must((await ask(cast.ana, routes.listAccounts, {}, {})).find((one) => one.name === name));

describe('an account that is shut', () => {
  test('is out at once, cannot come in, and is as before when it is opened again', async () => {
    const kim = await server.signUp('Kim');
    const { id: userId } = await accountOf('Kim');
    await ask(cast.ana, routes.setDisabled, { userId }, { isDisabled: true });
    expect((await refusal(kim, getMe, {})).code).toBe('unauthenticated');
    expect((await post('sign-in/email', { email: 'kim@example.org' })).status).toBeGreaterThanOrEqual(400);
    expect((await accountOf('Kim')).isDisabled).toBe(true);
    await ask(cast.ana, routes.setDisabled, { userId }, { isDisabled: false });
    expect((await post('sign-in/email', { email: 'kim@example.org' })).status).toBe(200);
  });

  test('is nobody’s own', async () => {
    const me = { userId: cast.ana.id };
    expect((await refusal(cast.ana, routes.setDisabled, me, { isDisabled: true })).code).toBe('conflict');
  });
});

test('sessions are ended from outside', async () => {
  const lea = await server.signUp('Lea');
  const { id: userId, sessions } = await accountOf('Lea');
  expect(sessions).toBe(1);
  await ask(cast.ana, routes.endSessionsOf, { userId }, {});
  expect((await refusal(lea, getMe, {})).code).toBe('unauthenticated');
  expect((await accountOf('Lea')).sessions).toBe(0);
});

describe('administrators', () => {
  test('name others, and the last one stays', async () => {
    const [ana, ben] = [{ userId: cast.ana.id }, { userId: cast.ben.id }];
    expect((await refusal(cast.ana, routes.setAdministrator, ana, { isAdministrator: false })).code).toBe(
      'last-administrator',
    );
    await ask(cast.ana, routes.setAdministrator, ben, { isAdministrator: true });
    await ask(cast.ben, routes.setAdministrator, ana, { isAdministrator: false });
    expect((await refusal(cast.ana, routes.listAccounts, {})).code).toBe('forbidden');
    await ask(cast.ben, routes.setAdministrator, ana, { isAdministrator: true });
    await ask(cast.ana, routes.setAdministrator, ben, { isAdministrator: false });
  });

  test('have an account: somebody who came by a link is told apart, and cannot be one', async () => {
    const { proposalId } = await newStage(server, cast);
    const { token } = await guestLink(cast.ana, proposalId);
    const { id: userId } = await enter(server, token, 'Gus');
    expect(await accountOf('Gus')).toMatchObject({ isGuest: true, email: '', isAdministrator: false });
    expect((await accountOf('Ana')).isGuest).toBe(false);
    const named = await refusal(cast.ana, routes.setAdministrator, { userId }, { isAdministrator: true });
    expect(named.code).toBe('guest-needs-account');
    expect((await accountOf('Gus')).isAdministrator).toBe(false);
  });

  test('two who shut each other out at the same moment leave one who can come in', async () => {
    const ben = { userId: cast.ben.id };
    await ask(cast.ana, routes.setAdministrator, ben, { isAdministrator: true });
    await Promise.all([
      cast.ana.call(routes.setAdministrator, ben, { isAdministrator: false }),
      cast.ben.call(routes.setAdministrator, { userId: cast.ana.id }, { isAdministrator: false }),
    ]);
    const able = await Promise.all([cast.ana, cast.ben].map((one) => one.call(routes.listAccounts, {})));
    expect(new Set(able.map(({ status }) => status))).toEqual(new Set([200, 403]));
    await nameByCommand('ana@example.org');
    const isBen = (await cast.ben.call(routes.listAccounts, {})).status === 200;
    if (isBen) await ask(cast.ana, routes.setAdministrator, ben, { isAdministrator: false });
  });

  test('are named from the machine when nobody else can, while the server runs', async () => {
    expect((await refusal(cast.eve, routes.listAccounts, {})).code).toBe('forbidden');
    expect(await nameByCommand('eve@example.org')).toEqual({ code: 0, said: 'Eve looks after this installation now.' });
    await ask(cast.eve, routes.listAccounts, {}, {});
    expect(await nameByCommand('zoe@example.org')).toEqual({
      code: 1,
      said: 'adagia: nobody has an account with zoe@example.org',
    });
    await ask(cast.ana, routes.setAdministrator, { userId: cast.eve.id }, { isAdministrator: false });
  });
});

async function nameByCommand(email: string): Promise<{ code: number; said: string }> {
  const command = fileURLToPath(new URL('../maintenance/name-administrator.ts', import.meta.url));
  const child = spawn(process.execPath, [command, email], {
    env: { ...process.env, DATA_DIR: server.dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = await once(child, 'close');
  return { code: Number(code), said: said.trim() };
}

describe('by invitation only', () => {
  test('an account needs a link or an invited address; all others hear the same', async () => {
    const { proposalId } = await newStage(server, cast);
    await ask(cast.ana, routes.setSignUpPolicy, {}, { signUp: 'invited' });
    const wanted = { role: 'editor' as const, organisationId: null };
    const { link } = await ask(cast.ana, createInvitation, { proposalId }, wanted);
    await ask(cast.ana, createInvitation, { proposalId }, { ...wanted, email: 'Mia@example.org' });
    const signUp = (name: string, invitation = '') =>
      post('sign-up/email', { name, email: `${name.toLowerCase()}@example.org`, invitation });
    const refused = { status: 400, code: 'SIGN_UP_BY_INVITATION' };
    expect(await signUp('Noa')).toMatchObject(refused);
    expect(await signUp('Noa', 'f'.repeat(64))).toMatchObject(refused);
    expect((await signUp('Mia')).status).toBe(200);
    expect((await signUp('Noa', link.split('#')[1])).status).toBe(200);
    await ask(cast.ana, routes.setSignUpPolicy, {}, { signUp: 'open' });
    expect((await signUp('Pia')).status).toBe(200);
  });
});

test('the state of the installation has figures, and its proposals no content', async () => {
  const { proposalId, organisationId } = await newStage(server, cast);
  const state = await ask(cast.ana, routes.getInstallation, {}, {});
  expect(state.databaseBytes).toBeGreaterThan(100_000);
  expect(state.freeBytes).toBeGreaterThan(0);
  expect(state).toMatchObject({ storage: 'ok', damagedRows: 0, mail: { delivery: 'mailbox', failed: 0 } });
  const row = must((await ask(cast.ana, routes.listAllProposals, {}, {})).find(({ id }) => id === proposalId));
  expect(row).toMatchObject({ members: 3, coordinators: ['Ana'], isArchived: false, deletedAt: null });
  expect(row.bytes).toBeGreaterThan(0);
  const query = new URLSearchParams({ kind: 'declaration', name: 'a.pdf' }).toString();
  await fetch(`${server.url}${documentPath(proposalId, organisationId)}?${query}`, {
    method: 'POST',
    headers: { cookie: cast.ana.cookie, 'content-type': 'application/octet-stream' },
    body: '%PDF-1.7 signed'.padEnd(5000),
  });
  const after = await ask(cast.ana, routes.getInstallation, {}, {});
  expect(after.uploadedBytes - state.uploadedBytes).toBe(5000);
  const larger = must((await ask(cast.ana, routes.listAllProposals, {}, {})).find(({ id }) => id === proposalId));
  expect(larger.bytes).toBeGreaterThanOrEqual(row.bytes + 5000);
});

test('a proposal comes out of the bin for a coordinator who cannot do it', async () => {
  const stage = await newStage(server, cast);
  await ask(cast.ana, deleteProposal, stage, {});
  await ask(cast.ana, routes.restoreAnyProposal, stage, {});
  expect((await ask(cast.ben, getProposal, stage, {})).id).toBe(stage.proposalId);
});

test('a backup is made and checked, one at a time', async () => {
  const both = await Promise.all([1, 2].map(() => cast.ana.call(routes.makeBackup, {})));
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const [made] = await ask(cast.ana, routes.listBackups, {}, {});
  expect(made?.isDamaged).toBe(false);
  expect(made?.bytes).toBeGreaterThan(100_000);
});

test('without a mail server the mail test says that mails stay here', async () => {
  expect(await ask(cast.ana, routes.testMail, {}, {})).toEqual({
    outcome: 'mailbox',
    to: 'ana@example.org',
    reason: '',
  });
});
