// Several rooms on one database file: what is written in them within one turn costs one commit, and one that cannot be written
// takes none of the others with it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { type ProposalId, proposalIdSchema } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import { createRooms } from './create-rooms.ts';
import { logErrors } from './document-log.ts';

const TEXT = 'answer:motivation';
const IDS = [1, 2, 3, 4, 5].map((number) => proposalIdSchema.parse(`00000000-0000-7000-8000-00000000000${number}`));

/** Five documents, open. */
async function openRooms() {
  const database = openDatabase(mkdtempSync(join(tmpdir(), 'adagia-group-')));
  /** Since they are open; null: it succeeded. */
  const commits: unknown[] = [];
  const broken: string[] = [];
  const rooms = createRooms({
    log: sqliteDocumentLog(database, { ...logErrors, onCommit: (error) => void commits.push(error) }),
    now: Date.now,
    isQuestion: () => true,
    membershipOf: () => ({ canWrite: true }),
    onError: (_, proposalId) => void broken.push(proposalId),
  });
  for (const id of IDS) {
    await rooms.create(id, (doc) => doc.getMap('facts').set('title', 'Next Door'));
    await rooms.open(id);
  }
  commits.length = 0;
  const write = (id: ProposalId, text: string) =>
    rooms.edit(id, null, (doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, text));
  const texts = () => Promise.all(IDS.map((id) => rooms.read(id, (doc) => doc.getText(TEXT).toJSON())));
  return { database, rooms, commits, broken, write, texts };
}

test('L1, R3 what is written in five rooms within one turn is one transaction, and what comes meanwhile the next', async () => {
  const { rooms, commits, write } = await openRooms();
  await Promise.all(IDS.map((id) => write(id, 'one ')));
  expect(commits).toEqual([null]);
  await Promise.all(IDS.flatMap((id) => [write(id, 'two '), write(id, 'three ')]));
  expect(commits).toEqual([null, null]);
  await rooms.drain();
});

test('L1, R5 one room that cannot be written breaks alone: the others of its turn are stored, and it comes back', async () => {
  const { database, rooms, commits, broken, write, texts } = await openRooms();
  const [, , third = ''] = IDS;
  database.driver.exec(`CREATE TRIGGER spoilt BEFORE INSERT ON document_update WHEN new.document_id = '${third}'
    BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
  const outcomes = await Promise.allSettled(IDS.map((id) => write(id, 'one ')));
  expect(outcomes.map(({ status }) => status)).toEqual(IDS.map((id) => (id === third ? 'rejected' : 'fulfilled')));
  expect(broken).toEqual([third]);
  expect(commits.filter((error) => error !== null)).toHaveLength(1);
  database.driver.exec('DROP TRIGGER spoilt');
  await Promise.all(IDS.map((id) => write(id, 'two ')));
  expect(await texts()).toEqual(IDS.map((id) => (id === third ? 'two ' : 'one two ')));
  await rooms.drain();
});
