import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { signAt } from '@adagia/shared/text/references';
import { $getRoot, $getSelection, $isRangeSelection, $isTextNode, $setCompositionKey } from 'lexical';
import { expect, test } from 'vitest';
import { $isBlockNode } from '../model/block-node.ts';
import { $createReferenceNode } from '../model/reference-node.ts';
import { assertReferences, referenceOfSign } from './testing/references.ts';
import { Replica } from './testing/replica.ts';
import { $selectRange } from './view-selection.ts';

function type(replica: Replica, at: number, text: string): void {
  replica.editor.update(
    () => {
      $selectRange({ anchor: at, focus: at });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(text);
    },
    { discrete: true },
  );
}

function split(replica: Replica, at: number): void {
  replica.editor.update(
    () => {
      $selectRange({ anchor: at, focus: at });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    },
    { discrete: true },
  );
}

function exchange(a: Replica, b: Replica): void {
  for (const update of a.made.splice(0)) b.receive(update);
  for (const update of b.made.splice(0)) a.receive(update);
}

const viewText = (replica: Replica): string[] =>
  replica.editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((node) => node.getTextContent()),
  );

test('B1 typing reaches the text and the other view', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  type(a, 0, 'hello');
  exchange(a, b);
  expect(b.ytext.toJSON()).toBe('hello');
  expect(viewText(b)).toEqual(['hello']);
});

test('B2 an "a" typed in the middle of "aaaa" is inserted there', () => {
  const a = new Replica(1);
  type(a, 0, 'aaaa');
  const deltas: unknown[] = [];
  a.ytext.observe((event) => deltas.push(event.delta));
  type(a, 2, 'a');
  expect(deltas).toEqual([[{ retain: 2 }, { insert: 'a' }]]);
});

test('B3 splitting inserts one character and merging deletes one, so that a colleague keeps typing', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  type(a, 0, 'onetwo');
  exchange(a, b);
  split(a, 3);
  type(b, 6, '!');
  exchange(a, b);
  expect(viewText(a)).toEqual(['one', 'two!']);
  expect(viewText(b)).toEqual(viewText(a));
});

test('B4 the caret stays with its characters when others write before it', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  type(a, 0, 'abcdef');
  exchange(a, b);
  a.editor.update(() => $selectRange({ anchor: 3, focus: 3 }), { discrete: true });
  type(b, 0, 'XY');
  exchange(a, b);
  type(a, 5, '|');
  expect(a.ytext.toJSON()).toBe('XYabc|def');
});

test('B5 the kind of the last block is an attribute of the text itself', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  type(a, 0, 'item');
  a.editor.update(
    () => {
      const block = $getRoot().getFirstChild();
      if ($isBlockNode(block)) block.setKind('bullet').setIndent(2);
    },
    { discrete: true },
  );
  exchange(a, b);
  expect(b.ytext.getAttributes()).toEqual({ block: 'bullet', indent: 2 });
  expect(deltaToBlocks(b.ytext.toDelta(), b.ytext.getAttributes())[0]).toMatchObject({ kind: 'bullet', indent: 2 });
  b.binding.check();
});

test('B6 what is typed inside a comment belongs to it, what is typed behind it does not', () => {
  const a = new Replica(1);
  type(a, 0, 'one two three');
  a.doc.transact(() => a.ytext.format(4, 3, { 'comment:x': true }), 'server');
  type(a, 5, 'O');
  type(a, 8, '!');
  expect(a.ytext.toDelta()).toEqual([
    { insert: 'one ' },
    { insert: 'tOwo', attributes: { 'comment:x': true } },
    { insert: '! three' },
  ]);
});

test('B7 a word that is composed slowly is one step of undo, and what is typed before and after are others', () => {
  const a = new Replica(1);
  /** As if a second had passed since the last change. */
  const wait = () => {
    a.binding.undo.manager.lastChange -= 1000;
  };
  const compose = (text: string, isComposing: boolean) => {
    a.editor.update(
      () => {
        const node = $getRoot().getFirstDescendant();
        if (!$isTextNode(node)) throw new Error('no text to compose in');
        node.setTextContent(`x${text}`);
        $setCompositionKey(isComposing ? node.getKey() : null);
      },
      { discrete: true },
    );
    wait();
  };
  type(a, 0, 'x');
  wait();
  for (const text of ['ㅎ', '하', '한']) compose(text, true);
  compose('한국', false);
  type(a, 3, 'y');
  const steps = [a.ytext.toJSON()];
  while (a.binding.undo.undo()) steps.push(a.ytext.toJSON());
  expect(steps).toEqual(['x한국y', 'x한국', 'x', '']);
});

test('B7 what is typed long after a composition without a last word is a step of its own', () => {
  const a = new Replica(1);
  type(a, 0, 'x');
  a.editor.update(() => $setCompositionKey($getRoot().getFirstDescendant()?.getKey() ?? null), { discrete: true });
  type(a, 1, 'ㅎ');
  a.editor.update(() => $setCompositionKey(null), { discrete: true });
  a.binding.undo.manager.lastChange -= 1000;
  type(a, 2, 'y');
  a.binding.undo.undo();
  expect(a.ytext.toJSON()).toBe('xㅎ');
});

test('B7 undo takes back what I typed and leaves what others typed', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  type(a, 0, 'mine');
  exchange(a, b);
  type(b, 4, ' yours');
  exchange(a, b);
  a.undo.undo();
  exchange(a, b);
  expect(viewText(a)).toEqual([' yours']);
  expect(viewText(b)).toEqual([' yours']);
  a.undo.redo();
  expect(viewText(a)).toEqual(['mine yours']);
});

test('B8 an editor that is bound later shows what is there and writes nothing', () => {
  const a = new Replica(1);
  type(a, 0, 'there');
  const late = new Replica(2);
  late.binding.dispose();
  for (const update of a.made) late.receive(update);
  const before = late.made.length;
  const again = new Replica(3);
  for (const update of a.made) again.receive(update);
  expect(viewText(again)).toEqual(['there']);
  expect(late.made.length).toBe(before);
});

test('B11 a reference is there or not: typing goes beside it, Backspace takes it whole, undo brings it back with its meaning', () => {
  const [a, b] = [new Replica(1), new Replica(2)];
  const ref = referenceOfSign(signAt(5));
  type(a, 0, 'in ');
  a.undo.stopCapturing();
  a.editor.update(
    () => {
      $selectRange({ anchor: 3, focus: 3 });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertNodes([$createReferenceNode(ref)]);
    },
    { discrete: true },
  );
  a.undo.stopCapturing();
  type(a, 5, ' and');
  type(a, 3, 'x');
  exchange(a, b);
  expect(b.ytext.toJSON()).toBe(`in x${ref.sign} and`);
  expect(viewText(b)).toEqual([`in x${ref.words} and`]);
  b.editor.update(
    () => {
      $selectRange({ anchor: 6, focus: 6 });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.deleteCharacter(true);
    },
    { discrete: true },
  );
  exchange(a, b);
  expect(viewText(a)).toEqual(['in x and']);
  b.undo.undo();
  exchange(a, b);
  expect(viewText(a)).toEqual([`in x${ref.words} and`]);
  // Who wrote it takes it back: what it meant stays, for whoever brings it back meanwhile.
  for (let step = 0; step < 4; step += 1) a.undo.undo();
  a.undo.redo();
  a.undo.redo();
  exchange(a, b);
  assertReferences(b.ytext);
  b.binding.check();
});
