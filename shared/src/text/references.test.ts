import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { deltaToBlocks } from './blocks.ts';
import { blocksToDelta } from './blocks-to-delta.ts';
import { blocksToMarkdown } from './markdown.ts';
import { portalText } from './plain-text.ts';
import {
  moveReferences,
  parseReference,
  REFERENCE_WORDS_MAX,
  type Reference,
  referenceAttribute,
  referenceWords,
  SIGNS_OF_PLANE,
  signAt,
  withPlainReferences,
  withWordsOfToday,
} from './references.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const ref = (index = 7, target = `number:${ID}`, words = 'WP2'): Reference => ({ sign: signAt(index), target, words });

it.each([0, 1, SIGNS_OF_PLANE - 1, SIGNS_OF_PLANE, 2 * SIGNS_OF_PLANE - 1])(
  'sign %i is read as it was written',
  (index) => {
    const one = ref(index);
    expect(one.sign).toHaveLength(2);
    expect(parseReference(...referenceAttribute(one))).toEqual(one);
  },
);

it.each([
  ['ref:f0001', `number:${ID} WP2`, true],
  ['ref:f0001', 'total:project EUR 250 000', true],
  ['ref:ffffe', `number:${ID} WP2`, false],
  ['ref:e0001', `number:${ID} WP2`, false],
  ['ref:F0001', `number:${ID} WP2`, false],
  ['ref:', `number:${ID} WP2`, false],
  ['ref:f0001', `number:${ID}`, false],
  ['ref:f0001', `number:${ID} `, false],
  ['ref:f0001', `number:${ID}  WP2`, false],
  ['ref:f0001', `number:${ID} W\nP`, false],
  ['ref:f0001', `number:${ID} W\u0000P`, false],
  ['ref:f0001', `number:${ID} ${signAt(3)}`, false],
  ['ref:f0001', `number:${ID} \ud800`, false],
  ['ref:f0001', `number:${ID} ${'x'.repeat(REFERENCE_WORDS_MAX)}`, true],
  ['ref:f0001', `number:${ID} ${'x'.repeat(REFERENCE_WORDS_MAX + 1)}`, false],
  ['ref:f0001', 'number:WP2 WP2', false],
  ['ref:f0001', `NUMBER:${ID} WP2`, false],
  ['ref:f0001', true, false],
])('%s = %j: %s', (name, value, isWhole) => {
  expect(parseReference(name, value) !== null).toBe(isWhole);
});

it.each([
  ['  two\n words\u2028here ', 'two words here'],
  ['', '–'],
  ['x'.repeat(300), 'x'.repeat(REFERENCE_WORDS_MAX)],
  [`${'x'.repeat(REFERENCE_WORDS_MAX - 1)}😀`, `${'x'.repeat(REFERENCE_WORDS_MAX - 1)}\ufffd`],
])('keeps words that it may keep', (text, words) => {
  expect(referenceWords(text)).toBe(words);
  expect(parseReference(...referenceAttribute(ref(1, 'title:project', referenceWords(text))))).not.toBeNull();
});

const one = ref(1);
const other = ref(2, 'total:project', 'EUR 1 000');
const blocks: Block[] = [
  {
    kind: 'bullet',
    indent: 1,
    runs: [
      { text: 'In ', format: {} },
      { text: one.sign, format: { bold: true }, ref: one },
      { text: other.sign, format: {}, ref: other },
    ],
  },
];

it('is read from a text as it was written into it', () => {
  const { delta, last } = blocksToDelta(blocks);
  expect(last).toEqual({
    block: 'bullet',
    indent: 1,
    'ref:f0001': `number:${ID} WP2`,
    'ref:f0002': 'total:project EUR 1 000',
  });
  expect(deltaToBlocks(delta, last)).toEqual(blocks);
});

it('takes a sign without its attribute for text, and loses none of what stands around it', () => {
  const delta = [{ insert: `a${one.sign}b${other.sign}` }];
  const [block] = deltaToBlocks(delta, Object.fromEntries([referenceAttribute(other)]));
  expect(block?.runs.map(({ text, ref }) => [text, ref?.words])).toEqual([
    ['a', undefined],
    [one.sign, undefined],
    ['b', undefined],
    [other.sign, 'EUR 1 000'],
  ]);
});

it('is counted and copied in its words of today, and in those of then where its object has gone', () => {
  const today = (target: string) => (target === 'total:project' ? 'EUR 250 000' : null);
  expect(portalText(withPlainReferences(blocks, today))).toBe('  - In WP2EUR 250 000');
  expect(portalText(blocks)).toBe('  - In WP2EUR 1 000');
  expect(blocksToMarkdown(withPlainReferences(blocks, today))).toBe('- In **WP2**EUR 250 000');
  const kept = withWordsOfToday(blocks, today)[0]?.runs.map((run) => run.ref?.words);
  expect(kept).toEqual([undefined, 'WP2', 'EUR 250 000']);
});

it('goes into another proposal with its object, and as plain words without it', () => {
  const there = '02900000-0000-7000-8000-000000000001';
  const moved = moveReferences(blocks, (id) => (id === ID ? there : null));
  expect(moved[0]?.runs.map((run) => run.ref?.target)).toEqual([undefined, `number:${there}`, 'total:project']);
  const without = moveReferences(blocks, () => null);
  expect(without[0]?.runs[1]).toEqual({ text: 'WP2', format: { bold: true } });
});
