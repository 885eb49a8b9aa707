import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type BlockKind, blockKinds, INDENT_MAX, SOFT_BREAK } from './blocks.ts';
import { cleanText, portalText } from './plain-text.ts';

const block = (text: string, kind: BlockKind = 'paragraph', indent = 0): Block => ({
  kind,
  indent,
  runs: text ? [{ text, format: {} }] : [],
});

const anyBlock = fc.record({
  kind: fc.constantFrom(...blockKinds),
  indent: fc.nat(INDENT_MAX),
  runs: fc.array(
    fc.record({
      text: fc
        .array(
          fc.constantFrom('a', 'ß', ' ', '\u00a0', '\u200b', '\u00ad', '\ufeff', SOFT_BREAK, '😀', '\u202e', '\t'),
          {
            minLength: 1,
          },
        )
        .map((parts) => parts.join('')),
      format: fc.constant({}),
    }),
    { maxLength: 3 },
  ),
});

describe('the text for the portal', () => {
  it('is one line for each block, with empty ones kept between', () => {
    expect(portalText([block('One'), block(''), block('Two')])).toBe('One\n\nTwo');
  });

  it('writes lists as "- " and "1. ", numbers each level for itself and begins again after a paragraph', () => {
    const blocks = [
      block('Ana', 'number'),
      block('first', 'number', 1),
      block('second', 'number', 1),
      block('Ben', 'number'),
      block('again', 'number', 1),
      block('dot', 'bullet'),
      block('deeper', 'bullet', 1),
      block('Text'),
      block('New', 'number'),
    ];
    expect(portalText(blocks).split('\n')).toEqual([
      '1. Ana',
      '  1. first',
      '  2. second',
      '2. Ben',
      '  1. again',
      '- dot',
      '  - deeper',
      'Text',
      '1. New',
    ]);
  });

  it('puts a soft break on a line of its own, under the words of a list item', () => {
    expect(portalText([block(`one${SOFT_BREAK}two`)])).toBe('one\ntwo');
    expect(portalText([block(`one${SOFT_BREAK}two`, 'bullet', 1)])).toBe('  - one\n    two');
  });

  it('leaves headings, quotes and formats as plain words', () => {
    const bold: Block = {
      kind: 'h2',
      indent: 0,
      runs: [{ text: 'Why', format: { bold: true, link: 'https://x.eu' } }],
    };
    expect(portalText([bold, block('said', 'quote')])).toBe('Why\nsaid');
  });

  it('is empty for an answer that holds nothing but spaces and breaks', () => {
    expect(portalText([block(' \u00a0'), block('\u200b'), block(SOFT_BREAK)])).toBe('');
  });

  it('has no invisible characters, no spaces at line ends, no lines too many, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1 }), (blocks) => {
        const text = portalText(blocks);
        expect(text).not.toMatch(/[\u00a0\u00ad\u200b\u202e\u2028\ufeff\t\r]/);
        expect(text).not.toMatch(/ (?:\n|$)/);
        expect(text).not.toMatch(/^\n|\n$/);
        const letters = blocks.flatMap((one) => one.runs).map((run) => run.text.replaceAll(/[^aß😀]/gu, ''));
        expect(text.replaceAll(/[^aß😀]/gu, '')).toBe(letters.join(''));
      }),
    );
  });
});

it.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['no\u00a0break', 'no break'],
  ['hy\u00adphen', 'hyphen'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['\u202ebidi\u202c', 'bidi'],
  ['tab\there', 'tab here'],
  ['bell\u0007', 'bell'],
  ['👩‍🏫 stays', '👩‍🏫 stays'],
])('cleans %j to %j', (dirty, clean) => {
  expect(cleanText(dirty)).toBe(clean);
});
