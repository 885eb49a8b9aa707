import { answerKey } from '@adagia/shared/answer-key';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested, setLastSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { copyTexts } from './copy-texts.ts';

const [WP, COPY] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];

function copied(write: (text: Y.Text) => void): Y.Text {
  const doc = new Y.Doc();
  write(doc.getText(answerKey('wp_methods', WP)));
  expect(copyTexts(doc, new Map([[WP, COPY]]), () => true)).toBe(0);
  return doc.getText(answerKey('wp_methods', COPY));
}

test('an empty line at the end comes along', () => {
  expect(copied((text) => text.insert(0, 'one\n\n')).toDelta()).toEqual([{ insert: 'one\n\n' }]);
});

test('what is only suggested stays behind', () => {
  const id = createSuggestionId({ author: 'ana', atMs: Date.UTC(2026, 10, 26), random: 0 });
  const copy = copied((text) => {
    text.insert(0, 'one two');
    insertSuggested(text, 3, ' and', id);
    deleteSuggested(text, 0, 3, id);
    setLastSuggested(text, id, { block: 'quote' });
  });
  expect(copy.toDelta()).toEqual([{ insert: 'one two' }]);
  expect(copy.getAttributes()).toEqual({});
});
