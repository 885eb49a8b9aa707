// A snapshot is compared with the rows on disk before it is stored, in a thread of its own.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { logErrors } from './document-log.ts';
import { foldLog } from './fold-log.ts';
import { snapshotFolder } from './snapshot-folder.ts';
import { verifiedSnapshots } from './verified-snapshots.ts';

const TEXT = 'answer:motivation';

/** A history with typing, formats, deletions and fields, as its updates and as the document that they give. */
function write(words: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  const text = doc.getText(TEXT);
  for (let index = 0; index < words; index += 1) {
    text.insert(index % 3 === 0 ? 0 : text.length, `word ${index} `);
    if (index % 5 === 0) text.format(0, 3, { bold: true });
    if (index % 7 === 0) text.delete(0, 2);
    doc.getMap('facts').set('title', `Title ${index}`);
  }
  return { updates, doc };
}

async function store(updates: Uint8Array[]) {
  const database = openDatabase(mkdtempSync(join(tmpdir(), 'adagia-snapshot-')));
  const stored = sqliteDocumentLog(database, logErrors);
  const entries = updates.map((bytes) => ({ authorId: null, at: 1, bytes, newClientIds: [] }));
  const [first, ...rest] = entries;
  if (!first) throw new Error('nothing to store');
  await stored.create('d', 'g', first);
  const { epoch = 0 } = (await stored.open('d')) ?? {};
  const seq = await stored.append('d', epoch, rest);
  return { log: verifiedSnapshots(stored, snapshotFolder(), database.driver.name), epoch, seq };
}

function changed(doc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = doc.clientID;
  change(copy);
  return Y.encodeStateAsUpdate(copy);
}

test('L4 a snapshot that gives the document of the log is stored, and loads as the same document', async () => {
  const { updates, doc } = write(50);
  const { log, epoch, seq } = await store(updates);
  await log.saveSnapshot('d', epoch, seq, Y.encodeStateAsUpdate(doc));
  const opened = await log.open('d');
  expect(opened?.snapshotSeq).toBe(seq);
  const loaded = new Y.Doc();
  Y.applyUpdate(loaded, foldLog(opened ?? { snapshot: null, updates: [] }));
  expect(loaded.getText(TEXT).toDelta()).toEqual(doc.getText(TEXT).toDelta());
});

const wrong: [string, (doc: Y.Doc) => Uint8Array][] = [
  ['lacks the last words', () => Y.encodeStateAsUpdate(write(49).doc)],
  ['lacks the beginning', lacking],
  ['has a word more', (doc) => changed(doc, (copy) => copy.getText(TEXT).insert(0, 'x'))],
  ['has a letter deleted', (doc) => changed(doc, (copy) => copy.getText(TEXT).delete(4, 1))],
  ['has another format', (doc) => changed(doc, (copy) => copy.getText(TEXT).format(9, 2, { italic: true }))],
  ['has another field', (doc) => changed(doc, (copy) => copy.getMap('facts').set('title', 'x'))],
  ['is half of one', (doc) => Y.encodeStateAsUpdate(doc).slice(0, 200)],
  ['is of the same clocks and other letters', (doc) => relettered(doc)],
];

function lacking(doc: Y.Doc): Uint8Array {
  const before = new Map([[doc.clientID, Y.getState(doc.store, doc.clientID) - 20]]);
  const whole = Y.encodeStateAsUpdate(doc);
  const tail = Y.diffUpdate(whole, Y.encodeStateVector(before));
  expect(tail.length).toBeLessThan(whole.length);
  return tail;
}

/** What a flipped bit in memory would do: nothing but the words tells it. */
function relettered(doc: Y.Doc): Uint8Array {
  const bytes = Y.encodeStateAsUpdate(doc);
  const at = Buffer.from(bytes).lastIndexOf('word 31');
  bytes[at] = 'W'.charCodeAt(0);
  return bytes;
}

for (const [what, make] of wrong) {
  test(`L4 a snapshot that ${what} is not stored`, async () => {
    const { updates, doc } = write(50);
    const { log, epoch, seq } = await store(updates);
    await expect(log.saveSnapshot('d', epoch, seq, make(doc))).rejects.toThrow();
    expect((await log.open('d'))?.snapshot).toBeNull();
  });
}

test('L4 a log with a gap is not folded', async () => {
  const { updates } = write(10);
  const folder = snapshotFolder();
  await expect(folder.fold({ snapshot: null, updates: updates.slice(5) })).rejects.toThrow('gaps');
  expect(await folder.fold({ snapshot: null, updates })).toEqual(foldLog({ snapshot: null, updates }));
});

test('L4 while a long log is folded, everything else goes on', async () => {
  const { updates } = write(8000);
  const folder = snapshotFolder();
  const state = { isDone: false, turns: 0 };
  const folding = folder.fold({ snapshot: null, updates }).finally(() => (state.isDone = true));
  while (!state.isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    state.turns += 1;
  }
  await folding;
  expect(state.turns).toBeGreaterThan(100);
});
