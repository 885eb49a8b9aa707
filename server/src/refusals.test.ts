// What a server says of those whom it refuses, in its log and in its figures: one line each, with the reason, and nothing of what
// they wrote.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProposal, previewInvitation } from '@adagia/shared/api/people';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { updateFrame } from './sync/frames.ts';
import { type ChildServer, startChildServer } from './testing/child-server.ts';
import { newProposal, signUp, type TestPerson } from './testing/test-server.ts';

const METRICS_TOKEN = 'a token for metrics';
/** In everything that is refused here. */
const SECRET = 'unspeakable';

let dataDir: string;
let server: ChildServer;
let ana: TestPerson;
let proposalId: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-refusals-'));
  server = await startChildServer(dataDir, undefined, { METRICS_TOKEN, LOG_LEVEL: 'info' });
  ana = await signUp(server.url, 'Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterAll(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Line {
  msg: string;
  reason?: string;
  code?: string;
  status?: number;
}

const lines = (): Line[] =>
  server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

const figure = async (name: string): Promise<number> => {
  const answer = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const line = (await answer.text()).split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? 0);
};

function socketOf(cookie: string, path = `/sync/${proposalId}`): WebSocket {
  return new WebSocket(server.url.replace('http', 'ws') + path, { headers: { cookie } }).on('error', () => undefined);
}

const ended = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on('close', (code) => resolve(code));
  });

function bad(root: string): Uint8Array {
  const doc = new Doc();
  doc.getText(root).insert(0, SECRET);
  return updateFrame(encodeStateAsUpdate(doc));
}

test('each refused frame is one line and one more in the figures, by its reason', async () => {
  const frames: [string, Uint8Array][] = [
    ['contentNotAllowed', bad(`answer:${SECRET}`)],
    ['malformed', new TextEncoder().encode(SECRET)],
    ['contentNotAllowed', bad(`root-${SECRET}`)],
  ];
  for (const [reason, frame] of frames) {
    const [counted, said] = [await figure(`adagia_refusals_total{reason="${reason}"}`), lines().length];
    const socket = socketOf(ana.cookie);
    socket.on('open', () => socket.send(frame));
    expect(await ended(socket)).toBe(closeReasons[reason as 'malformed'].code);
    expect(await figure(`adagia_refusals_total{reason="${reason}"}`)).toBe(counted + 1);
    expect(lines().slice(said)).toEqual([expect.objectContaining({ level: 40, msg: 'refused', reason, proposalId })]);
  }
});

test('so is each socket that is not even opened', async () => {
  const said = lines().length;
  expect(await ended(socketOf(''))).toBe(401);
  expect(await ended(socketOf(ana.cookie, `/sync/${SECRET}`))).toBe(404);
  expect(await figure('adagia_refusals_total{reason="upgrade-401"}')).toBe(1);
  expect(await figure('adagia_refusals_total{reason="upgrade-404"}')).toBe(1);
  expect(lines().slice(said)).toEqual([
    expect.objectContaining({ msg: 'turned away', status: 401, proposalId }),
    expect.objectContaining({ msg: 'turned away', status: 404, proposalId: null }),
  ]);
});

test('and each request', async () => {
  const said = lines().length;
  const body = { ...newProposal, callId: SECRET, [SECRET]: SECRET };
  expect((await ana.call(createProposal, {}, body)).status).toBe(422);
  expect((await ana.call(previewInvitation, {}, { token: SECRET })).status).toBe(422);
  expect((await fetch(`${server.url}/api/${SECRET}?${SECRET}`)).status).toBe(404);
  expect(await figure('adagia_request_refusals_total{code="invalid-body"}')).toBe(2);
  expect(await figure('adagia_request_refusals_total{code="not-found"}')).toBe(1);
  expect(lines().slice(said)).toEqual([
    expect.objectContaining({ msg: 'request refused', code: 'invalid-body', route: '/api/proposals' }),
    expect.objectContaining({ msg: 'request refused', code: 'invalid-body', route: '/api/invitations/preview' }),
    expect.objectContaining({ msg: 'request refused', code: 'not-found', route: '/api/*' }),
  ]);
});

test('nothing of what they wrote is in the log', () => {
  expect(lines().length).toBeGreaterThan(7);
  expect(server.said()).not.toContain(SECRET);
});
