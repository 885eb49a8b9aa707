import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { referenceValues } from '@adagia/shared/references/shown-content';
import type { Block } from '@adagia/shared/text/blocks';
import { type Reference, referenceAttribute, signAt } from '@adagia/shared/text/references';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { adoptReferences } from './adopt-references.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const plan = new Map([
  [`${ID}/kind`, 'wp'],
  [`${ID}/title`, 'Listening'],
]);
const empty = new Map();
const values = referenceValues({
  call: ka220In2026,
  sector: 'ADU',
  organisations: [],
  facts: empty,
  plan,
  budget: empty,
});
const ref = (target: string): Reference => ({ sign: signAt(1), target, words: 'then' });
const pasted = (one: Reference): Block[] => [
  { kind: 'paragraph', indent: 0, runs: [{ text: one.sign, format: {}, ref: one }] },
];
const adopted = (one: Reference, ytext: Y.Text) => adoptReferences(pasted(one), ytext, values)[0]?.runs[0];
const fresh = () => new Y.Doc().getText('answer:motivation');

it('gives a copy a sign of its own', () => {
  const text = fresh();
  text.setAttribute(...referenceAttribute(ref(`title:${ID}`)));
  text.insert(0, signAt(1));
  const run = adopted(ref(`title:${ID}`), text);
  expect(run?.ref?.target).toBe(`title:${ID}`);
  expect(run?.text).toBe(run?.ref?.sign);
  expect(run?.text).not.toBe(signAt(1));
});

it('keeps the sign of one that comes back, so that its comment finds it', () => {
  const text = fresh();
  text.setAttribute(...referenceAttribute(ref(`title:${ID}`)));
  expect(adopted(ref(`title:${ID}`), text)?.text).toBe(signAt(1));
});

it('leaves words of what this proposal does not have', () => {
  expect(adopted(ref('title:02900000-0000-7000-8000-000000000001'), fresh())).toEqual({ text: 'then', format: {} });
  expect(adopted(ref('total:project'), fresh())).toEqual({ text: 'then', format: {} });
});

it('keeps the total of this very proposal', () => {
  const text = fresh();
  text.doc?.getText('answer:needs').setAttribute(...referenceAttribute(ref('total:project')));
  expect(adopted(ref('total:project'), text)?.ref?.target).toBe('total:project');
});
