// Whether somebody has just typed "/" at the start of a line, and what behind it. Opens by typing only: a caret that comes
// by, a colleague's "/" and a paste open nothing.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';
import {
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  type EditorState,
  PASTE_TAG,
  type UpdateListenerPayload,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $blockOf } from '../model/block-commands.ts';
import { $pointToOffset } from '../model/block-offsets.ts';
import { $readRuns } from '../model/inline-content.ts';
import { type Anchor, anchorOf } from './caret-anchor.ts';
import type { EditorHandle } from './editor-workspace.ts';
import { slashQuery } from './slash-items.ts';

export interface OpenSlash {
  query: string;
  anchor: Anchor;
}

/** The text of the line before the caret. Inside `read` or `update`. */
export function $lineBeforeCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = $blockOf(selection.anchor.getNode());
  if (!block) return null;
  const text = $readRuns(block)
    .map((run) => run.text)
    .join('')
    .slice(0, $pointToOffset(block, selection.anchor));
  return text.slice(text.lastIndexOf(SOFT_BREAK) + 1);
}

function queryOf(state: EditorState): string | null {
  const line = state.read($lineBeforeCaret);
  return line === null ? null : slashQuery(line);
}

export function useSlash(handle: EditorHandle): { open: OpenSlash | null; dismiss(): void } {
  const { editor } = handle;
  const [open, setOpen] = useState<OpenSlash | null>(null);
  const isOpen = useRef(false);
  const set = useCallback((next: OpenSlash | null) => {
    isOpen.current = next !== null;
    setOpen(next);
  }, []);
  useEffect(() => {
    const updated = ({ editorState, prevEditorState, tags, dirtyLeaves }: UpdateListenerPayload) => {
      const query = queryOf(editorState);
      if (query === null) {
        if (isOpen.current) set(null);
        return;
      }
      const isTyped = dirtyLeaves.size > 0 && !tags.has(COLLABORATION_TAG) && !tags.has(PASTE_TAG);
      const begins = isTyped && query === '' && prevEditorState.read($lineBeforeCaret) === '';
      if (!isOpen.current && !begins) return;
      const anchor = anchorOf(handle);
      set(anchor && { query, anchor });
    };
    return editor.registerUpdateListener(updated);
  }, [editor, handle, set]);
  const dismiss = useCallback(() => set(null), [set]);
  useEffect(() => {
    const root = editor.getRootElement();
    root?.addEventListener('blur', dismiss);
    return () => root?.removeEventListener('blur', dismiss);
  }, [editor, dismiss]);
  return { open, dismiss };
}
