// Two people decide on one replacement at the same moment, one this way and one that way: nothing around it becomes part of it.
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { acceptSuggestions, rejectSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { deleteSuggested, insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

test('accept and reject of one replacement at once leave nothing pending, and nothing of what stands behind it', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  const id = createSuggestionId({ author: 'ben', atMs: 1_800_000_000_000, random: 0 });
  a.getText('t').insert(0, 'Three needs');
  deleteSuggested(a.getText('t'), 0, 5, id);
  insertSuggested(a.getText('t'), 5, 'Four', id);
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  a.transact(() => acceptSuggestions(a.getText('t'), [id]));
  b.transact(() => rejectSuggestions(b.getText('t'), [id]));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  expect(a.getText('t').toDelta()).toEqual([{ insert: ' needs' }]);
});
