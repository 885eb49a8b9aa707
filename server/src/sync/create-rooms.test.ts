// What is asked of rooms while their document cannot be loaded: whoever opens it is told, nobody else fails with them.
import { proposalIdSchema } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import { createRooms } from './create-rooms.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';

const ID = proposalIdSchema.parse('00000000-0000-7000-8000-000000000000');

test('R9 changed rights and hints do not fail because a document cannot be loaded', async () => {
  const log = new MemoryDocumentLog();
  log.open = () => Promise.reject(new Error('damaged'));
  const rooms = createRooms({
    log,
    now: () => 0,
    isQuestion: () => true,
    membershipOf: () => null,
    onError: () => undefined,
  });
  const opening = rooms.open(ID);
  rooms.hint(ID, 'people');
  await expect(rooms.refreshRights(ID)).resolves.toBeUndefined();
  await expect(opening).rejects.toThrow('damaged');
  await rooms.drain();
});
