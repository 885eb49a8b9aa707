// How the text at the caret looks, for the pressed buttons of the toolbar.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { $isLinkNode } from '@lexical/link';
import { $getSelection, $isRangeSelection } from 'lexical';
import { useMemo, useSyncExternalStore } from 'react';
import { $selectedKind } from '../model/block-commands.ts';
import type { ActiveEditor } from './active-editor.ts';

export interface CaretStyle {
  /** null when the selected blocks differ. */
  kind: BlockKind | null;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  isLink: boolean;
}

const plain: CaretStyle = { kind: 'paragraph', bold: false, italic: false, underline: false, isLink: false };

function $readStyle(): CaretStyle {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return plain;
  return {
    kind: $selectedKind(),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    isLink: selection.anchor.getNode().getParents().some($isLinkNode),
  };
}

const sameStyle = (a: CaretStyle, b: CaretStyle): boolean =>
  (Object.keys(a) as (keyof CaretStyle)[]).every((name) => a[name] === b[name]);

/** Kept between two readings, so that React sees the same value while nothing changes. */
function styleStore(active: ActiveEditor | null) {
  let shown = plain;
  return {
    get: () => {
      const next = active ? active.editor.getEditorState().read($readStyle) : plain;
      if (!sameStyle(shown, next)) shown = next;
      return shown;
    },
    subscribe: (listener: () => void) => active?.editor.registerUpdateListener(listener) ?? (() => undefined),
  };
}

export function useCaretStyle(active: ActiveEditor | null): CaretStyle {
  const store = useMemo(() => styleStore(active), [active]);
  return useSyncExternalStore(store.subscribe, store.get);
}
