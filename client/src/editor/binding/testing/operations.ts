// What people do in an editor, at random: through Lexical, as the browser does, never through the text itself. Each says what
// it does to the characters, so that the oracle can tell when the binding did something else.

import type { Random } from '@adagia/shared/random';
import { blockKinds } from '@adagia/shared/text/blocks';
import { type Reference, SIGN_LENGTH, SIGNS } from '@adagia/shared/text/references';
import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setCompositionKey,
  $setSelection,
  type RangeSelection,
} from 'lexical';
import { $leaveBlockAtStart, $moveBlocks, $splitBlock } from '../../model/block-behaviour.ts';
import { $indentSelection, $setBlockKind, $toggleBlockKind } from '../../model/block-commands.ts';
import { $createBlockNode } from '../../model/block-node.ts';
import { $createBlockNodes } from '../../model/editor-config.ts';
import { $createReferenceNode } from '../../model/reference-node.ts';
import { $setLink } from '../../model/set-link.ts';
import { readAttributedText } from '../attributed-text.ts';
import { $selectRange } from '../view-selection.ts';
import { snap } from './characters.ts';
import { referenceOfSign } from './references.ts';
import type { Replica } from './replica.ts';
import { leftBy } from './suggested.ts';

/** What an operation is allowed to do to the characters of the text; line ends and soft breaks are free. */
export type Intent =
  /** `remove` characters (code units of the text) at `at` give way to `insert`. */
  | { type: 'replace'; at: number; until: number; insert: string }
  /** The same characters in another order; at most `movedMax` of them are written anew. */
  | { type: 'move'; movedMax: number }
  /** Suggestions were accepted or rejected. */
  | { type: 'decision'; decision: 'accept' | 'reject'; ids: readonly string[] }
  /** Undo and redo. */
  | { type: 'history' }
  /** Nothing may be checked now: the view lags behind. */
  | { type: 'later'; insert: string; removed: string };

export interface Stage {
  replica: Replica;
  random: Random;
  /** New characters. */
  fresh(count: number): string;
  /** The sign of a new reference. */
  freshReference(): string;
}

export type Operation = (stage: Stage) => Intent;

const NOTHING: Intent = { type: 'replace', at: 0, until: 0, insert: '' };

function $selection(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('no selection');
  return selection;
}

/** Lexical's check for development trips over the current selection here (a build for production does not look). */
function $removeSelected(): void {
  const selection = $selection();
  if (selection.isCollapsed()) return;
  const copy = selection.clone();
  $setSelection(null);
  copy.removeText();
  $setSelection(copy);
}

/** Where Lexical asks the browser what one character is, nothing happens here: there is none. */
function $deleteCharacter(isBackward: boolean): void {
  try {
    $selection().deleteCharacter(isBackward);
  } catch (error) {
    if (!(error as Error).message.includes('window object not found')) throw error;
  }
}

interface Range {
  from: number;
  until: number;
  text: string;
}

function someRange({ replica, random }: Stage, max: number): Range {
  const text = replica.ytext.toJSON();
  const from = snap(text, random.below(text.length + 1));
  const until = snap(text, Math.min(text.length, from + random.below(max + 1)));
  return { from, until: Math.max(from, until), text };
}

function inRange({ replica, random }: Stage, { from, until }: Range, $work: () => void): void {
  const isBackward = random.chance(0.2);
  replica.editor.update(
    () => {
      $selectRange(isBackward ? { anchor: until, focus: from } : { anchor: from, focus: until });
      $work();
    },
    { discrete: true },
  );
}

/** Something that leaves all characters as they are. */
const restyle =
  (max: number, $work: (stage: Stage) => void): Operation =>
  (stage) => {
    inRange(stage, someRange(stage, max), () => $work(stage));
    return NOTHING;
  };

/** Something that replaces the selected characters. */
const replace =
  (max: number, make: (stage: Stage) => string, $work: (insert: string) => void): Operation =>
  (stage) => {
    const range = someRange(stage, max);
    const insert = make(stage);
    inRange(stage, range, () => {
      $removeSelected();
      $work(insert);
    });
    return { type: 'replace', at: range.from, until: range.until, insert };
  };

const none = () => '';

function pasteBlocks(stage: Stage): Intent {
  const range = someRange(stage, 3);
  const texts = [stage.fresh(3), stage.fresh(2), stage.fresh(3)].slice(0, 1 + stage.random.below(3));
  inRange(stage, range, () => {
    $removeSelected();
    const blocks = texts.map((text) => ({
      kind: stage.random.pick(blockKinds),
      indent: 0,
      runs: [{ text, format: {} }],
    }));
    $selection().insertNodes($createBlockNodes(blocks));
  });
  return { type: 'replace', at: range.from, until: range.until, insert: texts.join('') };
}

