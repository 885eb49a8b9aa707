// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goToAnswer } from './go-to-answer.ts';

const drawHeading = (key: string) => {
  const title = document.createElement('h4');
  title.tabIndex = -1;
  document.getElementById(key)?.append(title);
  return title;
};

const mountEditor = (key: string) => {
  const editor = document.createElement('div');
  editor.setAttribute('contenteditable', 'true');
  editor.tabIndex = 0;
  document.getElementById(key)?.append(editor);
  return editor;
};

/** Observers are told behind the work at hand. */
const observed = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  for (const key of ['answer:one', 'answer:two']) {
    const card = document.createElement('div');
    card.id = key;
    document.body.append(card);
  }
});
afterEach(() => document.body.replaceChildren());

test('the heading has the focus until the editor comes, however late', async () => {
  goToAnswer('answer:one');
  const title = drawHeading('answer:one');
  await observed();
  expect(document.activeElement).toBe(title);
  // Longer than any number of frames that one would care to wait for.
  for (let frames = 0; frames < 100; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  const editor = mountEditor('answer:one');
  await observed();
  expect(document.activeElement).toBe(editor);
});

test('the last question that was asked for keeps the caret', async () => {
  drawHeading('answer:one');
  drawHeading('answer:two');
  goToAnswer('answer:one');
  goToAnswer('answer:two');
  const second = mountEditor('answer:two');
  await observed();
  mountEditor('answer:one');
  await observed();
  expect(document.activeElement).toBe(second);
});

test('whoever has gone elsewhere meanwhile stays there', async () => {
  drawHeading('answer:one');
  const elsewhere = document.createElement('button');
  document.body.append(elsewhere);
  goToAnswer('answer:one');
  elsewhere.focus();
  mountEditor('answer:one');
  await observed();
  expect(document.activeElement).toBe(elsewhere);
});
