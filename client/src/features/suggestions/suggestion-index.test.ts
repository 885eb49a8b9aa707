import { answerKey } from '@adagia/shared/answer-key';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { acceptSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { deleteSuggested, insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { pendingReader, SuggestionIndex } from './suggestion-index.ts';

const [needs, motivation] = [answerKey('needs'), answerKey('motivation')];
const id = (author: string, atMs: number) => createSuggestionId({ author, atMs, random: 0 });

function proposal() {
  const doc = new Y.Doc();
  doc.getText(needs).insert(0, 'Three needs of libraries');
  doc.getText(motivation).insert(0, 'Why us');
  const index = new SuggestionIndex(doc);
  return { doc, index, read: pendingReader(index, [motivation, needs]) };
}

test('what is pending is told in the order of the page, with who, when, and the words', () => {
  const { doc, read } = proposal();
  deleteSuggested(doc.getText(needs), 0, 6, id('ben', 1_800_000_000_000));
  insertSuggested(doc.getText(motivation), 6, ' again', id('eva', 1_800_000_000_001));
  expect(read()).toMatchObject([
    { key: motivation, author: 'eva', atMs: 1_800_000_000_001, kind: 'insertion', before: '', after: ' again', at: 6 },
    { key: needs, author: 'ben', kind: 'deletion', before: 'Three ', after: '', at: 0 },
  ]);
});

test('typing elsewhere wakes no card, and the place of what is pending moves with it', () => {
  const { doc, index, read } = proposal();
  deleteSuggested(doc.getText(needs), 6, 5, id('ben', 1_800_000_000_000));
  const before = read();
  expect(before).toHaveLength(1);
  doc.getText(needs).insert(0, 'All ');
  doc.getText(motivation).insert(0, 'So ');
  expect(read()).toBe(before);
  expect(index.find(before[0]!)?.at).toBe(10);
});

test('only the card changes whose suggestion does', () => {
  const { doc, read } = proposal();
  const ytext = doc.getText(needs);
  const [first, second] = [id('ben', 1_800_000_000_000), id('eva', 1_800_000_000_001)];
  insertSuggested(ytext, 5, ' big', first);
  insertSuggested(ytext, 0, 'The ', second);
  const [one, other] = read();
  insertSuggested(ytext, 4, 'very ', second);
  const [changed, same] = read();
  expect(changed).not.toBe(one);
  expect(changed?.after).toBe('The very ');
  expect(same).toBe(other);
});

test('an answer is listed again only when it has changed', () => {
  const { doc, index, read } = proposal();
  read();
  const list = index.in(needs);
  let woken = 0;
  index.subscribe(() => (woken += 1));
  doc.getText('answer:other').insert(0, 'nobody asked about this one');
  expect([woken, index.in(needs)]).toEqual([0, list]);
  doc.getText(motivation).insert(0, 'x');
  expect(woken).toBe(1);
  expect(index.in(needs)).toBe(list);
});

test('what somebody has decided on is gone', () => {
  const { doc, index, read } = proposal();
  const own = id('ben', 1_800_000_000_000);
  insertSuggested(doc.getText(needs), 0, 'The ', own);
  const [one] = read();
  acceptSuggestions(doc.getText(needs), [own]);
  expect(read()).toEqual([]);
  expect(index.find(one!)).toBeNull();
});
