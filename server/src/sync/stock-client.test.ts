// The socket as others use it: a stock y-websocket client, and what it is refused.
import { acceptInvitation, createInvitation, createProposal } from '@adagia/shared/api/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let ana: TestPerson;
let ben: TestPerson;
let eve: TestPerson;
let proposalId: string;

async function admit(role: string, name: string): Promise<TestPerson> {
  const person = await server.signUp(name);
  const made = await ana.call(createInvitation, { proposalId }, { role, organisationId: null });
  const { link } = made.json as { link: string };
  await person.call(acceptInvitation, {}, { token: link.split('#')[1] });
  return person;
}

beforeAll(async () => {
  server = await startTestServer();
  ana = await server.signUp('Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
  ben = await admit('editor', 'Ben');
  eve = await admit('commenter', 'Eve');
});

afterAll(() => server.dispose());

function connect(person: Pick<TestPerson, 'cookie'>): { doc: Y.Doc; provider: WebsocketProvider } {
  const doc = new Y.Doc();
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie } });
    }
  }
  const provider = new WebsocketProvider(server.url.replace('http', 'ws') + '/sync', proposalId, doc, {
    WebSocketPolyfill: Socket as never,
    disableBc: true,
  });
  return { doc, provider };
}

const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.once('sync', () => resolve());
  });

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });

test('a stock y-websocket client with a session joins, writes and converges with another one', async () => {
  const [a, b] = [connect(ana), connect(ben)];
  await Promise.all([synced(a.provider), synced(b.provider)]);
  expect(a.doc.getMap('facts').get('title')).toBe('Next Door Online');
  a.doc.getText('answer:motivation').insert(0, 'from Ana. ');
  await until(b.doc, () => b.doc.getText('answer:motivation').toJSON() === 'from Ana. ');
  b.doc.getText('answer:motivation').insert(10, 'from Ben.');
  await until(a.doc, () => a.doc.getText('answer:motivation').toJSON() === 'from Ana. from Ben.');
  a.provider.destroy();
  b.provider.destroy();
});

test('what was written is there after a restart, and for somebody who comes later', async () => {
  const a = connect(ana);
  await synced(a.provider);
  a.provider.destroy();
  server = await server.restart();
  const b = connect(ben);
  await synced(b.provider);
  expect(b.doc.getText('answer:motivation').toJSON()).toBe('from Ana. from Ben.');
  b.provider.destroy();
});

async function closeCodeOf(person: Pick<TestPerson, 'cookie'>, write: (doc: Y.Doc) => void): Promise<number> {
  const { provider, doc } = connect(person);
  await synced(provider);
  const closed = new Promise<number>((resolve) => {
    provider.ws?.addEventListener('close', (event) => resolve((event as { code: number }).code));
  });
  doc.transact(() => write(doc));
  const code = await closed;
  provider.destroy();
  return code;
}

const refused: [string, () => TestPerson, (doc: Y.Doc) => void, number][] = [
  ['a commenter who writes', () => eve, (doc) => doc.getText('answer:motivation').insert(0, 'x'), 4403],
  ['a root that no form has', () => ben, (doc) => doc.getText('answer:nonsense').insert(0, 'x'), 4422],
  ['a foreign root', () => ben, (doc) => doc.getMap('other').set('a', 1), 4422],
  ['a nested type', () => ben, (doc) => doc.getMap('facts').set('title', new Y.Map()), 4422],
  ['an embedded object', () => ben, (doc) => doc.getText('answer:needs').insertEmbed(0, { image: 'x' }), 4422],
  ['the character U+0000', () => ben, (doc) => doc.getText('answer:needs').insert(0, 'a\u0000'), 4422],
  [
    'a script as a link',
    () => ben,
    (doc) => doc.getText('answer:needs').insert(0, 'a', { link: 'javascript:alert(1)' }),
    4422,
  ],
  ['a negative amount', () => ben, (doc) => doc.getMap('budget').set(`${proposalId}/amount`, -1), 4422],
  ['a fraction of a cent', () => ben, (doc) => doc.getMap('budget').set(`${proposalId}/amount`, 0.5), 4422],
  ['a month outside every project', () => ben, (doc) => doc.getMap('plan').set(`${proposalId}/from`, 61), 4422],
];

for (const [what, who, write, code] of refused) {
  test(`${what} is refused with ${code} and changes nothing`, async () => {
    const before = await server.deps.rooms.read(proposalId as never, (doc) => JSON.stringify(doc.toJSON()));
    expect(await closeCodeOf(who(), write)).toBe(code);
    const after = await server.deps.rooms.read(proposalId as never, (doc) => JSON.stringify(doc.toJSON()));
    expect(after).toBe(before);
  });
}

function upgradeStatus(headers: Record<string, string>, path = `/sync/${proposalId}`): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
    socket.on('error', () => undefined);
  });
}

test('a socket is refused before the upgrade without session, from a foreign origin, and to outsiders', async () => {
  const stranger = await server.signUp('Stranger');
  expect(await upgradeStatus({})).toBe(401);
  expect(await upgradeStatus({ cookie: ana.cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await upgradeStatus({ cookie: stranger.cookie })).toBe(404);
  expect(await upgradeStatus({ cookie: ana.cookie }, '/sync/nothing')).toBe(404);
  expect(await upgradeStatus({ cookie: ana.cookie, origin: server.url })).toBe(101);
});
