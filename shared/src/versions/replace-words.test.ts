import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceWords } from './replace-words.ts';

const apply = (before: string, after: string): string =>
  replaceWords(before, after)
    .toReversed()
    .reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), before);

test('what stands at both ends of a long text goes, and all between stays', () => {
  const middle = 'Libraries and citizen houses are asked for help every day. '.repeat(60);
  expect(replaceWords(`Ben begins anew. ${middle}the end. Still`, `${middle}the end.`)).toEqual([
    { at: 0, remove: 'Ben begins anew. '.length, insert: '', to: 0 },
    { at: 17 + middle.length + 8, remove: ' Still'.length, insert: '', to: middle.length + 8 },
  ]);
});

test('the one text becomes the other, and no character is cut', () => {
  const text = fc
    .array(fc.constantFrom('we ', 'train', 'Łódź', '👩‍🏫', '\n', '.', '日本', ' '), { maxLength: 30 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(apply(before, after)).toBe(after);
      for (const { insert } of replaceWords(before, after)) expect(insert.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('two texts that have nothing in common are exchanged', () => {
  const [before, after] = ['a', 'b'].map((letter) =>
    Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join(''),
  );
  expect(apply(before ?? '', after ?? '')).toBe(after);
});
