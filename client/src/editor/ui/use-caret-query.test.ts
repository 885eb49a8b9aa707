// What was typed to open a menu goes when something is chosen: that, and nothing before it, whatever signs it is made of.
import { $getSelection, $isRangeSelection } from 'lexical';
import { expect, test } from 'vitest';
import { Replica } from '../binding/testing/replica.ts';
import { $selectRange } from '../binding/view-selection.ts';
import { $removeBeforeCaret } from './use-caret-query.ts';

test.each(['@list', '@🌱', '@👩‍🏫', '@é'])('%s goes as a whole, and what stands before it stays', (typed) => {
  const replica = new Replica(1);
  replica.editor.update(
    () => {
      $selectRange({ anchor: 0, focus: 0 });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(`see ${typed}`);
    },
    { discrete: true },
  );
  replica.editor.update(() => $removeBeforeCaret(typed.length), { discrete: true });
  expect(replica.ytext.toJSON()).toBe('see ');
});
