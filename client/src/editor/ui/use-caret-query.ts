// Whether somebody has just typed the sign that opens a menu ("/" or "@"), and what behind it. Opens by typing only: a caret that
// comes by, a colleague's sign and a paste open nothing.
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
import { $offsetToPoint, $pointToOffset } from '../model/block-offsets.ts';
import { $readRuns } from '../model/inline-content.ts';
import { type Anchor, anchorOf } from './caret-anchor.ts';
import type { EditorHandle } from './editor-workspace.ts';

export interface OpenQuery {
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

/** Takes `length` characters before the caret away. Inside `update`. */
export function $removeBeforeCaret(length: number): void {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) : null;
  if (!$isRangeSelection(selection) || !block) return;
  // By offsets: what the browser steps over as one character may be several of the text.
  const caret = $pointToOffset(block, selection.anchor);
  const { key, offset, type } = $offsetToPoint(block, Math.max(0, caret - length));
  selection.anchor.set(key, offset, type);
  selection.removeText();
}

/** @param queryOf what is asked for in the line before the caret, null where nothing is. Outside of components, or it opens anew. */
export function useCaretQuery(
  handle: EditorHandle,
  queryOf: (line: string) => string | null,
): { open: OpenQuery | null; dismiss(): void } {
  const { editor } = handle;
  const [open, setOpen] = useState<OpenQuery | null>(null);
  const isOpen = useRef(false);
  const set = useCallback((next: OpenQuery | null) => {
    isOpen.current = next !== null;
    setOpen(next);
  }, []);
  useEffect(() => {
    const updated = ({ editorState, prevEditorState, tags, dirtyLeaves }: UpdateListenerPayload) => {
      const query = queryIn(editorState, queryOf);
      if (query === null) {
        if (isOpen.current) set(null);
        return;
      }
      const isTyped = dirtyLeaves.size > 0 && !tags.has(COLLABORATION_TAG) && !tags.has(PASTE_TAG);
      const line = editorState.read($lineBeforeCaret);
      const begins = isTyped && query === '' && prevEditorState.read($lineBeforeCaret) === line?.slice(0, -1);
      if (!isOpen.current && !begins) return;
      const anchor = anchorOf(handle);
      set(anchor && { query, anchor });
    };
    return editor.registerUpdateListener(updated);
  }, [editor, handle, set, queryOf]);
  const dismiss = useCallback(() => set(null), [set]);
  useEffect(() => {
    const root = editor.getRootElement();
    root?.addEventListener('blur', dismiss);
    return () => root?.removeEventListener('blur', dismiss);
  }, [editor, dismiss]);
  return { open, dismiss };
}

function queryIn(state: EditorState, queryOf: (line: string) => string | null): string | null {
  const line = state.read($lineBeforeCaret);
  return line === null ? null : queryOf(line);
}
