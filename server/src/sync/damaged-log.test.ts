// Bits that flip in the database file, and what people see of it: nothing that can be mended, and otherwise everything that
// still fits together, until somebody's copy brings the rest.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countAside } from '@adagia/db/log/count-aside';
import { pruneLog } from '@adagia/db/log/prune-log';
import { type Database, openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { indexImageOf } from './admission/index-image.ts';
import { DamagedLogError, logErrors, type OpenedDocument } from './document-log.ts';
import { foldLog } from './fold-log.ts';
import { soundLog } from './sound-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TEXT = 'answer:motivation';

function openBoth() {
  const database = openDatabase(mkdtempSync(join(tmpdir(), 'adagia-damage-')));
  const stored = sqliteDocumentLog(database, logErrors);
  return { database, stored, log: soundLog(stored, Date.now) };
}

/** Each word typed by its author, as one row per word, after a seed. */
async function write(
  { stored }: Pick<ReturnType<typeof openBoth>, 'stored'>,
  words: readonly [author: 'ana' | 'ben', word: string][],
): Promise<Y.Doc> {
  const whole = new Y.Doc();
  const docs = { ana: new Y.Doc(), ben: new Y.Doc() };
  docs.ana.clientID = 100;
  docs.ben.clientID = 200;
  const seed = new Y.Doc();
  seed.clientID = 1;
  seed.getMap('facts').set('title', 'Next Door');
  const first = Y.encodeStateAsUpdate(seed);
  await stored.create('d', 'g', { authorId: null, at: 1, bytes: first, newClientIds: [] });
  for (const doc of [whole, docs.ana, docs.ben]) Y.applyUpdate(doc, first);
  const { epoch = 0 } = (await stored.open('d')) ?? {};
  for (const [author, word] of words) {
    const doc = docs[author];
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
    const before = Y.encodeStateVector(doc);
    doc.getText(TEXT).insert(doc.getText(TEXT).length, word);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    Y.applyUpdate(whole, bytes);
    await stored.append('d', epoch, [{ authorId: author, at: Date.now(), bytes, newClientIds: [doc.clientID] }]);
  }
  return whole;
}

function flip(database: Database, seq: number, bits: readonly number[], table = 'document_update'): void {
  const { bytes } = database.driver.prepare(`SELECT bytes FROM ${table} WHERE seq = ?`).get(seq) as { bytes: Buffer };
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  database.driver.prepare(`UPDATE ${table} SET bytes = ? WHERE seq = ?`).run(bytes, seq);
}

function textOf(opened: OpenedDocument | null): string {
  const doc = new Y.Doc();
  if (opened) Y.applyUpdate(doc, foldLog(opened));
  expect(doc.store.pendingStructs).toBeNull();
  return doc.getText(TEXT).toJSON();
}

test('L5 any single flipped bit of a row is mended, and so is one of its checksum', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [
    ['ana', 'one '],
    ['ana', 'two '],
  ]);
  const { length } = database.driver
    .prepare('SELECT length(bytes) AS length FROM document_update WHERE seq = 2')
    .get() as {
    length: number;
  };
  for (let bit = 0; bit < length * 8; bit += 1) {
    flip(database, 2, [bit]);
    const opened = await log.open('d');
    expect(textOf(opened), `bit ${bit}`).toBe('one two ');
    expect(opened?.damage).toBeUndefined();
  }
  const { hash } = database.driver.prepare('SELECT hash FROM document_update WHERE seq = 3').get() as { hash: Buffer };
  hash[7] = (hash[7] ?? 0) ^ 16;
  database.driver.prepare('UPDATE document_update SET hash = ? WHERE seq = 3').run(hash);
  expect(textOf(await log.open('d'))).toBe('one two ');
  expect(countAside(database)).toBe(0);
});

test('L5 a row that cannot be mended is set aside with what builds on it; the rest is there, and may be written', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [
    ['ana', 'one '],
    ['ben', 'two '],
    ['ana', 'three '],
  ]);
  flip(database, 3, [0, 9]);
  const opened = await log.open('d');
  // "three" was typed behind "two": it cannot be placed without it.
  expect(textOf(opened)).toBe('one ');
  expect(opened?.damage).toEqual({ rows: 2, refillable: new Set([100, 200]) });
  expect(
    await log.append('d', opened?.epoch ?? 0, [
      { authorId: 'eve', at: 1, bytes: foldLog({ snapshot: null, updates: [] }), newClientIds: [] },
    ]),
  ).toBe(5);
  const aside = database.driver
    .prepare('SELECT seq, reason, length(bytes) > 0 AS kept FROM document_aside ORDER BY seq')
    .all();
  expect(aside).toEqual([
    { seq: 3, reason: 'damaged', kept: 1 },
    { seq: 4, reason: 'dependent', kept: 1 },
  ]);
});

