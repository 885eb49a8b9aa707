import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceAttribute, signAt } from '../text/references.ts';
import { type DiffBlock, diffAnswer } from './diff-answer.ts';
import { type AuthoredBlock, authoredBlocks } from './version-part.ts';

const block = (text: string, by = 'ana', kind: AuthoredBlock['kind'] = 'paragraph'): AuthoredBlock => ({
  kind,
  indent: 0,
  runs: text ? [{ text, format: {}, by }] : [],
});
const blocks = (...texts: string[]) => texts.map((text) => block(text));

/** `=` same, `+` added, `-` removed, one line for each block. */
const drawn = (diff: DiffBlock[]): string[] =>
  diff.map(({ change, pieces }) => {
    const signs = { same: '=', added: '+', removed: '-' };
    return [change, ...pieces.map((piece) => signs[piece.change] + piece.text)].join(' ');
  });

test('a word that was exchanged is shown inside its paragraph', () => {
  expect(drawn(diffAnswer(blocks('We train teachers in Italy.'), blocks('We train trainers in Italy.')))).toEqual([
    'changed =We train  -teachers +trainers = in Italy.',
  ]);
});

test('several words that were exchanged are read as one change, not as one blank after the other', () => {
  expect(drawn(diffAnswer(blocks('knows how to write easy text.'), blocks('knows how to write another end')))).toEqual([
    'changed =knows how to write  -easy text. +another end',
  ]);
});

test('a paragraph that moved is shown as moved, not as new', () => {
  const [one, two, three] = ['First things first here.', 'Second comes this.', 'Third and last of all.'];
  expect(drawn(diffAnswer(blocks(one, two, three), blocks(three, one, two)))).toEqual([
    `moved +${three}`,
    `same =${one}`,
    `same =${two}`,
    `gone -${three}`,
  ]);
});

test('a paragraph that was split keeps its first half, and one that came is new', () => {
  expect(drawn(diffAnswer(blocks('one two three', 'end'), blocks('one two three', 'quite another', 'end')))).toEqual([
    'same =one two three',
    'added +quite another',
    'same =end',
  ]);
});

test('another kind of block with the same words is a change that says what it was', () => {
  const [diff] = diffAnswer(blocks('Aims'), [block('Aims', 'ana', 'h2')]);
  expect(diff).toMatchObject({ change: 'changed', kind: 'h2', before: { kind: 'paragraph', indent: 0 } });
});

test('words are whole in every script, and what is kept is by its author of now', () => {
  const before = [block('Η Ελλάδα και 日本', 'ana')];
  const after = [block('Η Ιταλία και 日本', 'ben')];
  const pieces = diffAnswer(before, after)[0]?.pieces ?? [];
  expect(pieces.map(({ text, change, by }) => [text, change, by])).toEqual([
    ['Η ', 'same', 'ben'],
    ['Ελλάδα', 'removed', 'ana'],
    ['Ιταλία', 'added', 'ben'],
    [' και 日本', 'same', 'ben'],
  ]);
});

const text = fc
  .array(fc.constantFrom('we', 'train', 'Zoë', '👩‍🏫', 'in', '.', '—', 'Łódź'), { maxLength: 8 })
  .map((words) => words.join(' '));
const answer = fc.array(
  fc.record({ text, kind: fc.constantFrom('paragraph' as const, 'h2' as const), by: fc.constantFrom('ana', 'ben') }),
  { minLength: 1, maxLength: 7 },
);

test('what is the same and added is the one state, what is the same and removed the other, whatever they are', () => {
  const wordsOf = (diff: DiffBlock[], wanted: 'added' | 'removed') =>
    diff
      .filter(
        ({ change }) =>
          change !== (wanted === 'added' ? 'removed' : 'added') && change !== (wanted === 'added' ? 'gone' : 'moved'),
      )
      .map(({ pieces }) =>
        pieces
          .filter(({ change }) => change === 'same' || change === wanted)
          .map((one) => one.text)
          .join(''),
      );
  fc.assert(
    fc.property(answer, answer, (one, other) => {
      const [before, after] = [one, other].map((list) => list.map((b) => block(b.text, b.by, b.kind))) as [
        AuthoredBlock[],
        AuthoredBlock[],
      ];
      const diff = diffAnswer(before, after);
      expect(wordsOf(diff, 'added')).toEqual(other.map((b) => b.text));
      expect(wordsOf(diff, 'removed')).toEqual(one.map((b) => b.text));
      if (JSON.stringify(one) === JSON.stringify(other))
        expect(diff.every(({ change }) => change === 'same')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a live reference is compared in the words that it was written with', () => {
  const ref = { sign: signAt(1), target: 'total:project', words: 'EUR 1 000' };
  const last = Object.fromEntries([referenceAttribute(ref)]);
  const [block] = authoredBlocks({ kind: 'text', ops: [{ insert: `ask for ${ref.sign}` }], last, authors: [] });
  expect(block?.runs.map(({ text }) => text).join('')).toBe('ask for EUR 1 000');
});
