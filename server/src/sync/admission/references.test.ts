// A12 What the server lets into a text as a live reference: the form of its attribute, and nothing else under that name.
import { signAt } from '@adagia/shared/text/references';
import { expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { admitUpdate } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const NAME = 'ref:f0001';
const VALUE = `number:${ID} WP2`;

function admits(change: (doc: Doc) => void, canWrite = true): boolean {
  const doc = new Doc();
  change(doc);
  const at = { index: new DocumentIndex(), rights: { canWrite }, userId: 'ana', clientIdsLeft: 1 };
  try {
    const asked = { ...at, bringsWordsOfOthers: false, ownerOf: () => undefined, isQuestion: () => true };
    return admitUpdate(encodeStateAsUpdate(doc), asked) !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const withAttribute =
  (name: string, value: unknown, root = 'answer:motivation') =>
  (doc: Doc) => {
    const text = doc.getText(root);
    text.setAttribute(name, value);
    text.insert(0, signAt(1));
  };

it('lets a whole reference in', () => {
  expect(admits(withAttribute(NAME, VALUE))).toBe(true);
  expect(admits(withAttribute('ref:10fffd', 'total:project EUR 250 000'))).toBe(true);
  expect(admits(withAttribute(NAME, VALUE), false)).toBe(false);
});

it.each([
  [NAME, true],
  [NAME, null],
  [NAME, ''],
  [NAME, { target: 'number' }],
  [NAME, `number:${ID}`],
  [NAME, `number:WP2 WP2`],
  [NAME, `number:${ID} a\nb`],
  [NAME, `number:${ID} ${'x'.repeat(251)}`],
  ['ref:', VALUE],
  ['ref:ffffe', VALUE],
  ['ref:4e00', VALUE],
  ['ref:__proto__', VALUE],
  ['reference', VALUE],
])('refuses %s = %j', (name, value) => {
  expect(admits(withAttribute(name, value))).toBe(false);
});

it('refuses a reference as an attribute of characters, and in a map', () => {
  expect(admits((doc) => doc.getText('answer:motivation').insert(0, 'x', { [NAME]: VALUE }))).toBe(false);
  expect(admits((doc) => void doc.getMap('plan').set(NAME, VALUE))).toBe(false);
});