test('L5 a copy that brings the lost row also brings back what was set aside with it', async () => {
  const { database, stored, log } = openBoth();
  const whole = await write({ stored }, [
    ['ana', 'one '],
    ['ben', 'two '],
    ['ana', 'three '],
    ['ana', 'four '],
  ]);
  flip(database, 3, [0, 9]);
  const damaged = await log.open('d');
  // Ben was away since he wrote: his copy has no more than his own words.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(whole));
  const known = Y.encodeStateVector(loaded(damaged));
  const onlyBen = Y.diffUpdate(Y.encodeStateAsUpdate(whole), known);
  const bens = pick(onlyBen, 200);
  await log.append('d', damaged?.epoch ?? 0, [{ authorId: 'ben', at: 2, bytes: bens, newClientIds: [] }]);
  expect(textOf(await log.open('d'))).toBe('one two three four ');
  const again = await log.open('d');
  expect(textOf(again)).toBe('one two three four ');
  expect(again?.damage?.rows).toBe(1);
  const { author_id: author } = database.driver
    .prepare('SELECT author_id FROM document_update ORDER BY seq DESC LIMIT 1')
    .get() as { author_id: string };
  expect(author).toBe('ana');
});

function loaded(opened: OpenedDocument | null): Y.Doc {
  const doc = new Y.Doc();
  if (opened) Y.applyUpdate(doc, foldLog(opened));
  return doc;
}

/** The structs of one client of an update, which must hold them without a gap to the document. */
function pick(update: Uint8Array, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const { structs } = Y.decodeUpdate(update);
  const others = structs.filter((one) => one.id.client !== clientId).map((one) => one.id.client);
  const vector = new Map(others.map((id) => [id, 2 ** 30]));
  return Y.diffUpdate(update, Y.encodeStateVector(vector));
}

test('L5 a row that has vanished is noticed', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [
    ['ana', 'one '],
    ['ben', 'two '],
  ]);
  database.driver.exec('DELETE FROM document_update WHERE seq = 3');
  const opened = await log.open('d');
  expect(textOf(opened)).toBe('one ');
  expect(opened?.damage).toEqual({ rows: 1, refillable: new Set([100, 200]) });
});

test('L4 a damaged snapshot gives way to the one before, and that to the log', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [
    ['ana', 'one '],
    ['ben', 'two '],
    ['ana', 'three '],
  ]);
  const { epoch = 0 } = (await log.open('d')) ?? {};
  for (const seq of [2, 3]) await log.saveSnapshot('d', epoch, seq, foldLog(await stored.read('d', seq)));
  flip(database, 3, [0, 9], 'document_snapshot');
  const second = await log.open('d');
  expect(second?.snapshotSeq).toBe(2);
  expect(textOf(second)).toBe('one two three ');
  flip(database, 2, [0, 9], 'document_snapshot');
  const third = await log.open('d');
  expect(third?.snapshotSeq).toBe(0);
  expect(textOf(third)).toBe('one two three ');
  expect(third?.damage).toBeUndefined();
});

test('L4 a damaged image of a snapshot is left out, and its snapshot is read instead', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [['ana', 'one ']]);
  const { epoch = 0 } = (await log.open('d')) ?? {};
  const folded = foldLog(await stored.read('d', 2));
  await log.saveSnapshot('d', epoch, 2, folded, indexImageOf(folded));
  expect((await log.open('d'))?.snapshotImage).not.toBeNull();
  const image = database.driver.prepare<[], Buffer>('SELECT image FROM document_snapshot').pluck().get();
  if (image) image[3] = (image[3] ?? 0) ^ 1;
  database.driver.prepare('UPDATE document_snapshot SET image = ?').run(image);
  const opened = await log.open('d');
  expect(opened?.snapshotImage).toBeNull();
  expect(textOf(opened)).toBe('one ');
  expect(opened?.damage).toBeUndefined();
});

test('L4 rows go after thirty days, only behind the older of two whole snapshots, and never out of the middle', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [
    ['ana', 'one '],
    ['ben', 'two '],
    ['ana', 'three '],
  ]);
  const { epoch = 0 } = (await log.open('d')) ?? {};
  const seqs = () => database.driver.prepare('SELECT seq FROM document_update ORDER BY seq').pluck().all();
  const later = Date.now() + 31 * DAY_MS;
  expect(await pruneLog(database, later)).toBe(0);
  await log.saveSnapshot('d', epoch, 2, foldLog(await stored.read('d', 2)));
  expect(await pruneLog(database, later)).toBe(0);
  await log.saveSnapshot('d', epoch, 4, foldLog(await stored.read('d', 4)));
  // The clock of row 1 ran ahead: it stays, and so does what came after it.
  database.driver.prepare('UPDATE document_update SET at = ? WHERE seq = 1').run(later);
  expect(await pruneLog(database, later)).toBe(0);
  database.driver.prepare('UPDATE document_update SET at = 0 WHERE seq = 1').run();
  expect(await pruneLog(database, Date.now())).toBe(1);
  expect(await pruneLog(database, later)).toBe(1);
  expect(seqs()).toEqual([3, 4]);
  flip(database, 4, [0, 9], 'document_snapshot');
  expect(textOf(await log.open('d'))).toBe('one two three ');
});

test('R6 a document whose beginning is lost does not open, and is not written', async () => {
  const { database, stored, log } = openBoth();
  await write({ stored }, [['ana', 'one ']]);
  database.driver.exec('DELETE FROM document_update WHERE seq = 1');
  await expect(log.open('d')).rejects.toBeInstanceOf(DamagedLogError);
});
