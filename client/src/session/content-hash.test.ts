// Two documents have the same fingerprint when they say the same, however they came to it. Here, as `shared` has no Yjs.
import { contentHash } from '@adagia/shared/content-hash';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const ANSWER = 'answer:motivation';

function written(write: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  write(doc);
  return doc;
}
const copyOf = (doc: Y.Doc): Y.Doc => written((copy) => Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc)));

test('a copy has the same, also before anybody has looked at its texts', () => {
  const doc = written((one) => {
    one.getText(ANSWER).insert(0, 'Neighbours\n', { block: 'h1' });
    one.getText(ANSWER).setAttribute('indent', 1);
    one.getMap('facts').set('title', 'T');
    one.getMap('budget').set('a/b', 100);
  });
  expect(contentHash(copyOf(doc))).toBe(contentHash(doc));
  expect(contentHash(doc)).toMatch(/^[0-9a-f]{16}$/);
});

test('neither order nor where runs were cut nor an answer that was only looked at makes a difference', () => {
  const one = written((doc) => {
    doc.getText(ANSWER).insert(0, 'ab', { bold: true, italic: true });
    doc.getMap('facts').set('x', 1);
    doc.getMap('facts').set('y', 2);
  });
  const other = written((doc) => {
    doc.getText('answer:needs');
    doc.getMap('facts').set('y', 2);
    doc.getMap('facts').set('x', 1);
    doc.getText(ANSWER).insert(0, 'b', { italic: true, bold: true });
    doc.getText(ANSWER).insert(0, 'a', { bold: true });
    doc.getText(ANSWER).format(0, 1, { italic: true });
    doc.getText(ANSWER).insert(0, 'gone');
    doc.getText(ANSWER).delete(0, 4);
  });
  expect(contentHash(other)).toBe(contentHash(one));
});

const changes: [string, (doc: Y.Doc) => void][] = [
  ['a character', (doc) => doc.getText(ANSWER).insert(1, 'x')],
  ['a deletion', (doc) => doc.getText(ANSWER).delete(0, 1)],
  ['a format', (doc) => doc.getText(ANSWER).format(0, 1, { bold: true })],
  ['an attribute of the last block', (doc) => doc.getText(ANSWER).setAttribute('block', 'h1')],
  ['text in another answer', (doc) => doc.getText('answer:needs').insert(0, 'x')],
  ['a field', (doc) => doc.getMap('plan').set('a/title', 'x')],
  ['the type of a value', (doc) => doc.getMap('facts').set('n', '1')],
  ['a field that is gone', (doc) => doc.getMap('facts').delete('n')],
];
test.each(changes)('%s makes a difference', (_, change) => {
  const doc = written((one) => {
    one.getText(ANSWER).insert(0, 'abc');
    one.getMap('facts').set('n', 1);
  });
  const before = contentHash(doc);
  change(doc);
  expect(contentHash(doc)).not.toBe(before);
});
