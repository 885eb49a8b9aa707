// Restoring while others write, and around what is suggested: real documents of ten people, whose seeds fast-check prints.
import { pendingIn } from '@adagia/shared/text/suggestions';
import type { TextPart } from '@adagia/shared/versions/version-part';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readAttributedText } from '../../editor/binding/attributed-text.ts';
import { restoringOf, writeRestored } from './restore-text.ts';

const KEY = 'answer:needs';
const OTHERS = 9;

type Op = { insert: string; attributes?: Record<string, unknown> };

const insertion = { 'suggest:ben~m0000001aa': 'insert' };
const struck = { 'suggest:eve~m0000002bb': 'delete' };

const words = fc.constantFrom('we train ', 'aaa', 'Łódź 👩‍🏫', 'end.', '日本', '\n');
const opsWith = (attributes: Record<string, unknown>[]): fc.Arbitrary<Op[]> =>
  fc.array(fc.record({ insert: words, attributes: fc.constantFrom({}, { bold: true }, ...attributes) }), {
    maxLength: 10,
  });

const partOf = (ops: Op[]): TextPart => ({ kind: 'text', ops, last: {}, authors: [] });
const textOf = (ops: Op[]): string => ops.map(({ insert }) => insert).join('');
const isPending = ({ attributes }: Op): boolean => pendingIn(attributes).insert !== null;
const standing = (ops: Op[]): string => textOf(ops.filter((op) => !isPending(op)));
const pending = (ops: Op[]): string => textOf(ops.filter(isPending));

function write(ops: Op[]): Y.Text {
  const text = new Y.Doc().getText(KEY);
  text.applyDelta(ops);
  return text;
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

function restore(text: Y.Text, part: TextPart, meanwhile: () => void = () => undefined): void {
  const seen = readAttributedText(text);
  const changes = restoringOf(seen, part);
  meanwhile();
  if (changes) text.doc?.transact(() => writeRestored(text, seen, changes));
}

/** Between two pieces: nobody types inside of a character. */
const placeIn = (ops: Op[], place: number): number => textOf(ops.slice(0, place % (ops.length + 1))).length;

test('49 what nine others type while one restores is there once, and all see the same', () => {
  const others = fc.array(fc.record({ place: fc.nat(), isBefore: fc.boolean() }), {
    minLength: OTHERS,
    maxLength: OTHERS,
  });
  fc.assert(
    fc.property(opsWith([]), opsWith([]), others, (was, is, typed) => {
      const text = write(is);
      const mine = text.doc as Y.Doc;
      const docs = typed.map(({ place }, index) => {
        const doc = copyOf(mine);
        doc.getText(KEY).insert(placeIn(is, place), `¤${index}¤`);
        return doc;
      });
      // Some arrive after the version of now was kept and before it is written, the others while it is under way.
      restore(text, partOf(was), () => {
        for (const [index, doc] of docs.entries()) {
          if (typed[index]?.isBefore) Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
        }
      });
      for (const doc of docs) Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
      for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine));
      const now = text.toJSON();
      for (const index of docs.keys()) expect(now.split(`¤${index}¤`)).toHaveLength(2);
      expect(now.replace(/¤\d¤/gu, '')).toBe(textOf(was));
      for (const doc of docs) expect(doc.getText(KEY).toDelta()).toEqual(text.toDelta());
    }),
    { numRuns: 200 },
  );
});

test('49 what is suggested stays suggested, and what was suggested then does not come back', () => {
  fc.assert(
    fc.property(opsWith([insertion]), opsWith([insertion, struck]), (was, is) => {
      const text = write(is);
      restore(text, partOf(was));
      const now = text.toDelta() as Op[];
      expect(standing(now)).toBe(standing(was));
      expect(pending(now)).toBe(pending(is));
    }),
    { numRuns: 300 },
  );
});

test('49 words that stay keep what is suggested for them', () => {
  const text = write([
    { insert: 'Schools ' },
    { insert: 'urgently ', attributes: insertion },
    { insert: 'need help' },
    { insert: ' now', attributes: struck },
    { insert: '.' },
  ]);
  restore(text, partOf([{ insert: 'Rural schools need our help now.' }]));
  const delta = text.toDelta() as Op[];
  expect(delta.find(({ insert }) => insert === 'urgently ')?.attributes).toEqual(insertion);
  expect(delta.find(({ insert }) => insert === ' now')?.attributes).toEqual(struck);
  expect(standing(delta)).toBe('Rural schools need our help now.');
});

test('an answer that is as it was needs no change', () => {
  const ops = [{ insert: 'Rural ', attributes: { bold: true } }, { insert: 'schools' }];
  expect(restoringOf(readAttributedText(write(ops)), partOf(ops))).toBeNull();
});

test('a word that is put back in the midst of struck words belongs to them: nobody closes and opens a mark of somebody else', () => {
  const text = write([{ insert: 'We ' }, { insert: 'train many teachers', attributes: struck }, { insert: ' there.' }]);
  restore(text, partOf([{ insert: 'We train 40 teachers there.' }]));
  expect(text.toDelta()).toEqual([
    { insert: 'We ' },
    { insert: 'train 40 teachers', attributes: struck },
    { insert: ' there.' },
  ]);
});
