// kill -9 in the middle of everything, again and again on the same files: nothing that was called stored is gone or doubled.
// KILL_ROUNDS=500 KILL_SEED=7 for more of it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDocuments } from '@adagia/db/maintenance/find-damaged-rows';
import { openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { createProposal } from '@adagia/shared/api/people';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { findDamage } from '../maintenance/find-damage.ts';
import { appendAndKill } from '../testing/appending-process.ts';
import { type ChildServer, startChildServer } from '../testing/child-server.ts';
import { newProposal, signUp } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';
import { logErrors } from './document-log.ts';
import { foldLog } from './fold-log.ts';

const TEXT = 'answer:motivation';
const rounds = Number(process.env.KILL_ROUNDS ?? 8);
const seed = Number(process.env.KILL_SEED ?? 20_261_126);
vi.setConfig({ testTimeout: Math.max(120_000, rounds * 15_000) });

/** Mulberry32: small, and the same everywhere. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const textOf = (doc: Y.Doc): string => doc.getText(TEXT).toJSON();

test(`L1 a process that appends and compacts is killed ${rounds} times (seed ${seed}): all it called stored is there`, async () => {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-kill-'));
  const first = openDatabase(dataDir);
  const empty = Y.encodeStateAsUpdate(new Y.Doc());
  await sqliteDocumentLog(first, logErrors).create('d', 'g', { authorId: null, at: 1, bytes: empty, newClientIds: [] });
  first.close();
  for (let round = 0; round < rounds; round += 1) {
    const stored = await appendAndKill(dataDir, 1 + Math.floor(random() * 120));
    const database = openDatabase(dataDir);
    const [{ lastSeq } = { lastSeq: 0 }] = listDocuments(database);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, foldLog(await sqliteDocumentLog(database, logErrors).read('d', lastSeq)));
    const words = textOf(doc).split(' ').slice(0, -1).map(Number);
    expect(words, `round ${round}`).toEqual(Array.from({ length: words.length }, (_, index) => index));
    expect(words.length - 1, `round ${round}`).toBeGreaterThanOrEqual(stored);
    expect(await findDamage(database)).toEqual([]);
    database.close();
  }
});

/** Writes until the server is gone. @returns the words that were acknowledged. */
async function writeUntilKilled(client: WritingClient, name: string, from: number): Promise<string[]> {
  const stored: string[] = [];
  for (let index = from; ; index += 1) {
    const word = `${name}${index} `;
    const isStored = await client
      .write((doc) => doc.getText(TEXT).insert(0, word))
      .then(
        () => true,
        () => false,
      );
    if (!isStored) return stored;
    stored.push(word);
  }
}

test(`R1 a server is killed ${Math.ceil(rounds / 4)} times while three write: what was acknowledged is there for a newcomer, once`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-kill-'));
  const random = randomFrom(seed);
  let server: ChildServer = await startChildServer(dataDir);
  onTestFinished(() => server.kill());
  const port = Number(new URL(server.url).port);
  const { cookie, call } = await signUp(server.url, 'Ana');
  const { id } = (await call(createProposal, {}, newProposal)).json as { id: string };
  const stored: string[] = [];
  const copies: (Y.Doc | undefined)[] = [undefined, undefined, undefined];
  for (let round = 0; round < Math.ceil(rounds / 4); round += 1) {
    const clients = await Promise.all(copies.map((copy) => openWritingClient(server.url, cookie, id, copy)));
    const typing = clients.map((client, index) => writeUntilKilled(client, `${'abc'[index]}${round}.`, 0));
    // After so many words of the first: a moment that has nothing to do with a clock.
    const target = clients[0]?.doc.getText(TEXT).length ?? 0;
    const wanted = target + Math.floor(random() * 600);
    await new Promise<void>((resolve) => {
      const look = () => (clients[0]?.doc.getText(TEXT).length ?? 0) > wanted && resolve();
      clients[0]?.doc.on('update', look);
      look();
    });
    await server.kill();
    stored.push(...(await Promise.all(typing)).flat());
    clients.forEach((client, index) => (copies[index] = client.doc));
    server = await startChildServer(dataDir, port);
    // Without a copy: what it sees comes from the disk alone.
    const newcomer = await openWritingClient(server.url, cookie, id);
    const words = textOf(newcomer.doc).split(' ');
    expect(new Set(words).size, `round ${round}`).toBe(words.length);
    expect(
      stored.filter((word) => !words.includes(word.trim())),
      `round ${round}`,
    ).toEqual([]);
    newcomer.close();
  }
  expect(stored.length).toBeGreaterThan(0);
});
