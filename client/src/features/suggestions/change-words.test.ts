import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import {
  deleteSuggested,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  type WritableText,
} from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeWords } from './change-words.ts';

const id = createSuggestionId({ author: 'ben', atMs: 1_800_000_000_000, random: 0 });

function wordsOf(text: string, suggest: (ytext: WritableText) => void) {
  const ytext = new Y.Doc().getText('answer:needs');
  ytext.insert(0, text);
  suggest(ytext);
  const [one] = listSuggestions(ytext.toDelta(), ytext.getAttributes());
  return changeWords(one!);
}

test('words that come, that go, and that replace others', () => {
  expect(wordsOf('one two', (ytext) => insertSuggested(ytext, 3, ' big', id))).toMatchObject({
    verb: 'insert',
    before: '',
    after: ' big',
  });
  expect(wordsOf('one two', (ytext) => deleteSuggested(ytext, 0, 3, id))).toMatchObject({
    verb: 'delete',
    before: 'one',
    after: '',
  });
  const replaced = wordsOf('one two', (ytext) => {
    deleteSuggested(ytext, 0, 3, id);
    insertSuggested(ytext, 3, 'a', id);
  });
  expect(replaced).toMatchObject({ verb: 'replace', before: 'one', after: 'a' });
});

test('paragraphs are split and joined; among other words their end is a sign', () => {
  expect(wordsOf('one two', (ytext) => insertSuggested(ytext, 3, '\n', id))).toMatchObject({
    verb: 'split',
    after: '',
  });
  expect(wordsOf('one\ntwo', (ytext) => deleteSuggested(ytext, 3, 1, id))).toMatchObject({ verb: 'join', before: '' });
  expect(wordsOf('one', (ytext) => insertSuggested(ytext, 3, ' a\nb', id)).after).toBe(' a ¶ b');
});

test('looks: which are wanted and which are not, each once', () => {
  const wanted = wordsOf('one two', (ytext) => setSuggested(ytext, 0, 3, id, { bold: true, italic: null, link: null }));
  expect(wanted).toEqual({
    verb: 'format',
    before: 'one',
    after: '',
    looks: [
      { name: 'bold', isOn: true },
      { name: 'italic', isOn: false },
      { name: 'link', href: null },
    ],
  });
  const twice = wordsOf('one two three', (ytext) => {
    setSuggested(ytext, 0, 3, id, { bold: true });
    setSuggested(ytext, 8, 5, id, { bold: true });
  });
  expect(twice.looks).toEqual([{ name: 'bold', isOn: true }]);
});

test('kinds of paragraphs, also of the last one', () => {
  const last = wordsOf('one', (ytext) => setLastSuggested(ytext, id, { block: 'h1', indent: null }));
  expect(last).toEqual({
    verb: 'block',
    before: '',
    after: '',
    looks: [
      { name: 'block', kind: 'h1' },
      { name: 'indent', level: 0 },
    ],
  });
});

test('of a chapter a card holds the beginning', () => {
  const { after } = wordsOf('', (ytext) => insertSuggested(ytext, 0, 'x'.repeat(10_000), id));
  expect(after).toHaveLength(402);
});
