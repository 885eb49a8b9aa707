import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { read } from './read-authorship.ts';

test('what is pending is nobody\u2019s share yet, and what is struck still is', () => {
  const doc = new Y.Doc();
  const text = doc.getText('answer:motivation');
  text.insert(0, 'four');
  const id = createSuggestionId({ author: 'sue', atMs: 1.8e12, random: 0 });
  deleteSuggested(text, 0, 2, id);
  insertSuggested(text, 2, 'pending', id);
  expect(read(doc, { owners: [[doc.clientID, 'ana']] })).toEqual([
    { root: 'answer:motivation', by: 'ana', characters: 4 },
  ]);
});
