// An answer is given the content of a version, whatever it holds and whoever types meanwhile.
import { referenceAttribute, referenceOf, signAt } from '@adagia/shared/text/references';
import type { TextPart } from '@adagia/shared/versions/version-part';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answerUndoOf } from '../../editor/binding/undo.ts';
import { restoreAnswer } from './restore-answer.ts';

const KEY = 'answer:needs';

type Op = { insert: string; attributes?: Record<string, unknown> };

const ops: fc.Arbitrary<Op[]> = fc.array(
  fc.oneof(
    fc.record({
      insert: fc.constantFrom('we train ', 'aaa', 'Łódź 👩‍🏫', 'end.', '日本'),
      attributes: fc.constantFrom({}, { bold: true }, { link: 'https://example.org' }, { bold: true, italic: true }),
    }),
    fc.record({ insert: fc.constant('\n'), attributes: fc.constantFrom({}, { block: 'bullet' }, { block: 'h2' }) }),
  ),
  { maxLength: 10 },
);
const lastBlock = fc.constantFrom<Record<string, unknown>>({}, { block: 'quote' }, { block: 'bullet', indent: 1 });

const partOf = (list: Op[], last: Record<string, unknown>): TextPart => ({
  kind: 'text',
  ops: list,
  last,
  authors: [],
});

function write(doc: Y.Doc, list: Op[], last: Record<string, unknown>): Y.Text {
  const text = doc.getText(KEY);
  doc.transact(() => {
    for (const { insert, attributes = {} } of list) text.insert(text.length, insert, attributes);
    for (const [name, value] of Object.entries(last)) text.setAttribute(name, value);
  });
  return text;
}

/** Neighbours of one format as one, however they were written. */
const same = (a: Op['attributes'], b: Op['attributes']): boolean => {
  const [one, other] = [Object.entries(a ?? {}), b ?? {}];
  return one.length === Object.keys(other).length && one.every(([name, value]) => other[name] === value);
};

function joined(delta: Op[]): Op[] {
  const ops: Op[] = [];
  for (const op of delta) {
    const last = ops.at(-1);
    if (last && same(last.attributes, op.attributes)) last.insert += op.insert;
    else ops.push({ ...op });
  }
  return ops;
}
const contentOf = (text: Y.Text) => [joined(text.toDelta() as Op[]), text.getAttributes()];
const content = (list: Op[], last: Record<string, unknown>) => contentOf(write(new Y.Doc(), list, last));

test('49 an answer becomes what it was, whatever was written since', () => {
  fc.assert(
    fc.property(ops, lastBlock, ops, lastBlock, (was, wasLast, is, isLast) => {
      const text = write(new Y.Doc(), is, isLast);
      restoreAnswer(text, partOf(was, wasLast));
      expect(contentOf(text)).toEqual(content(was, wasLast));
    }),
    { numRuns: 500 },
  );
});

test('49 what a colleague types at the same moment is there afterwards', () => {
  fc.assert(
    fc.property(ops, ops, fc.nat(), (was, is, place) => {
      const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
      const text = write(mine, is, {});
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
      // Between two pieces: nobody types inside of a character.
      const before = is.slice(0, place % (is.length + 1)).map(({ insert }) => insert);
      theirs.getText(KEY).insert(before.join('').length, '¤¤');
      restoreAnswer(text, partOf(was, {}));
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
      expect(text.toJSON()).toContain('¤¤');
      expect(text.toJSON().replace('¤¤', '')).toBe(was.map(({ insert }) => insert).join(''));
      expect(theirs.getText(KEY).toDelta()).toEqual(text.toDelta());
    }),
    { numRuns: 300 },
  );
});

test('49 comments stay on the words that stay, and one undo takes it back', () => {
  const doc = new Y.Doc();
  const text = write(doc, [{ insert: 'Old words here', attributes: { 'comment:t1': true } }], {});
  restoreAnswer(text, partOf([{ insert: 'Older words here', attributes: { bold: true } }], {}));
  const delta = text.toDelta() as Op[];
  expect(delta.map(({ insert }) => insert).join('')).toBe('Older words here');
  expect(delta.every(({ attributes }) => attributes?.bold === true)).toBe(true);
  expect(delta.at(-1)?.attributes?.['comment:t1']).toBe(true);
  answerUndoOf(text).undo();
  expect(text.toDelta()).toEqual([{ insert: 'Old words here', attributes: { 'comment:t1': true } }]);
});

test('a live reference that was not in the version goes, and comes back with its meaning', () => {
  const doc = new Y.Doc();
  const text = write(doc, [{ insert: 'In ' }], {});
  const ref = { sign: signAt(1), target: 'total:project', words: 'EUR 1 000' };
  text.setAttribute(...referenceAttribute(ref));
  text.insert(3, ref.sign);
  restoreAnswer(text, partOf([{ insert: 'In ' }], {}));
  expect(text.toJSON()).toBe('In ');
  expect(referenceOf(ref.sign, text.getAttributes())).toEqual(ref);
  answerUndoOf(text).undo();
  expect(text.toJSON()).toBe(`In ${ref.sign}`);
});

test('a word that is put back inside of a commented passage belongs to it', () => {
  const all = { 'comment:t1': true };
  const text = write(new Y.Doc(), [{ insert: 'one two three four', attributes: all }], {});
  restoreAnswer(text, partOf([{ insert: 'one 2 three four' }], {}));
  expect(joined(text.toDelta() as Op[])).toEqual([{ insert: 'one 2 three four', attributes: all }]);
});
