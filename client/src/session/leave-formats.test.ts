// What Yjs deletes by itself after a change from others, and that a session's document does not.

import { leaveFormats } from '@adagia/shared/leave-formats';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const ANSWER = 'answer:motivation';

/** One makes words bold that another deletes at the same time: marks around nothing are left. @returns what the first one's document deletes by itself afterwards */
function deletedByItself(prepare: (doc: Y.Doc) => void): { updates: number; delta: unknown } {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  prepare(one);
  one.getText(ANSWER).insert(0, 'some words of ours');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  one.getText(ANSWER).format(5, 5, { bold: true });
  other.getText(ANSWER).delete(5, 5);
  let updates = 0;
  one.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin !== 'server') updates += 1;
  });
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other), 'server');
  return { updates, delta: one.getText(ANSWER).toDelta() };
}

test('S6 Yjs deletes marks that nobody deleted; a session leaves them, and shows the same', () => {
  const [tidied, left] = [deletedByItself(() => undefined), deletedByItself(leaveFormats)];
  expect(tidied.updates).toBeGreaterThan(0);
  expect(left.updates).toBe(0);
  expect(left.delta).toEqual(tidied.delta);
});
