import { answerKey } from '@adagia/shared/answer-key';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOf, watchAnswer } from '../narrative/answer-text.ts';
import { countPending } from './pending-count.ts';

test('what is only suggested is copied where one asks for it, and nowhere else', () => {
  const doc = new Y.Doc();
  const [key, other] = [answerKey('motivation'), answerKey('needs')];
  const idAt = (atMs: number) => createSuggestionId({ author: 'ana', atMs, random: 0 });
  const text = doc.getText(key);
  text.insert(0, 'The old words');
  expect(countPending(doc, [{ key }, { key: other }])).toBe(0);
  const [base, accepted] = [watchAnswer(doc, key), watchAnswer(doc, key, 'accepted')];
  const seen: string[] = [];
  const ends = [base.subscribe(() => seen.push(base.get())), accepted.subscribe(() => seen.push(accepted.get()))];
  const id = idAt(1.8e12);
  doc.transact(() => {
    deleteSuggested(text, 4, 3, id);
    insertSuggested(text, 7, 'new', id);
    insertSuggested(doc.getText(other), 0, 'More.', idAt(1.9e12));
  });
  expect(seen).toEqual(['The old words', 'The new words']);
  expect(countPending(doc, [{ key }, { key: other }])).toBe(2);
  expect(blocksOf(doc, other, 'base')[0]?.runs).toEqual([]);
  expect(blocksOf(doc, other, 'accepted')[0]?.runs.map((run) => run.text)).toEqual(['More.']);
  for (const end of ends) end();
});
