// What no client of ours sends: each is answered with a problem that says what is wrong, and changes nothing.
import { connect } from 'node:net';
import * as people from '@adagia/shared/api/people';
import { type Problem, problemSchema } from '@adagia/shared/api/problem';
import * as review from '@adagia/shared/api/review';
import type { AnyRoute } from '@adagia/shared/api/route';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const unknownId = '00000000-0000-7000-8000-000000000000';
const long = (length: number) => 'x'.repeat(length);
const key = 'answer:motivation';

interface Bad {
  route: AnyRoute;
  params?: object;
  body: object;
  /** Where the problem says it is. */
  path: string;
}

const organisation = newProposal.organisation;
const target = { kind: 'question', key };
const passage = { kind: 'passage', key, quote: 'a', before: '', after: '' };

const invalidBodies: Record<string, Bad> = {
  'a title of 201 characters': {
    route: people.createProposal,
    body: { ...newProposal, title: long(201) },
    path: 'title',
  },
  'a title of blanks': { route: people.createProposal, body: { ...newProposal, title: ' \t\n ' }, path: 'title' },
  'a title that is a number': { route: people.createProposal, body: { ...newProposal, title: 7 }, path: 'title' },
  'a title with a bell in it': {
    route: people.createProposal,
    body: { ...newProposal, title: 'a\u0007b' },
    path: 'title',
  },
  'an acronym of 251 characters': {
    route: people.createProposal,
    body: { ...newProposal, acronym: long(251) },
    path: 'acronym',
  },
  'a call that does not exist': {
    route: people.createProposal,
    body: { ...newProposal, callId: 'KA999-2026' },
    path: 'callId',
  },
  'a sector that the call does not have': {
    route: people.createProposal,
    body: { ...newProposal, sector: 'XXX' },
    path: 'sector',
  },
  'an organisation without a name': {
    route: people.createProposal,
    body: { ...newProposal, organisation: { country: 'EL' } },
    path: 'organisation.legalName',
  },
  'a country that does not exist': {
    route: people.createProposal,
    body: { ...newProposal, organisation: { ...organisation, country: 'ZZ' } },
    path: 'organisation.country',
  },
  'a country in small letters': {
    route: people.addOrganisation,
    body: { ...organisation, country: 'el' },
    path: 'country',
  },
  'an identifier with too few digits': {
    route: people.addOrganisation,
    body: { ...organisation, oid: 'E1234' },
    path: 'oid',
  },
  'a city with U+0000': { route: people.addOrganisation, body: { ...organisation, city: 'a\u0000b' }, path: 'city' },
  'a role that does not exist': {
    route: people.createInvitation,
    body: { role: 'owner', organisationId: null },
    path: 'role',
  },
  'an address without @': {
    route: people.createInvitation,
    body: { role: 'editor', organisationId: null, email: 'nobody' },
    path: 'email',
  },
  'an invitation for ever': {
    route: people.createInvitation,
    body: { role: 'editor', organisationId: null, expiresInDays: 3650 },
    path: 'expiresInDays',
  },
  'an invitation for half a day': {
    route: people.createInvitation,
    body: { role: 'editor', organisationId: null, expiresInDays: 0.5 },
    path: 'expiresInDays',
  },
  'an invitation into an organisation of another proposal': {
    route: people.createInvitation,
    body: { role: 'editor', organisationId: unknownId },
    path: 'organisationId',
  },
  'a token of the wrong form': { route: people.acceptInvitation, body: { token: 'abc' }, path: 'token' },
  'a status that does not exist': {
    route: review.changeAnswerState,
    params: { key },
    body: { status: 'done' },
    path: 'status',
  },
  'an owner who is no member': {
    route: review.changeAnswerState,
    params: { key },
    body: { ownerId: 'somebody' },
    path: 'ownerId',
  },
  'a comment of nothing': { route: review.createThread, body: { id: unknownId, target, body: '  ' }, path: 'body' },
  'a comment of 10,001 characters': {
    route: review.createThread,
    body: { id: unknownId, target, body: long(10_001) },
    path: 'body',
  },
  'a comment on a section that the form does not have': {
    route: review.createThread,
    body: { id: unknownId, target: { kind: 'section', sectionId: 'nowhere' }, body: 'Here?' },
    path: 'target',
  },
  'a comment on a question that the form does not have': {
    route: review.createThread,
    body: { id: unknownId, target: { kind: 'question', key: 'answer:nowhere' }, body: 'Here?' },
    path: 'target',
  },
  'a comment on a question that is asked once, with an object': {
    route: review.createThread,
    body: { id: unknownId, target: { kind: 'question', key: `${key}:${unknownId}` }, body: 'Here?' },
    path: 'target',
  },
  'a comment on nothing that can be commented': {
    route: review.createThread,
    body: { id: unknownId, target: { kind: 'person' }, body: 'Here?' },
    path: 'target.kind',
  },
  'a passage without its two ends': {
    route: review.createThread,
    body: { id: unknownId, target: passage, body: 'Here?' },
    path: 'anchor',
  },
  'words to attach a comment to that are none': {
    route: review.attachThread,
    params: { threadId: unknownId },
    body: { target: { ...passage, quote: '' }, anchor: { start: '', end: '' } },
    path: 'target.quote',
  },
  'words to attach a comment to without their ends': {
    route: review.attachThread,
    params: { threadId: unknownId },
    body: { target: passage },
    path: 'anchor',
  },
  'a question to attach a comment to': {
    route: review.attachThread,
    params: { threadId: unknownId },
    body: { target, anchor: { start: '', end: '' } },
    path: 'target.kind',
  },
  'a place in the timeline that is none': { route: review.listTimeline, body: { before: 'yesterday' }, path: 'before' },
  'a kind of event that does not exist': { route: review.listTimeline, body: { kind: 'party' }, path: 'kind' },
};

