import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { acceptSuggestions, rejectSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { $getSelection, $isRangeSelection, DELETE_CHARACTER_COMMAND, type RangeSelection } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { $splitBlock } from '../model/block-behaviour.ts';
import { $setBlockKind } from '../model/block-commands.ts';
import { Replica, suggestionAuthor } from './testing/replica.ts';
import { baseOf } from './testing/suggested.ts';
import { $selectRange } from './view-selection.ts';

function on(replica: Replica, from: number, until: number, $work: (selection: RangeSelection) => void): void {
  replica.editor.update(() => $selectRange({ anchor: from, focus: until }), { discrete: true });
  replica.editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $work(selection);
    },
    { discrete: true },
  );
}

const type = (replica: Replica, at: number, text: string, until = at) =>
  on(replica, at, until, (selection) => selection.insertText(text));
const remove = (replica: Replica, from: number, until: number) =>
  on(replica, from, until, (selection) => selection.removeText());

function exchange(...people: Replica[]): void {
  for (const from of people) {
    for (const update of from.made.splice(0)) for (const to of people) if (to !== from) to.receive(update);
  }
}

/** An editor who wrote `text`, and somebody who suggests. */
function editorAndSuggester(text: string): [Replica, Replica] {
  const [editor, suggester] = [new Replica(1), new Replica(2)];
  suggester.author = suggestionAuthor('sue');
  type(editor, 0, text);
  exchange(editor, suggester);
  return [editor, suggester];
}

const encode = ({ doc }: Replica): Uint8Array => Y.encodeStateAsUpdate(doc);
const suggestionsIn = ({ ytext }: Replica) => listSuggestions(ytext.toDelta(), ytext.getAttributes());
const summaryOf = (replica: Replica) => suggestionsIn(replica).map(({ kind, before, after }) => [kind, before, after]);
const decide = (replica: Replica, how: typeof acceptSuggestions) =>
  replica.doc.transact(
    () =>
      how(
        replica.ytext,
        suggestionsIn(replica).map(({ id }) => id),
      ),
    EDITOR_ORIGIN,
  );

test('B12 what is typed is pending, a word is one suggestion, and a jump of the caret begins another', () => {
  const [editor, suggester] = editorAndSuggester('one two');
  for (const [at, letter] of Array.from('new ').entries()) type(suggester, 4 + at, letter);
  type(suggester, 0, 'A');
  exchange(editor, suggester);
  expect(summaryOf(editor)).toEqual([
    ['insertion', '', 'A'],
    ['insertion', '', 'new '],
  ]);
  expect(baseOf(editor.ytext)).toBe(baseOf(editorAndSuggester('one two')[0].ytext));
});

test('B12 what is deleted stays and is struck, the caret before it after Backspace and behind it after Delete', () => {
  const [, suggester] = editorAndSuggester('one two');
  remove(suggester, 6, 7);
  expect(suggester.ytext.toJSON()).toBe('one two');
  expect(suggester.binding.selection()).toEqual({ anchor: 6, focus: 6 });
  // As a browser does it: the key is told, then what was selected goes.
  suggester.editor.registerCommand(DELETE_CHARACTER_COMMAND, () => true, 0);
  suggester.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false);
  on(suggester, 0, 1, (selection) => selection.removeText());
  expect(suggester.binding.selection()).toEqual({ anchor: 1, focus: 1 });
  expect(summaryOf(suggester)).toEqual([
    ['deletion', 'o', ''],
    ['deletion', 'o', ''],
  ]);
});

test('B12 what replaces words stands behind them, as one suggestion', () => {
  const [editor, suggester] = editorAndSuggester('one two three');
  type(suggester, 4, '2', 7);
  exchange(editor, suggester);
  expect(suggester.ytext.toJSON()).toBe('one two2 three');
  expect(summaryOf(editor)).toEqual([['replacement', 'two', '2']]);
  decide(editor, acceptSuggestions);
  expect(editor.ytext.toJSON()).toBe('one 2 three');
});

