import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countText, measureText } from './count.ts';

it.each([
  ['', 0, 0],
  ['abc', 3, 3],
  ['a\nb', 3, 4],
  ['a\n\nb\n', 5, 8],
  ['καλημέρα', 8, 8],
  ['👩‍🏫', 5, 5],
])('counts %j as %i, and as %i where a line break counts two', (text, one, two) => {
  expect(countText(text, 1)).toBe(one);
  expect(countText(text, 2)).toBe(two);
});

it.each([
  [89, 'ok', 0],
  [90, 'amber', 0],
  [100, 'amber', 0],
  [101, 'over', 1],
  [212, 'over', 112],
] as const)('says of %i characters of 100: %s, %i over', (length, level, over) => {
  expect(measureText('x'.repeat(length), 100)).toMatchObject({ count: length, level, over });
});

it('never warns where no limit is known', () => {
  expect(measureText('x'.repeat(9999), null)).toMatchObject({ level: 'ok', over: 0, isUncertain: false });
});

it('is uncertain only where the two rules disagree about the limit', () => {
  expect(measureText(`${'x'.repeat(98)}\n`, 100).isUncertain).toBe(false);
  expect(measureText(`${'x'.repeat(99)}\n`, 100).isUncertain).toBe(true);
  expect(measureText(`${'x'.repeat(100)}\n`, 100).isUncertain).toBe(false);
});

it('counts every line break once or twice and everything else once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '\n', '😀', ' ')), (parts) => {
      const text = parts.join('');
      const breaks = parts.filter((part) => part === '\n').length;
      expect(countText(text, 1)).toBe(text.length);
      expect(countText(text, 2)).toBe(text.length + breaks);
    }),
  );
});
