import { answerKey } from '@adagia/shared/answer-key';
import { threadIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { AnchorIndex } from './anchor-index.ts';

const key = answerKey('motivation');
const id = threadIdSchema.parse(uuidv7());

function passage(): { ytext: Y.Text; index: AnchorIndex; where(): [number, number] | null } {
  const doc = new Y.Doc();
  const ytext = doc.getText(key);
  ytext.insert(0, 'one two three');
  ytext.format(4, 3, { [`comment:${id}`]: true });
  const index = new AnchorIndex(doc);
  const target = { kind: 'passage' as const, key, quote: 'two', before: '', after: '' };
  const where = (): [number, number] | null => {
    const range = index.of({ id, target });
    return range && [range.start, range.end];
  };
  return { ytext, index, where };
}

test('a passage is where its words are, and moves with what is typed before it', () => {
  const { ytext, where } = passage();
  expect(where()).toEqual([4, 7]);
  ytext.insert(0, 'zero ');
  expect(where()).toEqual([9, 12]);
});

test('a passage without words is nowhere, and comes back with them', () => {
  const { ytext, where } = passage();
  const undo = new Y.UndoManager(ytext);
  ytext.delete(3, 5);
  expect(where()).toBeNull();
  undo.undo();
  expect(where()).toEqual([4, 7]);
});

test('a format over a part of the passage does not cut it in two', () => {
  const { ytext, where } = passage();
  ytext.format(5, 1, { bold: true });
  expect(where()).toEqual([4, 7]);
});

test('only changes of texts that were asked about are told, each once', () => {
  const { ytext, index, where } = passage();
  let told = 0;
  index.subscribe(() => (told += 1));
  ytext.insert(0, 'x');
  expect(told).toBe(0);
  where();
  ytext.insert(0, 'x');
  ytext.doc?.getText(answerKey('needs')).insert(0, 'elsewhere');
  expect(told).toBe(1);
  expect(index.revision).toBe(1);
});
