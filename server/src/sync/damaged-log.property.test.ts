// Random histories, random rows of them damaged: what is left always fits together, and one whole copy brings everything back.
// DAMAGE_RUNS=5000 DAMAGE_SEED=7 for more of it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type DocumentLog, logErrors, type OpenedDocument } from './document-log.ts';
import { foldLog } from './fold-log.ts';
import { soundLog } from './sound-log.ts';

const TEXT = 'answer:motivation';
const runs = Number(process.env.DAMAGE_RUNS ?? 60);
const seed = Number(process.env.DAMAGE_SEED ?? 20_261_126);

/** Mulberry32: small, and the same everywhere. @returns a whole number below `max` */
function randomFrom(start: number): (max: number) => number {
  let state = start;
  return (max) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * max);
  };
}

/** Three who type and delete in one text, each seeing the others late. @returns the updates as the server got them. */
function writeTogether(random: (max: number) => number): { updates: Uint8Array[]; whole: Y.Doc } {
  const whole = new Y.Doc();
  const people = [11, 22, 33].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const updates: Uint8Array[] = [];
  for (let step = 0; step < 25; step += 1) {
    const doc = people[random(people.length)] ?? whole;
    if (random(3) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole, Y.encodeStateVector(doc)));
    const text = doc.getText(TEXT);
    const note = (update: Uint8Array) => void updates.push(update);
    doc.once('update', note);
    if (text.length > 4 && random(3) === 0) text.delete(random(text.length - 2), 2);
    else text.insert(random(text.length + 1), `${'abcdefghij'[random(10)]}${step} `);
    doc.off('update', note);
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(whole)));
  }
  return { updates, whole };
}

function loaded(opened: OpenedDocument | null): Y.Doc {
  const doc = new Y.Doc();
  // Throws when it does not fit together.
  if (opened) Y.applyUpdate(doc, foldLog(opened));
  return doc;
}

/** What a room would ask for and get from somebody who has everything. */
async function refill(log: DocumentLog, id: string, whole: Y.Doc): Promise<void> {
  const opened = await log.open(id);
  const bytes = Y.encodeStateAsUpdate(whole, Y.encodeStateVector(loaded(opened)));
  await log.append(id, opened?.epoch ?? 0, [{ authorId: 'ana', at: 1, bytes, newClientIds: [] }]);
}

test(`L5 whatever rows are damaged, the rest loads, and a whole copy heals it (${runs} runs, seed ${seed})`, async () => {
  const database = openDatabase(mkdtempSync(join(tmpdir(), 'adagia-damage-')));
  const stored = sqliteDocumentLog(database, logErrors);
  const log = soundLog(stored, Date.now);
  const spoil = database.driver.prepare(
    "UPDATE document_update SET bytes = x'0102' || bytes WHERE document_id = ? AND seq = ?",
  );
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run);
    const id = `d${run}`;
    const { updates, whole } = writeTogether(random);
    const empty = Y.encodeStateAsUpdate(new Y.Doc());
    await stored.create(id, 'g', { authorId: null, at: 1, bytes: empty, newClientIds: [] });
    const { epoch = 0 } = (await stored.open(id)) ?? {};
    const entries = updates.map((bytes) => ({ authorId: 'ana', at: 1, bytes, newClientIds: [] }));
    await stored.append(id, epoch, entries);
    for (let count = 1 + random(3); count > 0; count -= 1) spoil.run(id, 2 + random(updates.length));
    const rest = loaded(await log.open(id))
      .getText(TEXT)
      .toJSON();
    const again = loaded(await log.open(id))
      .getText(TEXT)
      .toJSON();
    expect(again, `run ${run}`).toBe(rest);
    await refill(log, id, whole);
    for (const _ of ['once', 'and once more']) {
      const healed = loaded(await log.open(id));
      expect(healed.getText(TEXT).toJSON(), `run ${run}`).toBe(whole.getText(TEXT).toJSON());
      expect(Y.encodeStateVector(healed), `run ${run}`).toEqual(Y.encodeStateVector(whole));
    }
  }
  database.close();
});
