// The words of a finding are found again in the text of the editor, and those that are gone are not.
import { finding, LIVE } from '@adagia/shared/consistency/finding';
import { referenceAttribute, signAt } from '@adagia/shared/text/references';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { quotedPassage } from './quoted-passage.ts';

function found(kept: string, quote: string): string | null {
  const text = new Y.Doc().getText('answer:motivation');
  text.setAttribute(...referenceAttribute({ sign: signAt(1), target: 'total:project', words: 'EUR 250 000' }));
  text.insert(0, kept);
  const passage = quotedPassage(text, quote);
  return passage && kept.slice(passage.start, passage.end);
}

test.each([
  ['One. WP3 costs (about) 5\u202f000 €. Two.', 'WP3 costs (about) 5 000 €.', 'WP3 costs (about) 5\u202f000 €.'],
  ['Before\nMore residents come\nAfter', '- More residents come', 'More residents come'],
  ['Before\nMore come\u2028than ever', '2. More come', 'More come'],
  [`We ask for ${signAt(1)} in M25. So.`, `We ask for ${LIVE} in M25.`, `We ask for ${signAt(1)} in M25.`],
  ['Somebody mended it.', 'WP3 costs 5 000 €.', null],
  ['', 'WP3', null],
  ['Words', '- ', null],
])('in %j, %j', (kept, quote, words) => {
  expect(found(kept, quote)).toBe(words);
});

test('a sentence that was cut is found by its beginning', () => {
  const sentence = `${'word '.repeat(80)}end.`;
  const { quote } = finding('text-month', { key: null, text: sentence }, {});
  expect(quote.length).toBeLessThan(sentence.length);
  expect(found(`First. ${sentence}`, quote)).toMatch(/^word word .*word$/);
});
