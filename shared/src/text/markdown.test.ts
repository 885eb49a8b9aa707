import { expect, it } from 'vitest';
import { type Block, type BlockKind, type InlineFormat, SOFT_BREAK } from './blocks.ts';
import { blocksToMarkdown } from './markdown.ts';

const block = (text: string, kind: BlockKind = 'paragraph', indent = 0, format: InlineFormat = {}): Block => ({
  kind,
  indent,
  runs: text ? [{ text, format }] : [],
});

it.each([
  ['plain', [block('plain')]],
  ['one\n\ntwo', [block('one'), block('two')]],
  ['#### Why', [block('Why', 'h1')]],
  ['- a\n   - b\n- c', [block('a', 'bullet'), block('b', 'bullet', 1), block('c', 'bullet')]],
  ['1. a\n2. b', [block('a', 'number'), block('b', 'number')]],
  ['> said', [block('said', 'quote')]],
  ['**bold**', [block('bold', 'paragraph', 0, { bold: true })]],
  ['***both***', [block('both', 'paragraph', 0, { bold: true, italic: true })]],
  ['<u>line</u>', [block('line', 'paragraph', 0, { underline: true })]],
  ['[site](https://x.eu/a%20b)', [block('site', 'paragraph', 0, { link: 'https://x.eu/a b' })]],
  ['one  \ntwo', [block(`one${SOFT_BREAK}two`)]],
  ['- one  \n   two', [block(`one${SOFT_BREAK}two`, 'bullet')]],
  ['> one  \n> two', [block(`one${SOFT_BREAK}two`, 'quote')]],
  ['##### one two', [block(`one${SOFT_BREAK}two`, 'h2')]],
])('writes %j', (markdown, blocks) => {
  expect(blocksToMarkdown(blocks)).toBe(markdown);
});

it.each([
  ['2 * 3 * 4', String.raw`2 \* 3 \* 4`],
  ['# not a heading', String.raw`\# not a heading`],
  ['- not a list', String.raw`\- not a list`],
  ['1. not a list', String.raw`1\. not a list`],
  ['<b>', String.raw`\<b\>`],
  ['[a](b)', String.raw`\[a\](b)`],
])('escapes %j', (text, markdown) => {
  expect(blocksToMarkdown([block(text)])).toBe(markdown);
});

it('puts the spaces at the ends of a format outside of its markers', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      indent: 0,
      runs: [
        { text: 'a', format: {} },
        { text: ' b ', format: { bold: true } },
        { text: 'c', format: {} },
      ],
    },
  ];
  expect(blocksToMarkdown(blocks)).toBe('a **b** c');
});
