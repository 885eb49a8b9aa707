// Puts a live reference at the caret, in place of the "@" and what was typed behind it.
import type { ReferenceTarget } from '@adagia/shared/references/reference-targets';
import { referenceWords } from '@adagia/shared/text/references';
import { $getSelection, $isRangeSelection } from 'lexical';
import { freshSign } from '../model/fresh-sign.ts';
import { $createReferenceNode } from '../model/reference-node.ts';
import type { EditorHandle } from './editor-workspace.ts';
import { $lineBeforeCaret, $removeBeforeCaret } from './use-caret-query.ts';

/** @param query what stands behind the "@"; another one by now leaves everything as it is */
export function insertReference({ editor, binding }: EditorHandle, target: ReferenceTarget, query: string): void {
  const ref = { sign: freshSign(binding.ytext), target: target.target, words: referenceWords(target.text) };
  binding.undo.stopCapturing();
  editor.update(
    () => {
      if (!$lineBeforeCaret()?.endsWith(`@${query}`)) return;
      $removeBeforeCaret(query.length + 1);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertNodes([$createReferenceNode(ref)]);
    },
    { discrete: true },
  );
  binding.undo.stopCapturing();
}
