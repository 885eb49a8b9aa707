// A busy, full, read-only or broken disk under a running server, by real errors of SQLite: nothing is acknowledged that is not
// stored, everybody is told, other rooms go on as long as they can, and it ends by itself when there is space again.
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { createProposal } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdLock } from '../testing/lock-holder.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';
import { logErrors, StaleEpochError } from './document-log.ts';

const TEXT = 'answer:motivation';
/** Milliseconds that the other program has the database. */
const HELD_MS = 2000;
let server: TestServer;
let ana: TestPerson;
let proposalId: string;

beforeEach(async () => {
  server = await startTestServer();
  ana = await server.signUp('Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterEach(() => server.dispose());

const open = (copy?: WritingClient) => openWritingClient(server.url, ana.cookie, proposalId, copy?.doc);
const textOf = ({ doc }: WritingClient): string => doc.getText(TEXT).toJSON();
const type = (client: WritingClient, words: string): Promise<void> =>
  client.write((doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, words));
const health = async (): Promise<unknown> => (await fetch(`${server.url}/healthz`)).json();

test('L1 while another program has the lock, people wait, the server does not, and every word is stored once', async () => {
  const client = await open();
  await type(client, 'Before. ');
  const other = await holdLock(server.dataDir);
  const words = Array.from({ length: 40 }, (_, index) => `${index} `);
  const typed: Promise<void>[] = [];
  const startedMs = performance.now();
  let answers = 0;
  // Somebody types all the while, and somebody else asks something.
  for (; performance.now() - startedMs < HELD_MS; answers += 1) {
    const word = words[typed.length];
    if (word !== undefined) typed.push(type(client, word));
    await health();
  }
  for (const word of words.slice(typed.length)) typed.push(type(client, word));
  await Promise.all([...typed, other.release()]);
  // A wait inside SQLite would have left time for one.
  expect(answers).toBeGreaterThan(5);
  const later = await open();
  expect(textOf(later)).toBe(`Before. ${words.join('')}`);
  later.close();
  client.close();
});

test('R5 a full disk: told with 4507, readable meanwhile, and stored without a restart when there is space', async () => {
  const client = await open();
  await type(client, 'Stored. ');
  const { driver } = server.deps.database;
  const pages = Number(driver.pragma('page_count', { simple: true }));
  driver.pragma(`max_page_count = ${pages}`);
  let stored = 'Stored. ';
  const paste = `${'x'.repeat(3000)} `;
  const fill = async (): Promise<never> => {
    for (;;) {
      await type(client, paste);
      stored += paste;
    }
  };
  await expect(fill()).rejects.toThrow('storage');
  expect(await client.closed).toBe('storage');
  expect(await health()).toMatchObject({ ok: true, storage: 'failing' });

  // Somebody else comes: what is stored can be read, and nothing more than that is there.
  const reader = await open();
  expect(textOf(reader)).toBe(stored);
  await reader.acknowledged();
  // The writer comes back with what was not stored, and is told again.
  await expect(open(client).then((second) => second.acknowledged())).rejects.toThrow('storage');
  expect(await reader.closed).toBe('storage');

  driver.pragma('max_page_count = 1000000');
  const third = await open(client);
  await third.acknowledged();
  expect(textOf(third)).toBe(stored + paste);
  expect(await health()).toMatchObject({ storage: 'ok' });
  const again = await open();
  expect(textOf(again)).toBe(stored + paste);
  for (const one of [third, again]) one.close();
});

test('R5 a file that has become read-only: the same, and a request that writes is refused with a reason', async () => {
  const client = await open();
  await type(client, 'Stored. ');
  const { driver } = server.deps.database;
  driver.pragma('query_only = ON');
  await expect(type(client, 'Kept. ')).rejects.toThrow('storage');
  const { status, json } = await ana.call(createProposal, {}, newProposal);
  expect([status, (json as { code: string }).code]).toEqual([503, 'storage-unavailable']);
  const reader = await open();
  expect(textOf(reader)).toBe('Stored. ');
  driver.pragma('query_only = OFF');
  const back = await open(client);
  await back.acknowledged();
  expect(textOf(back)).toBe('Stored. Kept. ');
  for (const one of [reader, back]) one.close();
});

test('L3 of two who opened a document while nothing could be written, only the first to write owns it', async () => {
  const { database } = server.deps;
  const [first, second] = [sqliteDocumentLog(database, logErrors), sqliteDocumentLog(database, logErrors)];
  const entry = { authorId: null, at: 1, bytes: new Uint8Array([0, 0]), newClientIds: [] };
  await first.create('d', 'g', entry);
  database.driver.pragma('query_only = ON');
  const [one, two] = [await first.open('d'), await second.open('d')];
  database.driver.pragma('query_only = OFF');
  expect(await second.append('d', two?.epoch ?? 0, [entry])).toBe(2);
  await expect(first.append('d', one?.epoch ?? 0, [entry])).rejects.toBeInstanceOf(StaleEpochError);
  expect(await second.append('d', two?.epoch ?? 0, [entry])).toBe(3);
});
