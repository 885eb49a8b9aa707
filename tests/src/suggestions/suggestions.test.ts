import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import {
  createSuggestionId,
  parseSuggestionId,
  parseSuggestionValue,
  pendingIn,
  suggestionValue,
  surroundingOf,
} from '@adagia/shared/text/suggestions';
import { acceptSuggestions, rejectSuggestions } from '@adagia/shared/text/suggestions-resolve';
import {
  deleteSuggested,
  insertPlain,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  suggestionIdsIn,
} from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import { Doc, type Text } from 'yjs';

const AT_MS = Date.UTC(2026, 10, 26);
let made = 0;
const idOf = (author: string): string => createSuggestionId({ author, atMs: AT_MS + (made += 1000), random: 0 });
const [ANA, ANNA, BEN] = [idOf('ana'), idOf('ana'), idOf('ben')];

function textWith(words: string): Text {
  const ytext = new Doc().getText('answer:aims');
  ytext.insert(0, words);
  return ytext;
}

function reading(ytext: Text, as: 'base' | 'accepted'): string {
  const { delta } = readSuggested(ytext.toDelta(), ytext.getAttributes(), as);
  return delta.map(({ insert }) => insert).join('');
}

const both = (ytext: Text): [string, string] => [reading(ytext, 'base'), reading(ytext, 'accepted')];
const list = (ytext: Text) => listSuggestions(ytext.toDelta(), ytext.getAttributes());

test('an id says whose it is and when, and is later than all around it', () => {
  const id = createSuggestionId({ author: 'Xy_1', atMs: AT_MS, random: 0.999 });
  expect(parseSuggestionId(id)).toEqual({ author: 'Xy_1', atMs: AT_MS });
  const around = [{ bold: true, [`suggest:${id}`]: 'insert' }];
  expect(parseSuggestionId(createSuggestionId({ author: 'b', atMs: 5, random: 0, around }))?.atMs).toBe(AT_MS + 1);
  for (const wrong of [
    '',
    'ana',
    '~mh0000000a',
    'a b~mh00000000',
    'ana~mh0000000',
    'ana~MH00000000',
    'ana~mh00000000 ',
  ]) {
    expect(parseSuggestionId(wrong), wrong).toBeNull();
  }
});

test('a value is read only in the one form in which it is written', () => {
  for (const change of [
    { type: 'insert', set: {} },
    { type: 'insert', set: { bold: true } },
    { type: 'delete' },
    { type: 'set', set: { italic: null, link: 'https://example.org' } },
    { type: 'set', set: { block: 'h2', indent: 3 } },
  ] as const) {
    expect(parseSuggestionValue(suggestionValue(change))).toEqual(change);
  }
  for (const wrong of [
    true,
    null,
    'set',
    'set {}',
    'insert {}',
    'set {"bold":false}',
    'set {"bold":true,"x":1}',
    'set { "bold": true }',
    'set {"italic":true,"bold":true}',
    'set {"block":"h9"}',
    'set {"indent":0}',
    'set {"indent":7}',
    'set {"link":"javascript:alert(1)"}',
    'set [true]',
    'delete {"bold":true}',
    'set {"__proto__":null}',
  ]) {
    expect(parseSuggestionValue(wrong), String(wrong)).toBeNull();
  }
});

test('a pending insertion is not in the text, and is once all are accepted', () => {
  const ytext = textWith('one three');
  insertSuggested(ytext, 4, 'two ', ANA);
  expect(both(ytext)).toEqual(['one three', 'one two three']);
  expect(list(ytext)).toMatchObject([{ author: 'ana', kind: 'insertion', before: '', after: 'two ', at: 4, end: 8 }]);
});

test('a replacement is one suggestion with the words before and after', () => {
  const ytext = textWith('a bad idea');
  deleteSuggested(ytext, 2, 3, ANA);
  insertSuggested(ytext, 5, 'good', ANA);
  expect(both(ytext)).toEqual(['a bad idea', 'a good idea']);
  expect(list(ytext)).toMatchObject([{ kind: 'replacement', before: 'bad', after: 'good', at: 2, end: 9 }]);
});

test('two people strike the same words: they go once, and stay for the other where one is rejected', () => {
  const ytext = textWith('one two three');
  deleteSuggested(ytext, 4, 4, ANA);
  deleteSuggested(ytext, 0, 8, BEN);
  expect(both(ytext)).toEqual(['one two three', 'three']);
  rejectSuggestions(ytext, [ANA]);
  expect(both(ytext)).toEqual(['one two three', 'three']);
  rejectSuggestions(ytext, [BEN]);
  expect(ytext.toDelta()).toEqual([{ insert: 'one two three' }]);
});