function cut(stage: Stage): Intent {
  const range = someRange(stage, 15);
  if (range.from === range.until) return NOTHING;
  inRange(stage, range, () => {
    const selection = $selection();
    stage.replica.clipboard = $generateJSONFromSelectedNodes(stage.replica.editor, selection).nodes;
    $removeSelected();
  });
  return { type: 'replace', at: range.from, until: range.until, insert: '' };
}

function paste(stage: Stage): Intent {
  const { clipboard } = stage.replica;
  if (!clipboard) return NOTHING;
  const range = someRange(stage, 0);
  inRange(stage, range, () => {
    const nodes = $generateNodesFromSerializedNodes(clipboard);
    if (nodes.length > 0) $selection().insertNodes(nodes);
  });
  stage.replica.clipboard = null;
  return { type: 'replace', at: range.from, until: range.from, insert: textOf(clipboard) };
}

function textOf(nodes: readonly object[]): string {
  return nodes
    .map((node) => {
      if ('ref' in node) return (node.ref as Reference).sign;
      return 'text' in node ? String(node.text) : 'children' in node ? textOf(node.children as object[]) : '';
    })
    .join('');
}

/** A block is dragged, or moved with a key, over its neighbour. */
function moveBlock(stage: Stage): Intent {
  const { replica, random } = stage;
  const blocks = replica.ytext.toJSON().split('\n');
  const at = random.below(blocks.length);
  const by = random.chance(0.5) ? 1 : -1;
  const [own, neighbour] = [blocks[at] ?? '', blocks[at + by] ?? ''];
  const offset = blocks.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  inRange(stage, { from: offset, until: offset, text: '' }, () => void $moveBlocks(by));
  return { type: 'move', movedMax: Math.min(own.length, neighbour.length) };
}

function dropBlock({ replica, random }: Stage): Intent {
  const blocks = replica.ytext.toJSON().split('\n');
  const [from, to] = [random.below(blocks.length), random.below(blocks.length)];
  if (from === to) return NOTHING;
  replica.editor.update(
    () => {
      const nodes = $getRoot().getChildren();
      const [node, target] = [nodes[from], nodes[to]];
      if (node && target) target.insertAfter(node, false);
    },
    { discrete: true },
  );
  return { type: 'move', movedMax: blocks[from]?.length ?? 0 };
}

function clearBlock({ replica, random }: Stage): Intent {
  const blocks = replica.ytext.toJSON().split('\n');
  if (blocks.length < 2) return NOTHING;
  const at = random.below(blocks.length);
  replica.editor.update(() => $getRoot().getChildAtIndex(at)?.remove(), { discrete: true });
  const from = blocks.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  return { type: 'replace', at: from, until: from + (blocks[at]?.length ?? 0), insert: '' };
}

/** Backspace at the start of a block, Delete at its end. */
function joinBlocks(stage: Stage): Intent {
  const text = stage.replica.ytext.toJSON();
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
  if (ends.length === 0) return NOTHING;
  const end = stage.random.pick(ends);
  const isBackward = stage.random.chance(0.7);
  const at = isBackward ? end + 1 : end;
  inRange(stage, { from: at, until: at, text }, () => {
    if (!isBackward || !$leaveBlockAtStart()) $deleteCharacter(isBackward);
  });
  return NOTHING;
}

/** Typed, and not committed by Lexical when the next thing happens. */
function typePending({ replica, random, fresh }: Stage): Intent {
  const text = replica.ytext.toJSON();
  const at = snap(text, random.below(text.length + 1));
  const insert = fresh(1 + random.below(2));
  replica.editor.update(() => {
    $selectRange({ anchor: at, focus: at });
    $selection().insertText(insert);
  });
  replica.isPending = true;
  return { type: 'later', insert, removed: '' };
}

function composeStart(stage: Stage): Intent {
  const { replica, random } = stage;
  const text = replica.ytext.toJSON();
  const at = snap(text, random.below(text.length + 1));
  const insert = stage.fresh(1);
  replica.editor.update(
    () => {
      $selectRange({ anchor: at, focus: at });
      $selection().insertText(insert);
      const node = $selection().anchor.getNode();
      if ($isTextNode(node)) $setCompositionKey(node.getKey());
    },
    { discrete: true },
  );
  replica.isComposing = replica.editor.isComposing();
  return { type: 'replace', at, until: at, insert };
}

/** While composing, the composed text is replaced again and again: one more character, or another for the last one. */
export function composeOn({ replica, random, fresh }: Stage): Intent {
  const insert = fresh(1);
  let removed = '';
  replica.editor.update(
    () => {
      const { anchor } = $selection();
      const node = anchor.getNode();
      if (!$isTextNode(node)) throw new Error('composing outside of a text');
      const last = random.chance(0.4) ? (/[^]$/u.exec(node.getTextContent().slice(0, anchor.offset))?.[0] ?? '') : '';
      removed = last;
      node.spliceText(anchor.offset - last.length, last.length, insert, true);
    },
    { discrete: true },
  );
  return { type: 'later', insert, removed };
}

