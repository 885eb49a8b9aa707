// A Word file into an answer: the smallest edit, with live references and colleagues' comments kept.
import { answerKey } from '@adagia/shared/answer-key';
import type { Block } from '@adagia/shared/text/blocks';
import { referenceAttribute, signAt } from '@adagia/shared/text/references';
import { suggestionKey } from '@adagia/shared/text/suggestions';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { restoreAnswer } from '../../versions/restore-answer.ts';
import { answerChange, commentPlaces, textPart } from './answer-change.ts';

const key = answerKey('motivation');
const sign = signAt(1);
const target = 'title:0190a0a0-0000-7000-8000-000000000001';
const read = (one: string) => (one === target ? 'WP2 Pilots' : null);
const replacing = { read, placing: 'replace' as const };
const line = (...texts: string[]): Block => ({
  kind: 'paragraph',
  indent: 0,
  runs: texts.map((text) => ({ text, format: {} })),
});

function answer(): Y.Text {
  const text = new Y.Doc().getText(key);
  text.insert(0, `In ${sign} we train adults.`);
  text.setAttribute(...referenceAttribute({ sign, target, words: 'WP2' }));
  text.format(text.toJSON().indexOf('adults'), 6, { 'comment:t1': true });
  return text;
}

test('the same words are no change, with what a reference says today', () => {
  expect(answerChange(answer(), key, [line('In WP2 Pilots we train adults.')], replacing).isSame).toBe(true);
});

test('a word changes; the reference stays one, and so does the comment', () => {
  const text = answer();
  const change = answerChange(text, key, [line('In WP2 Pil', 'ots we teach adults.')], replacing);
  expect(change.isSame).toBe(false);
  restoreAnswer(text, textPart(change.after));
  expect(text.toJSON()).toBe(`In ${sign} we teach adults.`);
  expect(text.toDelta().at(-2)).toEqual({ insert: 'adults', attributes: { 'comment:t1': true } });
});

test('a reference whose words were changed becomes words', () => {
  const text = answer();
  restoreAnswer(text, textPart(answerChange(text, key, [line('In WP2 Labs we train adults.')], replacing).after));
  expect(text.toJSON()).toBe('In WP2 Labs we train adults.');
});

test('behind the text, nothing of it changes; where there is none, it is the text', () => {
  const text = answer();
  const appending = { read, placing: 'append' as const };
  const change = answerChange(text, key, [line('More.')], appending);
  restoreAnswer(text, textPart(change.after));
  expect(text.toJSON()).toBe(`In ${sign} we train adults.\nMore.`);
  expect(answerChange(new Y.Doc().getText(key), key, [line('More.')], appending).after).toEqual([line('More.')]);
});

test('comments of the file are about their words in the new text, and no part of it', () => {
  const text = answer();
  const block: Block = {
    kind: 'paragraph',
    indent: 0,
    runs: [
      { text: 'In WP2 Pilots we ', format: {} },
      { text: 'train', format: { 'comment:7': true } },
      { text: ' adults.', format: {} },
    ],
  };
  const change = answerChange(text, key, [block], replacing);
  expect(change.isSame).toBe(true);
  const place = commentPlaces(change.after).get('7');
  expect(text.toJSON().slice(place?.anchor, place?.focus)).toBe('train');
  expect(JSON.stringify(textPart(change.after))).not.toContain('comment:');
});

test('an answer in which suggestions wait says so', () => {
  const text = answer();
  text.format(0, 2, { [suggestionKey('ben~l0000000aa')]: 'delete' });
  expect(answerChange(text, key, [line('x')], replacing).hasSuggestions).toBe(true);
});
