// Backups and restores as an administrator makes them: commands beside a real server, in the middle of people's writing.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDocuments } from '@adagia/db/maintenance/find-damaged-rows';
import { databaseFileIn, openCopy, openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { createProposal, listProposals } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { logErrors } from '../sync/document-log.ts';
import { foldLog } from '../sync/fold-log.ts';
import { type ChildServer, give, startChildServer } from '../testing/child-server.ts';
import { newProposal, signUp, type TestPerson } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

const TEXT = 'answer:motivation';
let dataDir: string;
let server: ChildServer;
let ana: TestPerson;
let proposalId: string;
let backup: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-restore-'));
  backup = join(mkdtempSync(join(tmpdir(), 'adagia-backup-')), 'copy.sqlite');
  server = await startChildServer(dataDir);
  ana = await signUp(server.url, 'Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterEach(() => server.kill());

const open = (doc?: Y.Doc) => openWritingClient(server.url, ana.cookie, proposalId, doc);
const textOf = ({ doc }: Pick<WritingClient, 'doc'>): string => doc.getText(TEXT).toJSON();
const type = (client: WritingClient, words: string): Promise<void> =>
  client.write((doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, words));
const titles = async (): Promise<string[]> =>
  ((await ana.call(listProposals, {})).json as { title: string }[]).map(({ title }) => title);

/** Proposals that the record of rights says were created. */
function createdByRecord(file: string): number {
  const copy = openCopy(file);
  const row = copy.driver.prepare("SELECT count(*) AS count FROM audit WHERE kind = 'proposal.created'").get();
  copy.close();
  return (row as { count: number }).count;
}

test('a backup while somebody types is whole, has everything stored before it, and disturbs nobody', async () => {
  const client = await open();
  await type(client, 'Before. ');
  const state = { isDone: false };
  const running = give('backup', dataDir, backup).finally(() => (state.isDone = true));
  let count = 0;
  while (!state.isDone) {
    await type(client, `${count} `);
    count += 1;
  }
  const { code, said } = await running;
  expect(said).toContain(`was checked: ${backup}`);
  expect(code).toBe(0);
  expect(count).toBeGreaterThan(10);
  expect(statSync(backup).mode & 0o077).toBe(0);
  expect(existsSync(`${backup}-wal`)).toBe(false);
  client.close();
  await server.kill();

  const elsewhere = mkdtempSync(join(tmpdir(), 'adagia-elsewhere-'));
  expect((await give('restore', elsewhere, backup)).code).toBe(0);
  expect(createdByRecord(databaseFileIn(elsewhere))).toBe(1);
  const restored = openDatabase(elsewhere);
  const [{ id, lastSeq } = { id: '', lastSeq: 0 }] = listDocuments(restored);
  const content = foldLog(await sqliteDocumentLog(restored, logErrors).read(id, lastSeq));
  restored.close();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, content);
  expect(textOf({ doc })).toMatch(/^Before. (0 )?/);
  // Not more than was typed, and nothing out of order.
  expect(`Before. ${Array.from({ length: count }, (_, index) => `${index} `).join('')}`).toContain(textOf({ doc }));
});

test('S5 a restore on a running server: the backup is there at once, under another generation, and nothing is mixed in', async () => {
  const writer = await open();
  await type(writer, 'In the backup. ');
  expect((await give('backup', dataDir, backup)).code).toBe(0);
  await type(writer, 'Written later. ');
  await ana.call(createProposal, {}, { ...newProposal, title: 'Made later' });
  const reader = await open();
  const typing = expect(
    (async () => {
      for (let index = 0; ; index += 1) await type(writer, `${index} `);
    })(),
  ).rejects.toThrow('reload');

  const { code, said } = await give('restore', dataDir, backup);
  expect(said).toContain('Restored');
  expect(code).toBe(0);
  await typing;
  expect(await writer.closed).toBe('reload');
  // Who only reads is told as well.
  expect(await reader.closed).toBe('reload');

  // Still signed in; the new generation says that the old copy must not be brought.
  const fresh = await open();
  expect(textOf(fresh)).toBe('In the backup. ');
  expect(fresh.welcome.generation).not.toBe(writer.welcome.generation);
  expect(await titles()).toEqual(['Next Door Online']);
  // The record of who did what is no part of what a restore takes back.
  expect(createdByRecord(databaseFileIn(dataDir))).toBe(2);
  await type(fresh, 'Goes on. ');
  const again = await open();
  expect(textOf(again)).toBe('In the backup. Goes on. ');
  for (const one of [fresh, again]) one.close();
});

test('what was there before a restore is kept, to the last acknowledged word, and can be restored itself', async () => {
  const writer = await open();
  await type(writer, 'In the backup. ');
  expect((await give('backup', dataDir, backup)).code).toBe(0);
  let acknowledged = 'In the backup. ';
  const typing = expect(
    (async () => {
      for (let index = 0; ; index += 1) {
        await type(writer, `${index} `);
        acknowledged += `${index} `;
      }
    })(),
  ).rejects.toThrow('reload');
  expect((await give('restore', dataDir, backup)).code).toBe(0);
  await typing;
  const kept = readdirSync(dataDir).find((name) => name.startsWith('before-restore-')) ?? '';
  expect((await give('restore', dataDir, join(dataDir, kept))).code).toBe(0);
  const back = await open();
  expect(textOf(back).startsWith(acknowledged)).toBe(true);
  back.close();
});

test('a killed server, a broken database: a restore brings the backup back, and keeps what was broken', async () => {
  const writer = await open();
  await type(writer, 'In the backup. ');
  expect((await give('backup', dataDir, backup)).code).toBe(0);
  writer.close();
  await server.kill();
  writeFileSync(join(dataDir, 'adagia.sqlite'), 'no database at all '.repeat(1000));
  expect((await give('restore', dataDir, backup)).code).toBe(0);
  server = await startChildServer(dataDir);
  const back = await open();
  expect(textOf(back)).toBe('In the backup. ');
  expect(readdirSync(dataDir).some((name) => name.startsWith('before-restore-'))).toBe(true);
  back.close();
});

test('a backup that is damaged, of a newer version, or none is refused in one line, and nothing changes', async () => {
  const writer = await open();
  await type(writer, 'Mine. ');
  expect((await give('backup', dataDir, backup)).code).toBe(0);
  const refusals: [string, (file: string) => void, RegExp][] = [
    ['damaged', (file) => change(file, "UPDATE document_update SET bytes = x'010203'"), /update 1 is damaged/],
    [
      'newer',
      (file) => change(file, `UPDATE __drizzle_migrations SET created_at = ${Date.now() + 1e12}`),
      /newer version/,
    ],
    ['none', (file) => writeFileSync(file, 'Notes of our last meeting. '.repeat(500)), /is not a database/],
  ];
  for (const [name, spoil, words] of refusals) {
    const file = `${backup}.${name}`;
    copyFileSync(backup, file);
    spoil(file);
    const { code, said } = await give('restore', dataDir, file);
    expect([name, code]).toEqual([name, 1]);
    expect(said).toMatch(words);
  }
  expect((await give('restore', dataDir, `${backup}.nowhere`)).said).toContain('does not exist');
  expect((await give('backup', dataDir, backup)).said).toContain('exists already');
  await type(writer, 'Still. ');
  expect(readdirSync(dataDir).filter((name) => name.startsWith('restore-'))).toEqual([]);
  writer.close();
});

function change(file: string, sql: string): void {
  const { driver } = openCopy(file);
  driver.exec(sql);
  driver.pragma('journal_mode = DELETE');
  driver.close();
}

test('a scrub says what is damaged, and a backup of it is kept under another name', async () => {
  expect(await give('scrub', dataDir)).toEqual({ code: 0, said: 'Everything that is stored is whole.\n' });
  await server.kill();
  const database = openDatabase(dataDir);
  database.driver.exec("UPDATE document_update SET bytes = x'010203' WHERE seq = 1");
  database.close();
  const scrubbed = await give('scrub', dataDir);
  expect(scrubbed.code).toBe(1);
  expect(scrubbed.said).toContain(`proposal ${proposalId}: update 1 is damaged`);
  const { code, said } = await give('backup', dataDir, backup);
  expect(code).toBe(1);
  expect(said).toContain(`${backup}.damaged`);
  expect(existsSync(`${backup}.damaged`)).toBe(true);
  expect(existsSync(backup)).toBe(false);
});