export function composeEnd({ replica }: Stage): Intent {
  replica.editor.update(() => $setCompositionKey(null), { discrete: true });
  replica.isComposing = false;
  return { type: 'later', insert: '', removed: '' };
}

/** A commenter, or somebody whose rights are gone: nothing of it may reach the text. */
function typeLocked(stage: Stage): Intent {
  const { editor } = stage.replica;
  editor.setEditable(false);
  inRange(stage, someRange(stage, 3), () => {
    $removeSelected();
    $selection().insertText('#');
  });
  editor.setEditable(true);
  return NOTHING;
}

/** Words are changed in several places of the text by one update, as "replace all" does. */
function replaceAll(stage: Stage): Intent {
  stage.replica.editor.update(
    () => {
      for (const node of $getRoot().getAllTextNodes()) {
        if (stage.random.chance(0.5)) node.toggleFormat('bold');
      }
    },
    { discrete: true },
  );
  return NOTHING;
}

function removeReference(stage: Stage): Intent {
  const text = stage.replica.ytext.toJSON();
  const places = [...text.matchAll(new RegExp(SIGNS, 'gu'))].map((match) => match.index);
  if (places.length === 0) return NOTHING;
  const at = stage.random.pick(places);
  const isBackward = stage.random.chance(0.5);
  const caret = isBackward ? at + SIGN_LENGTH : at;
  const left = () => leftBy(stage.replica.author?.userId, readAttributedText(stage.replica.ytext)).length;
  const before = left();
  inRange(stage, { from: caret, until: caret, text }, () => $deleteCharacter(isBackward));
  const isGone = left() < before;
  return isGone ? { type: 'replace', at, until: at + SIGN_LENGTH, insert: '' } : NOTHING;
}

export const operations = {
  type: replace(
    0,
    (stage) => stage.fresh(1 + stage.random.below(4)),
    (insert) => $selection().insertText(insert),
  ),
  typeOver: replace(
    6,
    (stage) => stage.fresh(2),
    (insert) => $selection().insertText(insert),
  ),
  remove: replace(5, none, $removeSelected),
  removeAcross: replace(25, none, $removeSelected),
  split: restyle(0, () => void $splitBlock()),
  softBreak: restyle(0, () => $selection().insertLineBreak()),
  joinBlocks,
  kind: restyle(20, ({ random }) => $setBlockKind(random.pick(blockKinds))),
  list: restyle(20, ({ random }) => $toggleBlockKind(random.pick(['bullet', 'number']))),
  indent: restyle(20, ({ random }) => void $indentSelection(random.chance(0.7) ? 1 : -1)),
  format: restyle(12, ({ random }) => $selection().formatText(random.pick(['bold', 'italic', 'underline'] as const))),
  link: restyle(8, ({ random }) => $setLink(random.chance(0.7) ? `https://example.org/${random.below(3)}` : null)),
  replaceAll,
  pasteBlocks,
  pasteWords: replace(
    3,
    (stage) => stage.fresh(3),
    (insert) => $selection().insertNodes([$createTextNode(insert)]),
  ),
  reference: replace(
    3,
    (stage) => stage.freshReference(),
    (sign) => $selection().insertNodes([$createReferenceNode(referenceOfSign(sign))]),
  ),
  referencesAndWords: replace(
    6,
    (stage) => `${stage.freshReference()}${stage.fresh(2)}${stage.freshReference()}`,
    (insert) => {
      const [first, last] = [insert.slice(0, SIGN_LENGTH), insert.slice(-SIGN_LENGTH)];
      const words = $createTextNode(insert.slice(SIGN_LENGTH, -SIGN_LENGTH)).toggleFormat('bold');
      const [one, other] = [first, last].map((sign) => $createReferenceNode(referenceOfSign(sign)));
      if (one && other) $selection().insertNodes([one, words, other]);
    },
  ),
  /** Backspace and Delete beside it take it whole. */
  removeReference,
  newBlock: replace(
    0,
    (stage) => stage.fresh(2),
    (insert) => $selection().insertNodes([$createBlockNode(), $createBlockNode('h2').append($createTextNode(insert))]),
  ),
  cut,
  paste,
  moveBlock,
  dropBlock,
  clearBlock,
  typePending,
  typeLocked,
  composeStart,
  undo: ({ replica }) => {
    replica.undo.undo();
    return { type: 'history' };
  },
  redo: ({ replica }) => {
    replica.undo.redo();
    return { type: 'history' };
  },
  pause: ({ replica }) => {
    replica.undo.stopCapturing();
    return NOTHING;
  },
  remount: ({ replica }) => {
    replica.remount();
    return NOTHING;
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
