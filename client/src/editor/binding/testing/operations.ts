// What people do in an editor, at random: through Lexical, as the browser does, never through the text itself.

import { blockKinds } from '@adagia/shared/text/blocks';
import { $createTextNode, $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $indentSelection, $setBlockKind } from '../../model/block-commands.ts';
import { $createBlockNode } from '../../model/block-node.ts';
import { $setLink } from '../../model/set-link.ts';
import { $selectRange } from '../view-selection.ts';
import type { Random } from './random.ts';
import type { Replica } from './replica.ts';

/** Gives characters that occur once in a run, so that each can be followed from birth to death. */
export interface CharacterSource {
  next(count: number): string;
}

export function characterSource(): CharacterSource {
  // From the CJK blocks: about 80,000 that are one code unit and have no meaning to the editor; past that, pairs.
  let code = 0x4e00;
  return {
    next(count) {
      let text = '';
      for (let index = 0; index < count; index += 1)
        text += String.fromCodePoint((code += 1) > 0x9fff ? code + 0x16000 : code);
      return text;
    },
  };
}

export type OperationName = keyof typeof operations;

type Operation = (replica: Replica, random: Random, characters: CharacterSource) => void;

const lengthOf = (replica: Replica): number => replica.ytext.length;

function select(editor: LexicalEditor, anchor: number, focus: number, work: () => void): void {
  editor.update(
    () => {
      $selectRange({ anchor, focus });
      work();
    },
    { discrete: true },
  );
}

function atCaret(replica: Replica, random: Random, work: () => void): void {
  const at = random.below(lengthOf(replica) + 1);
  select(replica.editor, at, at, work);
}

function inRange(replica: Replica, random: Random, max: number, work: () => void): void {
  const from = random.below(lengthOf(replica) + 1);
  const until = Math.min(lengthOf(replica), from + 1 + random.below(max));
  select(replica.editor, from, until, work);
}

const $range = () => {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
};

export const operations = {
  type: (replica, random, characters) =>
    atCaret(replica, random, () => $range()?.insertText(characters.next(1 + random.below(4)))),
  typeOn: (replica, random, characters) => {
    const at = random.below(lengthOf(replica) + 1);
    for (let step = 0; step < 3; step += 1) {
      select(replica.editor, at + step, at + step, () => $range()?.insertText(characters.next(1)));
    }
  },
  remove: (replica, random) => inRange(replica, random, 5, () => $range()?.removeText()),
  removeAcross: (replica, random) => inRange(replica, random, 25, () => $range()?.removeText()),
  replace: (replica, random, characters) => inRange(replica, random, 6, () => $range()?.insertText(characters.next(2))),
  split: (replica, random) => atCaret(replica, random, () => $range()?.insertParagraph()),
  softBreak: (replica, random) => atCaret(replica, random, () => $range()?.insertLineBreak()),
  merge: (replica) => {
    const end = replica.ytext.toJSON().indexOf('\n');
    if (end >= 0) select(replica.editor, end, end + 1, () => $range()?.removeText());
  },
  kind: (replica, random) => inRange(replica, random, 20, () => $setBlockKind(random.pick(blockKinds))),
  indent: (replica, random) => inRange(replica, random, 20, () => void $indentSelection(random.chance(0.7) ? 1 : -1)),
  format: (replica, random) =>
    inRange(replica, random, 12, () => $range()?.formatText(random.pick(['bold', 'italic', 'underline'] as const))),
  link: (replica, random) =>
    inRange(replica, random, 8, () => $setLink(random.chance(0.7) ? `https://example.org/${random.below(3)}` : null)),
  paste: (replica, random, characters) =>
    inRange(replica, random, 3, () => {
      const blocks = [0, 1, 2].map(() =>
        $createBlockNode(random.pick(blockKinds)).append($createTextNode(characters.next(3))),
      );
      $range()?.insertNodes(blocks);
    }),
  comment: (replica, random) => {
    const from = random.below(lengthOf(replica) + 1);
    const length = Math.min(5, lengthOf(replica) - from);
    const name = `comment:${random.below(3)}`;
    if (length > 0) replica.doc.transact(() => replica.ytext.format(from, length, { [name]: true }), 'server');
  },
  clearBlock: (replica, random) =>
    replica.editor.update(
      () => {
        const blocks = $getRoot().getChildren();
        if (blocks.length > 1) random.pick(blocks).remove();
      },
      { discrete: true },
    ),
  undo: (replica) => void replica.undo.undo(),
  redo: (replica) => void replica.undo.redo(),
  pause: (replica) => replica.undo.stopCapturing(),
} as const satisfies Record<string, Operation>;
