import { answerKey } from '@adagia/shared/answer-key';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { answerUndoOf } from '../binding/undo.ts';
import type { ShownAnswer } from './editor-workspace.ts';
import { findMatches } from './find-matches.ts';
import { replaceInText } from './replace-in-text.ts';
import { replaceMatches } from './replace-matches.ts';
import { suggestInText } from './suggest-in-text.ts';
import { suggestionAuthor } from './use-suggests.ts';

const sue = suggestionAuthor('sue');
const modes = [null, sue];

function shown(text: string): ShownAnswer & { write(words: string): void } {
  const ytext = new Y.Doc().getText('answer:needs');
  ytext.insert(0, text);
  // Remembers from now on.
  answerUndoOf(ytext);
  const write = (words: string) => ytext.doc?.transact(() => ytext.insert(ytext.length, words), EDITOR_ORIGIN);
  return { answerKey: answerKey('needs'), label: '', ytext, textElement: () => null, mount: () => null, write };
}

/** With what is suggested in it. */
const plain = ({ ytext }: ShownAnswer): string =>
  (ytext.toDelta() as { insert: string; attributes?: object }[])
    .map(({ insert, attributes }) => insert + (attributes ? JSON.stringify(attributes) : ''))
    .join('');

const replace = (answers: ShownAnswer[], text: string, words: string, author: (typeof modes)[number]) =>
  replaceMatches(answers, { query: { text, isCaseSensitive: false }, words, author });

test.each(modes)('undo takes nothing back where the replacement changed nothing (%j)', (author) => {
  const [same, other] = [shown('The Erasmus+ call. '), shown('The erasmus+ call')];
  if (author) replace([same], 'call', 'programme', author);
  else same.write('My last sentence.');
  const was = same.ytext.toDelta();
  const { count, undo } = replace([same, other], 'erasmus+', 'Erasmus+', author);
  expect(count).toBe(1);
  expect(undo()).toBe(0);
  expect(same.ytext.toDelta()).toEqual(was);
  expect(plain(other)).toBe('The erasmus+ call');
});

test.each(modes)(
  'undo takes back what is replaced in all answers, and nothing where somebody went on writing (%j)',
  (author) => {
    const [done, written] = [shown('We train adults'), shown('We train all')];
    const { count, undo } = replace([done, written], 'train', 'teach', author);
    expect(count).toBe(2);
    if (author) replace([written], 'all', 'each', author);
    else written.write(' and more');
    const was = written.ytext.toDelta();
    expect(undo()).toBe(1);
    expect(plain(done)).toBe('We train adults');
    expect(written.ytext.toDelta()).toEqual(was);
    // Nor what was written before, when pressed once more.
    expect(undo()).toBe(2);
    expect(written.ytext.toDelta()).toEqual(was);
  },
);

test.each(modes)('undo goes on with nothing older where a colleague has taken the replacement away (%j)', (author) => {
  const answer = shown('We train. The aim');
  const { ytext } = answer;
  if (author) replace([answer], 'aim', 'goal', author);
  else answer.write(' and more');
  const { undo } = replace([answer], 'train', 'trained', author);
  ytext.delete(0, ytext.toJSON().indexOf('. '));
  const was = ytext.toDelta();
  expect(undo()).toBe(1);
  expect(ytext.toDelta()).toEqual(was);
});

test.each(modes)('words are replaced where they are now, after colleagues have typed before them (%j)', (author) => {
  const answer = shown('We train adults.');
  // Looked at, and then:
  answer.ytext.insert(0, 'Dear all: ');
  replace([answer], 'train', 'teach', author);
  expect(answer.ytext.toJSON()).toBe(author ? 'Dear all: We trainteach adults.' : 'Dear all: We teach adults.');
});

test('words that are what they would become are no step of undo', () => {
  const answer = shown('The Erasmus+ call. ');
  const { ytext } = answer;
  answer.write('My last sentence.');
  const matches = findMatches(ytext.toJSON(), 'erasmus+');
  expect(replaceInText(ytext, matches, 'Erasmus+')).toBeNull();
  expect(suggestInText(ytext, matches, 'Erasmus+', sue)).toBeNull();
  expect(replaceInText(ytext, matches, 'Horizon')).not.toBeNull();
});
