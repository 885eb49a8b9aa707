// Copy, cut, paste and drop of one editor. Moving words within an answer takes their comments along: the binding sees to it.

import { must } from '@adagia/shared/assert';
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import {
  $addUpdateTag,
  $createRangeSelection,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_NORMAL,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import { type ReferenceSource, referenceSourceOf } from '../../session/reference-source.ts';
import type { Binding } from '../binding/bind-editor.ts';
import { $blockOf } from '../model/block-commands.ts';
import { $createBlockNodes } from '../model/editor-config.ts';
import { adoptReferences } from './adopt-references.ts';
import { BLOCKS_TYPE, setClipboardBlocks } from './clipboard-data.ts';
import { isTooLong, type Pasted, readClipboard } from './read-clipboard.ts';
import { sliceBlocks } from './slice-blocks.ts';

/** Told after each paste; `isRefused` when it was too much to take. */
export type PasteListener = (pasted: Pasted, isRefused: boolean) => void;

export function registerClipboard(editor: LexicalEditor, binding: Binding, onPaste: PasteListener): () => void {
  const clipboard = new EditorClipboard(editor, binding, onPaste);
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => clipboard.keyPressed(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(COPY_COMMAND, (event) => clipboard.copy(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(CUT_COMMAND, (event) => clipboard.cut(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(PASTE_COMMAND, (event) => clipboard.paste(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(DRAGSTART_COMMAND, (event) => clipboard.drag(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(DROP_COMMAND, (event) => clipboard.drop(event), COMMAND_PRIORITY_NORMAL),
  );
}

/** Words of this page are being dragged: a browser drags one thing at a time, into whichever of its windows. */
let isDraggedHere = false;

class EditorClipboard {
  readonly #editor: LexicalEditor;
  readonly #binding: Binding;
  readonly #onPaste: PasteListener;
  readonly #references: ReferenceSource;
  #isNextPlain = false;

  constructor(editor: LexicalEditor, binding: Binding, onPaste: PasteListener) {
    this.#editor = editor;
    this.#binding = binding;
    this.#onPaste = onPaste;
    this.#references = referenceSourceOf(must(binding.ytext.doc));
  }

  /** Not every browser leaves the HTML out of what Mod+Shift+V pastes. */
  keyPressed({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): false {
    this.#isNextPlain = key.toLowerCase() === 'v' && (ctrlKey || metaKey) && shiftKey;
    return false;
  }

  #selected(): Block[] | null {
    const range = this.#binding.selection();
    if (!range || range.anchor === range.focus) return null;
    const [from, until] = [Math.min(range.anchor, range.focus), Math.max(range.anchor, range.focus)];
    const { ytext } = this.#binding;
    return sliceBlocks(deltaToBlocks(ytext.toDelta() as DeltaOp[], ytext.getAttributes(), 'raw'), from, until);
  }

  copy(event: unknown): boolean {
    const data = event instanceof ClipboardEvent ? event.clipboardData : null;
    const blocks = data && this.#selected();
    if (!data || !blocks) return false;
    (event as ClipboardEvent).preventDefault();
    setClipboardBlocks(data, blocks, this.#references.read);
    return true;
  }

  cut(event: unknown): boolean {
    if (!this.#editor.isEditable() || !this.copy(event)) return false;
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.removeText();
    return true;
  }

  paste(event: unknown): boolean {
    const data = event instanceof ClipboardEvent ? event.clipboardData : null;
    if (!data || !this.#editor.isEditable()) return false;
    const pasted = readClipboard(data, this.#isNextPlain);
    this.#isNextPlain = false;
    (event as ClipboardEvent).preventDefault();
    if (pasted) this.#insert(pasted);
    return true;
  }

  #insert(pasted: Pasted): void {
    const isRefused = isTooLong(pasted.blocks);
    if (!isRefused && pasted.blocks.length > 0) {
      $addUpdateTag(PASTE_TAG);
      const blocks = adoptReferences(pasted.blocks, this.#binding.ytext, this.#references.get());
      $insertBlocks({ ...pasted, blocks });
    }
    this.#binding.undo.stopCapturing();
    this.#onPaste(pasted, isRefused);
  }

  /** Lexical marks the editor as the source of the drag; the words go in our own form. */
  drag(event: DragEvent): boolean {
    const blocks = this.#selected();
    if (!blocks || !event.dataTransfer) return false;
    setClipboardBlocks(event.dataTransfer, blocks, this.#references.read);
    isDraggedHere = true;
    addEventListener('dragend', () => (isDraggedHere = false), { once: true, capture: true });
    return false;
  }

  /**
   * What comes from elsewhere goes where it is dropped, from another window with its references adopted as when it is pasted; what
   * comes from an editor of this page is Lexical's to move.
   */
  drop(event: DragEvent): boolean {
    const data = event.dataTransfer;
    if (!data || !this.#editor.isEditable()) return false;
    if (isDraggedHere && data.types.includes(BLOCKS_TYPE)) return false;
    const pasted = readClipboard(data, false);
    event.preventDefault();
    if (!pasted) return true;
    $selectPoint(event);
    this.#insert(pasted);
    return true;
  }
}

function $selectPoint({ clientX, clientY }: DragEvent): void {
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  if (!range) return;
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  $setSelection(selection);
}

/** Lines of plain text that are pasted into a list are items of it. */
function $insertBlocks({ blocks, source }: Pasted): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const into = $blockOf(selection.anchor.getNode());
  const isListOfLines = source === 'plain' && into?.isListItem() === true;
  const type = isListOfLines && into ? { kind: into.getKind(), indent: into.getIndent() } : null;
  $insertNodes($createBlockNodes(type ? blocks.map((block) => ({ ...block, ...type })) : blocks));
}
