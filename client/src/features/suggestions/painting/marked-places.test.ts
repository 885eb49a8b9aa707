import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import {
  createSuggestionId,
  type SuggestionKey,
  suggestionKey,
  suggestionValue,
} from '@adagia/shared/text/suggestions';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { markedPlaces } from './marked-places.ts';

const key: SuggestionKey = suggestionKey(createSuggestionId({ author: 'sue', atMs: 1_700_000_000_000, random: 0 }));

function placesOf(delta: object[], own: Record<string, string> = {}) {
  const ytext = new Y.Doc().getText('text');
  ytext.applyDelta(delta);
  for (const [name, value] of Object.entries(own)) ytext.setAttribute(name, value);
  return markedPlaces(ytext.toJSON(), listSuggestions(ytext.toDelta(), ytext.getAttributes()));
}

it('42: paints what is put in and what is struck as what it is, and leaves the rest', () => {
  const { words, ends, blocks } = placesOf([
    { insert: 'We teach ' },
    { insert: 'old', attributes: { [key]: 'delete' } },
    { insert: 'elderly', attributes: { [key]: 'insert' } },
    { insert: ' people' },
  ]);
  expect(words).toEqual([
    { look: 'delete', start: 9, end: 12 },
    { look: 'insert', start: 12, end: 19 },
  ]);
  expect([ends.size, blocks.size]).toEqual([0, 0]);
});

it('line ends are signs of their blocks, not words', () => {
  const { words, ends } = placesOf([
    { insert: 'one\ntwo' },
    { insert: ' new\nmore', attributes: { [key]: 'insert' } },
    { insert: '\nthree' },
    { insert: '\n', attributes: { [key]: 'delete' } },
    { insert: 'four' },
  ]);
  expect(words).toEqual([
    { look: 'insert', start: 7, end: 11 },
    { look: 'insert', start: 12, end: 16 },
  ]);
  expect([...ends]).toEqual([
    [1, 'insert'],
    [3, 'delete'],
  ]);
});

it('kinds and indents belong to the block, the last one has its own; looks belong to the words', () => {
  const bold = suggestionValue({ type: 'set', set: { bold: true } });
  const bullet = suggestionValue({ type: 'set', set: { block: 'bullet' } });
  const { words, ends, blocks } = placesOf(
    [
      { insert: 'one' },
      { insert: '\n', attributes: { [key]: bullet } },
      { insert: 'two', attributes: { [key]: bold } },
    ],
    { [key]: bullet },
  );
  expect(words).toEqual([{ look: 'set', start: 4, end: 7 }]);
  expect(ends.size).toBe(0);
  expect([...blocks]).toEqual([0, 1]);
});