test("who strikes a colleague's pending words marks them, who strikes their own takes them away", () => {
  const ytext = textWith('start ');
  insertSuggested(ytext, 6, 'abcdef', ANA);
  deleteSuggested(ytext, 6, 3, BEN);
  deleteSuggested(ytext, 10, 2, ANNA);
  expect(ytext.toJSON()).toBe('start abcd');
  expect(both(ytext)).toEqual(['start ', 'start d']);
  acceptSuggestions(ytext, [ANA]);
  expect(both(ytext)).toEqual(['start abcd', 'start d']);
  acceptSuggestions(ytext, [BEN]);
  expect(both(ytext)).toEqual(['start d', 'start d']);
  expect(suggestionIdsIn(ytext)).toEqual([]);
});

test('what is suggested inside struck words stays when these go', () => {
  const ytext = textWith('one two three');
  deleteSuggested(ytext, 0, 8, ANA);
  insertSuggested(ytext, 4, 'new ', BEN);
  expect(pendingIn(ytext.toDelta()[1]?.attributes)).toEqual({ insert: BEN, deletes: [], sets: [], around: [ANA] });
  expect(both(ytext)).toEqual(['one two three', 'new three']);
  acceptSuggestions(ytext, [ANA]);
  expect(both(ytext)).toEqual(['three', 'new three']);
  rejectSuggestions(ytext, [BEN]);
  expect(ytext.toDelta()).toEqual([{ insert: 'three' }]);
});

test("what is suggested inside a colleague's pending words outlives these", () => {
  const ytext = textWith('.');
  insertSuggested(ytext, 0, 'abcd', ANA);
  insertSuggested(ytext, 2, 'XY', BEN);
  rejectSuggestions(ytext, [ANA]);
  expect(list(ytext)).toMatchObject([{ author: 'ben', after: 'XY' }]);
  expect(both(ytext)).toEqual(['.', 'XY.']);
});

test('looks of characters, of line ends and of the last block are pending and then applied', () => {
  const ytext = textWith('head\nbody\nlast');
  ytext.format(0, 4, { bold: true });
  setSuggested(ytext, 0, 5, ANA, { bold: null, italic: true, block: 'h1' });
  setLastSuggested(ytext, BEN, { block: 'bullet', indent: 2 });
  const read = (as: 'base' | 'accepted') => deltaToBlocks(ytext.toDelta(), ytext.getAttributes(), as);
  expect(read('base').map(({ kind, indent }) => [kind, indent])).toEqual([
    ['paragraph', 0],
    ['paragraph', 0],
    ['paragraph', 0],
  ]);
  expect(read('base')[0]?.runs).toEqual([{ text: 'head', format: { bold: true } }]);
  const accepted = read('accepted');
  expect(accepted.map(({ kind, indent }) => [kind, indent])).toEqual([
    ['h1', 0],
    ['paragraph', 0],
    ['bullet', 2],
  ]);
  expect(accepted[0]?.runs).toEqual([{ text: 'head', format: { italic: true } }]);
  expect(list(ytext)).toMatchObject([
    { id: ANA, kind: 'format', before: 'head\n', after: 'head\n' },
    { id: BEN, kind: 'block', last: { block: 'bullet', indent: 2 }, at: 14 },
  ]);
  acceptSuggestions(ytext, [ANA, BEN]);
  expect(deltaToBlocks(ytext.toDelta(), ytext.getAttributes(), 'raw')).toEqual(accepted);
  expect(Object.keys(ytext.getAttributes()).sort()).toEqual(['block', 'indent']);
});

test('a pending line end splits a block, a struck one joins two', () => {
  const ytext = textWith('one two\nthree');
  insertSuggested(ytext, 3, '\n', ANA);
  deleteSuggested(ytext, 8, 1, BEN);
  expect(both(ytext)).toEqual(['one two\nthree', 'one\n twothree']);
});

test('what an editor types inside pending words belongs to them, inside struck words it stays', () => {
  const ytext = textWith('one two');
  insertSuggested(ytext, 3, 'abcd', ANA);
  insertPlain(ytext, 5, 'X');
  deleteSuggested(ytext, 0, 3, BEN);
  insertPlain(ytext, 1, 'Y');
  expect(both(ytext)).toEqual(['oYne two', 'YabXcd two']);
});

test('what is written takes the marks of one side and adds none but its own', () => {
  expect(surroundingOf({ bold: true, 'comment:1': true }, {})).toEqual({});
  expect(surroundingOf({ bold: true }, { 'comment:1': true })).toEqual({ bold: true });
  expect(surroundingOf({ bold: true }, { italic: true })).toEqual({ bold: true });
});
