import { answerKey } from '@adagia/shared/answer-key';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newCommentAt, passageOf } from './passage.ts';

const key = answerKey('motivation');

function answer(words: string): Y.Text {
  const ytext = new Y.Doc().getText(key);
  ytext.insert(0, words);
  return ytext;
}

test('selected words become a passage with its quote and what stands around it', () => {
  const comment = newCommentAt(answer('one two three'), { answerKey: key, range: { anchor: 7, focus: 4 } });
  expect(comment.target).toEqual({ kind: 'passage', key, quote: 'two', before: 'one ', after: ' three' });
});

test('nothing, or nothing but blanks, selected: the comment is about the question', () => {
  expect(newCommentAt(answer('one  two'), { answerKey: key, range: null }).target.kind).toBe('question');
  expect(newCommentAt(answer('one  two'), { answerKey: key, range: { anchor: 3, focus: 5 } }).target.kind).toBe(
    'question',
  );
});

test('while a comment is being written, its words are followed through what others type', () => {
  const ytext = answer('one two three');
  const comment = newCommentAt(ytext, { answerKey: key, range: { anchor: 4, focus: 7 } });
  expect(passageOf(ytext, comment)).toEqual({ start: 4, end: 7 });
  ytext.insert(0, 'zero ');
  ytext.insert(ytext.length, ' four');
  expect(passageOf(ytext, comment)).toEqual({ start: 9, end: 12 });
  ytext.delete(9, 3);
  expect(passageOf(ytext, comment)).toBeNull();
});