test.each(Object.entries(invalidBodies))('%s is refused with its place', async (_, { route, params, body, path }) => {
  const before = storedRows(server);
  const { code, issues } = await refusal(cast.ana, route, { proposalId: stage.proposalId, ...params }, body);
  expect({ code, path: issues?.[0]?.path }).toEqual({ code: 'invalid-body', path });
  expect(storedRows(server)).toBe(before);
});

const unknownThings: [string, AnyRoute, object, object][] = [
  ['a proposal', people.getProposal, { proposalId: unknownId }, {}],
  ['a proposal by something that is no id', people.getProposal, { proposalId: "1' OR '1'='1" }, {}],
  ['an organisation', people.changeOrganisation, { organisationId: unknownId }, { city: 'Iasi' }],
  ['an organisation to remove', people.removeOrganisation, { organisationId: unknownId }, {}],
  ['a member', people.changeMember, { userId: 'nobody' }, { role: 'editor' }],
  ['a member to remove', people.removeMember, { userId: 'nobody' }, {}],
  ['an invitation', people.revokeInvitation, { invitationId: unknownId }, {}],
  ['an invitation to send again', people.resendInvitation, { invitationId: unknownId }, {}],
  ['an answer', review.changeAnswerState, { key: 'answer:nowhere' }, { status: 'final' }],
  [
    'an answer that needs its organisation',
    review.changeAnswerState,
    { key: 'answer:org_present' },
    { status: 'final' },
  ],
  ['a thread', review.replyToThread, { threadId: unknownId }, { id: unknownId, body: 'Yes.' }],
  ['a thread to resolve', review.setThreadResolved, { threadId: unknownId }, { isResolved: true }],
  [
    'a thread to attach',
    review.attachThread,
    { threadId: unknownId },
    { target: passage, anchor: { start: '', end: '' } },
  ],
  ['a comment', review.editComment, { threadId: unknownId, commentId: unknownId }, { body: 'No.' }],
];

test.each(unknownThings)('%s that does not exist is not found', async (_, route, params, body) => {
  const before = storedRows(server);
  const problem = await refusal(cast.ana, route, { proposalId: stage.proposalId, ...params }, body);
  expect(problem.code).toBe('not-found');
  expect(storedRows(server)).toBe(before);
});

interface PostInit extends RequestInit {
  headers?: Record<string, string>;
  duplex?: 'half';
}

