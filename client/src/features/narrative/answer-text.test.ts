import { answerKey } from '@adagia/shared/answer-key';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { referenceAttribute, signAt } from '@adagia/shared/text/references';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { referenceSourceOf } from '../../session/reference-source.ts';
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

it('says what the plan says, and wakes those whose answer refers to it, and nobody else', () => {
  const doc = new Y.Doc();
  const id = '01900000-0000-7000-8000-000000000001';
  doc.getMap('plan').set(`${id}/kind`, 'wp');
  doc.getMap('plan').set(`${id}/title`, 'Listening');
  referenceSourceOf(doc).setFrame({ call: ka220In2026, sector: 'ADU', organisations: [] });
  const text = doc.getText(motivation);
  text.setAttribute(...referenceAttribute({ sign: signAt(1), target: `title:${id}`, words: 'then' }));
  text.insert(0, `In ${signAt(1)}.`);
  const woken = { motivation: 0, needs: 0 };
  watchAnswer(doc, motivation).subscribe(() => (woken.motivation += 1));
  watchAnswer(doc, needs).subscribe(() => (woken.needs += 1));
  expect([motivation, needs].map((key) => watchAnswer(doc, key).get())).toEqual(['In Listening.', '']);
  doc.getMap('plan').set(`${id}/title`, 'Listening well');
  expect(watchAnswer(doc, motivation).get()).toBe('In Listening well.');
  doc.getMap('plan').set(`${id}/deleted`, true);
  expect(watchAnswer(doc, motivation).get()).toBe('In then.');
  expect(woken).toEqual({ motivation: 2, needs: 0 });
});
