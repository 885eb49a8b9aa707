// A process that appends to a log as fast as it can and says what is stored, to be killed at any moment. Run as a program it is
// that process; imported it starts one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import * as Y from 'yjs';
import { logErrors } from '../sync/document-log.ts';
import { foldLog } from '../sync/fold-log.ts';

const TEXT = 'answer:motivation';

/** Words between two snapshots: so few that a kill often hits one being written. */
const SNAPSHOT_EVERY = 40;

/** Kills it when it has said this many words are stored. @returns the number of the last word that it called stored. */
export async function appendAndKill(dataDir: string, wordsMin: number): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let stored = -1;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    stored = Number(line);
    count += 1;
    if (count === wordsMin) child.kill('SIGKILL');
  }
  await ended;
  return stored;
}

async function run(dataDir: string): Promise<void> {
  const log = sqliteDocumentLog(openDatabase(dataDir), logErrors);
  const opened = await log.open('d');
  if (!opened) throw new Error('no document');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, foldLog(opened));
  const text = doc.getText(TEXT);
  const words = text.toJSON().split(' ').length - 1;
  let snapshotSeq = opened.snapshotSeq;
  for (let word = words; ; word += 1) {
    const before = Y.encodeStateVector(doc);
    text.insert(text.length, `${word} `);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    const entry = { authorId: 'ana', at: Date.now(), bytes, newClientIds: [doc.clientID] };
    const seq = await log.append('d', opened.epoch, [entry]);
    // At once and without a buffer of our own: what was said before the end was said.
    writeSync(1, `${word}\n`);
    if (seq - snapshotSeq < SNAPSHOT_EVERY) continue;
    snapshotSeq = seq;
    await log.saveSnapshot('d', opened.epoch, seq, Y.encodeStateAsUpdate(doc));
  }
}

const [, program, dataDir] = process.argv;
if (program === fileURLToPath(import.meta.url) && dataDir) await run(dataDir);