describe('a body', () => {
  async function post(init: PostInit, path = '/api/proposals'): Promise<Problem> {
    const headers = { cookie: cast.ana.cookie, 'content-type': 'application/json', ...init.headers };
    const response = await fetch(server.url + path, { method: 'POST', ...init, headers });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    return problemSchema.parse(await response.json());
  }

  test.each([
    ['cut off', '{"title": "Next'],
    ['no JSON', 'title=Next'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['nested a hundred thousand times, with U+0000 in it', `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`],
  ])('%s is invalid JSON', async (_, body) => {
    expect((await post({ body })).code).toBe('invalid-json');
  });

  test('that nests as deep as no figure does is refused before anything looks into it, brackets in a text are not', async () => {
    const path = '/api/installation/corrections';
    const figure = { callId: 'KA220-2026', path: 'grant', source: 'x', reason: 'x' };
    for (const depth of [101, 3000, 20_000]) {
      const value = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const body = `${JSON.stringify(figure).slice(0, -1)},"value":${value}}`;
      expect((await post({ body }, path)).code).toBe('invalid-json');
    }
    const words = JSON.stringify({ ...figure, value: '[\\"'.repeat(500) });
    expect((await post({ body: words }, path)).code).toBe('invalid-body');
  });

  test.each([
    ['a list', '[]'],
    ['a text', '"hello"'],
    ['null', 'null'],
    ['nothing', ''],
  ])('that is %s is an invalid body', async (_, body) => {
    expect((await post({ body })).code).toBe('invalid-body');
  });

  test('of another content type is refused, which is what a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const problem = await post({ body: JSON.stringify(newProposal), headers: { 'content-type': type } });
      expect(problem.code).toBe('invalid-json');
    }
  });

  test('that says it is larger than a megabyte is refused', async () => {
    const body = JSON.stringify({ ...newProposal, title: long(1024 * 1024) });
    expect((await post({ body })).code).toBe('body-too-large');
  });

  test('that does not say how large it is, is cut at a megabyte', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 64 * 1024;
        if (sent > 6 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    expect((await post({ body: endless, duplex: 'half' })).code).toBe('body-too-large');
  });

  test('of three megabytes may be a proposal to import, of six not', async () => {
    const answers = { motivation: long(3_000_000) };
    expect((await post({ body: JSON.stringify({ answers }) }, '/api/proposals/import')).code).toBe('import-invalid');
    const body = JSON.stringify({ answers: { motivation: long(6_000_000) } });
    expect((await post({ body }, '/api/proposals/import')).code).toBe('body-too-large');
  });

  test('with names that objects have by themselves is read like any other', async () => {
    const body = '{"__proto__": {"title": "x"}, "constructor": 1, "toString": 2}';
    expect((await post({ body })).code).toBe('invalid-body');
    expect((await post({ body }, '/api/proposals/import')).code).toBe('import-invalid');
  });
});

describe('a request from another site', () => {
  const foreign = ['https://evil.example', 'null', 'http://localhost:1', 'http://localhost.evil.example'];

  test.each(foreign)('%s may change nothing, with a valid session or without', async (origin) => {
    const before = storedRows(server);
    for (const path of ['/api/proposals', '/api/auth/sign-out', '/api/auth/sign-in/email', '/api/invitations/accept']) {
      const headers = { cookie: cast.ana.cookie, 'content-type': 'application/json', origin };
      const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(newProposal) });
      expect([path, response.status]).toEqual([path, 403]);
      expect(problemSchema.parse(await response.json()).code).toBe('foreign-origin');
    }
    expect(storedRows(server)).toBe(before);
    expect((await ask(cast.ana, people.getMe, {}, {})).name).toBe('Ana');
  });
});

test('an address below /api that does not exist is a problem, not a page', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing'],
    ['POST', '/api/me'],
    ['DELETE', '/api/proposals'],
    ['GET', '/api/auth/ok'],
  ]) {
    const response = await fetch(server.url + path, { method: method ?? '' });
    expect(problemSchema.parse(await response.json()).code).toBe('not-found');
  }
});

/** As it stands, past every client. @returns the first line of the answer, '' when there was none */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.deps ? Number(new URL(server.url).port) : 0, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
  });
}

test('broken HTTP is refused without harm', async () => {
  expect(await raw('GET /api/me HTTP/1.1\r\n\r\n')).toMatch(/ 400 /);
  expect(await raw('GET /api/me HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).toMatch(/ 400 /);
  expect(await raw('GET //evil.example/.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/ 40[04] /);
  expect(await raw('\u0000\u0001\u0002\r\n\r\n')).toMatch(/ 400 /);
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${long(100_000)}\r\n\r\n`)).toMatch(/ 431 /);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a session cookie that was made up or tampered with is none', async () => {
  for (const cookie of ['adagia.session_token=abc', `${cast.ana.cookie}x`, cast.ana.cookie.replace('=', '=x')]) {
    const response = await fetch(`${server.url}/api/me`, { headers: { cookie } });
    expect(response.status).toBe(401);
  }
});
