// Large documents are read in a thread, small ones where they are, and both say the same.
import type { ProposalId } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import { createRooms } from './create-rooms.ts';
import { READ_HERE_MAX } from './document-reader.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import type { read as whereRead } from './testing/read-where.ts';

const KEY = 'answer:needs';
const reading = new URL('testing/read-where.ts', import.meta.url);
type Found = ReturnType<typeof whereRead>;

async function roomsWith(characters: number) {
  const rooms = createRooms({
    log: new MemoryDocumentLog(),
    now: Date.now,
    isQuestion: () => true,
    membershipOf: () => ({ canWrite: true }),
    onError: (error) => expect.unreachable(String(error)),
  });
  const id = 'd' as ProposalId;
  await rooms.create(id, (doc) => doc.getText(KEY).insert(0, 'a'.repeat(characters)));
  return { rooms, id };
}

test('R15 a small document is read where it is', async () => {
  const { rooms, id } = await roomsWith(1000);
  expect(await rooms.readAside<Found>(id, reading, KEY)).toEqual({ isAside: false, length: 1000 });
});

test('R15 a large document is read in a thread, with what came in a moment ago', async () => {
  const { rooms, id } = await roomsWith(READ_HERE_MAX);
  const edited = rooms.edit(id, null, (doc) => doc.getText(KEY).insert(0, 'more'));
  const found = await rooms.readAside<Found>(id, reading, KEY);
  expect(found).toEqual({ isAside: true, length: READ_HERE_MAX + 4 });
  await edited;
});

test('R15 what a reading throws in its thread reaches whoever asked, and the next one is answered', async () => {
  const { rooms, id } = await roomsWith(READ_HERE_MAX);
  await expect(rooms.readAside(id, reading, '')).rejects.toThrow('which answer?');
  expect((await rooms.readAside<Found>(id, reading, KEY)).isAside).toBe(true);
});