test('B13 my own pending words go without a trace, those of others are struck', () => {
  const [editor, suggester] = editorAndSuggester('one two');
  type(suggester, 3, ' more');
  remove(suggester, 4, 6);
  expect(suggester.ytext.toJSON()).toBe('one re two');
  const other = new Replica(3);
  other.author = suggestionAuthor('oda');
  exchange(editor, suggester);
  other.receive(encode(editor));
  remove(other, 4, 6);
  expect(other.ytext.toJSON()).toBe('one re two');
  expect(summaryOf(other)).toEqual([
    ['insertion', '', ' re'],
    ['deletion', 're', ''],
  ]);
});

test('B14 splitting and joining blocks, kinds and formats are pending, and setting them back leaves nothing', () => {
  const [editor, suggester] = editorAndSuggester('onetwo');
  on(suggester, 3, 3, () => void $splitBlock());
  on(suggester, 0, 2, (selection) => selection.formatText('bold'));
  on(suggester, 4, 4, () => $setBlockKind('h2'));
  exchange(editor, suggester);
  expect(JSON.parse(baseOf(editor.ytext))).toHaveLength(1);
  const copy = new Replica(5);
  copy.receive(encode(editor));
  decide(copy, acceptSuggestions);
  expect(copy.ytext.toJSON()).toBe('one\ntwo');
  expect(copy.ytext.getAttributes()).toEqual({ block: 'h2' });
  expect(copy.ytext.toDelta()[0]).toEqual({ insert: 'on', attributes: { bold: true } });
  on(suggester, 4, 4, () => $setBlockKind('paragraph'));
  expect(suggester.ytext.getAttributes()).toEqual({});
});

test('B14 a format that is taken back leaves no suggestion', () => {
  const [, suggester] = editorAndSuggester('onetwo');
  for (const left of [1, 0]) {
    on(suggester, 0, 3, (selection) => selection.formatText('bold'));
    expect(suggestionsIn(suggester)).toHaveLength(left);
  }
});

test('B15 undo takes back my suggestions, leaves what was accepted meanwhile, and finds nobody else in its way', () => {
  const [editor, suggester] = editorAndSuggester('one two');
  type(suggester, 3, ' and');
  suggester.undo.stopCapturing();
  remove(suggester, 0, 3);
  exchange(editor, suggester);
  suggester.undo.undo();
  expect(summaryOf(suggester)).toEqual([['insertion', '', ' and']]);
  exchange(editor, suggester);
  decide(editor, acceptSuggestions);
  exchange(editor, suggester);
  suggester.undo.undo();
  expect(suggester.ytext.toJSON()).toBe('one and two');
  expect(suggestionsIn(suggester)).toEqual([]);
});

test('B16 two people decide at once, while a third types in the pending words: the same for all, and nothing runs on', () => {
  const [editor, suggester] = editorAndSuggester('base text');
  type(suggester, 4, 'abcd');
  exchange(editor, suggester);
  const third = new Replica(3);
  third.receive(encode(editor));
  decide(editor, acceptSuggestions);
  decide(suggester, rejectSuggestions);
  type(third, 6, 'X');
  exchange(editor, suggester, third);
  expect(new Set([editor, suggester, third].map(({ ytext }) => JSON.stringify(ytext.toDelta()))).size).toBe(1);
  expect(suggestionsIn(third)).toEqual([]);
  expect(third.ytext.toJSON()).toBe('baseX text');
});

test('B16 what an editor writes over struck words stands behind what is left of them', () => {
  const [editor, suggester] = editorAndSuggester('one two');
  remove(suggester, 0, 3);
  exchange(editor, suggester);
  type(editor, 2, 'XY', 3);
  type(editor, 1, 'Z');
  expect(editor.ytext.toJSON()).toBe('onZXY two');
  expect(summaryOf(editor)).toEqual([['deletion', 'on', '']]);
});
