// The page for Prometheus, asked as a scraper does, of a whole server.

import { createProposal } from '@adagia/shared/api/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openSocket } from '../testing/live-socket.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

const TOKEN = 'a token for metrics';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN: TOKEN });
});
afterAll(() => server.dispose());

const ask = (token?: string): Promise<Response> =>
  fetch(`${server.url}/metrics`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

/** The value of a line without labels, or with these. */
async function metric(name: string): Promise<number> {
  const text = await (await ask(TOKEN)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1));
}

test('nobody reads it without the token', async () => {
  expect((await ask()).status).toBe(401);
  expect((await ask('a tokEn for metrics')).status).toBe(401);
  expect((await ask(TOKEN)).status).toBe(200);
});

test('it counts rooms, connections, commits and refusals by reason', async () => {
  const ana = await server.signUp('Ana');
  const { id } = (await ana.call(createProposal, {}, newProposal)).json as { id: string };
  const socket = await openSocket(server, ana, id);
  expect([await metric('adagia_rooms'), await metric('adagia_connections')]).toEqual([1, 1]);
  const url = `${server.url.replace('http', 'ws')}/sync/${id}`;
  const bad = new WebSocket(url, { headers: { cookie: ana.cookie } });
  await new Promise((resolve) => bad.on('open', resolve));
  const closed = new Promise((resolve) => bad.on('close', resolve));
  bad.send(new Uint8Array([77]));
  expect(await closed).toBe(4400);
  expect(await metric('adagia_refusals_total{reason="malformed"}')).toBe(1);
  expect(await metric('adagia_buffered_bytes')).toBe(0);
  socket.close();
});

test('it measures each commit and each acknowledgement', async () => {
  const ben = await server.signUp('Ben');
  const { id } = (await ben.call(createProposal, {}, newProposal)).json as { id: string };
  const writer = await openWritingClient(server.url, ben.cookie, id);
  const counts = () =>
    Promise.all(['adagia_commit_seconds_count', 'adagia_acknowledgement_seconds_count'].map((name) => metric(name)));
  await writer.acknowledged();
  const before = await counts();
  await writer.write((doc) => doc.getText('answer:needs').insert(0, 'word'));
  expect(await counts()).toEqual(before.map((count) => count + 1));
  writer.close();
});
