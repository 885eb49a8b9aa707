import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNT_MAX_CENTS } from './budget-cells.ts';
import { editAmount, formatAmount } from './format-amount.ts';
import { type AmountProblem, parseAmount } from './parse-amount.ts';

const amounts: [text: string, cents: number | null][] = [
  ['', null],
  ['   ', null],
  ['0', 0],
  ['-', 0],
  ['12', 1200],
  ['12,5', 1250],
  ['12.5', 1250],
  ['12,50', 1250],
  ['1234.5', 123_450],
  ['1.234', 123_400],
  ['1,234', 123_400],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1 234,5', 123_450],
  ['1\u202f234,50\u00a0€', 123_450],
  ["1'234.50", 123_450],
  ['1’234’567', 123_456_700],
  ['€ 12', 1200],
  ['EUR 1,234,567.89', 123_456_789],
  ['1.234.567', 123_456_700],
  ['12.5000', 1250],
  ['.5', 50],
  ['5,', 500],
  ['+7', 700],
  ['1000000000', AMOUNT_MAX_CENTS],
];

const refused: [text: string, problem: AmountProblem][] = [
  ['abc', 'not-a-number'],
  ['€', 'not-a-number'],
  ['1.234.5', 'not-a-number'],
  ['1,23,456', 'not-a-number'],
  ['1.2,3.4', 'not-a-number'],
  ['12 %', 'not-a-number'],
  ['1e5', 'not-a-number'],
  ['٣', 'not-a-number'],
  ['.', 'not-a-number'],
  ['-12', 'negative'],
  ['−1.234,50', 'negative'],
  ['(12)', 'negative'],
  ['12-', 'negative'],
  ['0.125', 'cents-fraction'],
  ['1234.567', 'cents-fraction'],
  ['1,234.567', 'cents-fraction'],
  ['1000000000.01', 'too-large'],
  ['99999999999999999999', 'too-large'],
  ['=SUM(A1:A2)', 'formula'],
  ['@x', 'formula'],
];

describe('parseAmount', () => {
  it.each(amounts)('reads %j as %s cents', (text, cents) => {
    expect(parseAmount(text)).toEqual({ isValid: true, cents });
  });

  it.each(refused)('refuses %j as %s', (text, problem) => {
    expect(parseAmount(text)).toEqual({ isValid: false, problem });
  });

  it.each(['en', 'de', 'fr', 'it', 'pl', 'el', 'pt', 'lt', 'de-CH', 'mk', 'ar'])(
    'reads back what is shown, edited and copied in %s',
    (locale) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: AMOUNT_MAX_CENTS }), (cents) => {
          for (const text of [formatAmount(cents, locale), editAmount(cents, locale)]) {
            expect(parseAmount(text)).toEqual({ isValid: true, cents });
          }
        }),
      );
    },
  );

  it('never yields anything but whole cents within the limits, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+€ 0-9.,']{0,24}$/)), (text) => {
        const parsed = parseAmount(text);
        if (!parsed.isValid || parsed.cents === null) return;
        expect(Number.isInteger(parsed.cents)).toBe(true);
        expect(parsed.cents).toBeGreaterThanOrEqual(0);
        expect(parsed.cents).toBeLessThanOrEqual(AMOUNT_MAX_CENTS);
      }),
    );
  });
});
