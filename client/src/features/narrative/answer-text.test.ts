import { answerKey } from '@adagia/shared/answer-key';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { watchAnswer } from './answer-text.ts';

const motivation = answerKey('motivation');
const needs = answerKey('needs');

it('is the text that the portal gets', () => {
  const doc = new Y.Doc();
  const text = doc.getText(motivation);
  text.insert(0, 'one\u00a0\ntwo');
  text.format(4, 1, { block: 'bullet' });
  text.setAttribute('block', 'bullet');
  expect(watchAnswer(doc, motivation).get()).toBe('- one\n- two');
});

it('wakes those who show this answer, and nobody else', () => {
  const doc = new Y.Doc();
  let woken = 0;
  const end = watchAnswer(doc, motivation).subscribe(() => {
    woken += 1;
  });
  doc.getText(needs).insert(0, 'elsewhere');
  expect(woken).toBe(0);
  doc.getText(motivation).insert(0, 'here');
  expect(woken).toBe(1);
  expect(watchAnswer(doc, motivation).get()).toBe('here');
  end();
  doc.getText(motivation).insert(4, '!');
  expect(woken).toBe(1);
});

it('is right also when nobody watched while it changed', () => {
  const doc = new Y.Doc();
  const store = watchAnswer(doc, motivation);
  store.subscribe(() => undefined)();
  doc.getText(motivation).insert(0, 'later');
  expect(store.get()).toBe('later');
  expect(watchAnswer(doc, motivation)).toBe(store);
});
