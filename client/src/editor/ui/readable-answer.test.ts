import { referenceAttribute, signAt } from '@adagia/shared/text/references';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readableAnswer } from './readable-answer.ts';

function answer(): Y.Text {
  const text = new Y.Doc().getText('answer:motivation');
  text.setAttribute(...referenceAttribute({ sign: signAt(1), target: 'total:project', words: 'EUR 250 000' }));
  text.insert(0, `We ask for ${signAt(1)} in all`);
  return text;
}

it('reads as people see it, and leads back to the text that is kept', () => {
  const { text, toText } = readableAnswer(answer());
  expect(text).toBe('We ask for EUR 250 000 in all');
  expect(toText({ at: 0, length: 2 })).toEqual({ at: 0, length: 2, isFixed: false });
  expect(toText({ at: text.indexOf('in all'), length: 6 })).toEqual({ at: 14, length: 6, isFixed: false });
});

it('takes all of a reference for a part of it', () => {
  const { text, toText } = readableAnswer(answer());
  expect(toText({ at: text.indexOf('250'), length: 3 })).toEqual({ at: 11, length: 2, isFixed: true });
  expect(toText({ at: text.indexOf('for'), length: 7 })).toEqual({ at: 7, length: 6, isFixed: true });
  expect(toText({ at: text.indexOf('000'), length: 6 })).toEqual({ at: 11, length: 5, isFixed: true });
});
