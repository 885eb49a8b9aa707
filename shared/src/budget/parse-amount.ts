// From what people type or copy out of a spreadsheet to whole cents, and nothing in between: 1.234,50 and 1,234.50 and
// "€ 1 234,5" are one amount. What cannot be an amount is refused with its reason, never rounded or guessed.
import { AMOUNT_MAX_CENTS } from './budget-cells.ts';

export type AmountProblem = 'not-a-number' | 'negative' | 'cents-fraction' | 'too-large' | 'formula';

/** `cents` null: nothing was typed, the cell becomes empty. */
export type ParsedAmount = { isValid: true; cents: number | null } | { isValid: false; problem: AmountProblem };

const refuse = (problem: AmountProblem): ParsedAmount => ({ isValid: false, problem });

/** Spaces of every width and apostrophes group digits in some languages; none of them is ever a decimal sign. */
const IGNORED = /[\s\u00a0\u202f\u2009'’]|€|EUR|euros?/gi;
/** What a spreadsheet shows for zero in its accounting format. */
const DASH = /^[-–—]$/;

export function parseAmount(text: string): ParsedAmount {
  if (/^\s*[=@]/.test(text)) return refuse('formula');
  const typed = text.replace(IGNORED, '');
  if (typed === '') return /\S/.test(text) ? refuse('not-a-number') : { isValid: true, cents: null };
  if (DASH.test(typed)) return { isValid: true, cents: 0 };
  if (/^[-−–(]/.test(typed) || typed.endsWith('-'))
    return /\d/.test(typed) ? refuse('negative') : refuse('not-a-number');
  const parts = splitNumber(typed.replace(/^\+/, ''));
  return parts ? centsOf(parts.whole, parts.fraction) : refuse('not-a-number');
}

function centsOf(whole: string, fraction: string): ParsedAmount {
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > 2) return refuse('cents-fraction');
  // 15 digits are exact in a double; longer ones are far above the largest amount anyway.
  if (whole.replace(/^0+/, '').length > 13) return refuse('too-large');
  const cents = Number(whole || '0') * 100 + Number(digits.padEnd(2, '0'));
  return cents > AMOUNT_MAX_CENTS ? refuse('too-large') : { isValid: true, cents };
}

/**
 * The last kind of sign is the decimal one where both occur. A single sign before exactly three digits groups thousands
 * (1.234 is 1234): money has no third decimal. After a leading zero it can only be decimal (0.125 is refused).
 */
function splitNumber(text: string): { whole: string; fraction: string } | null {
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot < 0 && comma < 0) return { whole: text, fraction: '' };
  const decimal = dot > comma ? '.' : ',';
  const grouping = decimal === '.' ? ',' : '.';
  const isAlone = !text.includes(grouping);
  if (isAlone && isGrouped(text, decimal) && !text.startsWith('0'))
    return { whole: text.replaceAll(decimal, ''), fraction: '' };
  const at = text.lastIndexOf(decimal);
  const whole = text.slice(0, at);
  if (whole.includes(decimal) || !(isAlone || isGrouped(whole, grouping))) return null;
  return { whole: whole.replaceAll(grouping, ''), fraction: text.slice(at + 1) };
}

function isGrouped(text: string, sign: string): boolean {
  const [first = '', ...groups] = text.split(sign);
  return groups.length > 0 && /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
