// What the toolbar shows of one editor: the formats, the kind and the link at the caret, and what undo can do.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { $getSelection, $isRangeSelection, mergeRegister } from 'lexical';
import { useMemo, useSyncExternalStore } from 'react';
import type { Observable } from '../../session/proposal-session.ts';
import { $selectedBlocks, $selectedKind } from '../model/block-commands.ts';
import type { EditorHandle } from './editor-workspace.ts';
import { $selectedLink } from './register-shortcuts.ts';

export interface ToolbarState {
  canWrite: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Null when the selected blocks differ. */
  kind: BlockKind | null;
  isBold: boolean;
  isItalic: boolean;
  isUnderline: boolean;
  isLink: boolean;
  /** The caret is in a list. */
  canIndent: boolean;
}

const NOTHING: ToolbarState = {
  canWrite: false,
  canUndo: false,
  canRedo: false,
  kind: null,
  isBold: false,
  isItalic: false,
  isUnderline: false,
  isLink: false,
  canIndent: false,
};

function $readState(): Omit<ToolbarState, 'canWrite' | 'canUndo' | 'canRedo'> {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { ...NOTHING, kind: 'paragraph' };
  return {
    kind: $selectedKind(),
    isBold: selection.hasFormat('bold'),
    isItalic: selection.hasFormat('italic'),
    isUnderline: selection.hasFormat('underline'),
    isLink: $selectedLink() !== null,
    canIndent: $selectedBlocks().some((block) => block.isListItem()),
  };
}

function watch({ editor, binding, canWrite }: EditorHandle): Observable<ToolbarState> {
  let last = NOTHING;
  const read = (): ToolbarState => ({
    ...editor.getEditorState().read($readState),
    canWrite: canWrite.get(),
    canUndo: canWrite.get() && binding.undo.canUndo,
    canRedo: canWrite.get() && binding.undo.canRedo,
  });
  return {
    get() {
      const next = read();
      const isSame = Object.entries(next).every(([name, value]) => last[name as keyof ToolbarState] === value);
      return isSame ? last : (last = next);
    },
    subscribe: (listener) =>
      mergeRegister(
        editor.registerUpdateListener(listener),
        binding.undo.subscribe(listener),
        canWrite.subscribe(listener),
      ),
  };
}

const nothing: Observable<ToolbarState> = { get: () => NOTHING, subscribe: () => () => {} };

export function useToolbarState(handle: EditorHandle | null): ToolbarState {
  const store = useMemo(() => (handle ? watch(handle) : nothing), [handle]);
  return useSyncExternalStore(store.subscribe, store.get);
}
