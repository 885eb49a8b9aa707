// Keeps an editor and its Y.Text equal. The text is the only truth: local edits become its smallest change, and what others
// change is rendered into the blocks that it concerns. Rules B1 to B9 are in BINDING.md.
//
// While somebody composes (IME, dead keys), what others wrote waits: changing the DOM would end the composition. What is
// composed is written at its end, carried over to where it belongs by then.
import { type Block, deltaToBlocks } from '@adagia/shared/text/blocks';
import {
  COLLABORATION_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { alignBlocks } from './align-blocks.ts';
import { diffText } from './diff-text.ts';
import { type Delta, endOfChange, mapThrough } from './map-offset.ts';
import { $readView, linearText, plainBlock, sameBlock, type ViewBlock } from './read-view.ts';
import { $render } from './render-view.ts';
import { $readSelection, $selectRange, type TextRange } from './view-selection.ts';
import { writeAttributes, writeSplice } from './write-text.ts';

/** On updates that bring the text into the view: they are not edits. */
export const FROM_TEXT_TAG = 'from-text';

const RENDER_TAGS = [FROM_TEXT_TAG, COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

export interface Binding {
  /** Throws when view and text differ: for tests. */
  check(): void;
  dispose(): void;
}

export function bindEditor(editor: LexicalEditor, ytext: Y.Text): Binding {
  return new EditorBinding(editor, ytext);
}

function blocksOf(ytext: Y.Text): Block[] {
  return deltaToBlocks(ytext.toDelta(), ytext.getAttributes()).map(plainBlock);
}

class EditorBinding implements Binding {
  readonly #editor: LexicalEditor;
  readonly #ytext: Y.Text;
  readonly #doc: Y.Doc;
  /** What the view showed when view and text were last equal. */
  #shown: ViewBlock[] = [];
  /** What others have changed since, oldest first. */
  #waiting: Delta[] = [];
  #caretAfterUndo: number | null = null;
  #isWriting = false;
  #isSyncing = false;
  #isDisposed = false;
  #dbg: unknown;
  readonly #stop: (() => void)[];

  constructor(editor: LexicalEditor, ytext: Y.Text) {
    this.#editor = editor;
    this.#ytext = ytext;
    const { doc } = ytext;
    if (!doc) throw new Error('the text is in no document');
    this.#doc = doc;
    this.#renderAll();
    ytext.observe(this.#textChanged);
    doc.on('afterAllTransactions', this.#settle);
    this.#stop = [
      () => ytext.unobserve(this.#textChanged),
      () => doc.off('afterAllTransactions', this.#settle),
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(FROM_TEXT_TAG)) return;
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) this.#viewChanged(editorState, dirtyElements);
        else if (this.#waiting.length > 0) this.#soon();
      }),
    ];
  }

  // ── From the text ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Only takes notes: nothing that could throw may run inside a Yjs listener. */
  readonly #textChanged = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (this.#isWriting) return;
    const delta = event.delta as Delta;
    this.#waiting.push(delta);
    if (transaction.origin instanceof Y.UndoManager) this.#caretAfterUndo = endOfChange(delta);
  };

  readonly #settle = () => {
    if (this.#waiting.length > 0 && !this.#isWriting) this.#sync();
  };

  /** Writes what is still only in the view, then shows what is only in the text. */
  #sync(): void {
    if (this.#isSyncing || this.#editor.isComposing()) return;
    this.#isSyncing = true;
    try {
      // An edit that Lexical has not settled yet: it was made on what was shown, and must not be lost.
      this.#editor.update(() => {}, { discrete: true, tag: FROM_TEXT_TAG });
      this.#write(this.#editor.getEditorState(), null);
      this.#renderText();
    } finally {
      this.#isSyncing = false;
    }
  }

  #renderText(): void {
    const blocks = blocksOf(this.#ytext);
    const before = this.#shown.map(({ block }) => block);
    const deltas = this.#waiting;
    const undoCaret = this.#caretAfterUndo;
    this.#waiting = [];
    this.#caretAfterUndo = null;
    const survivors = alignBlocks(before, blocks, deltas);
    this.#dbg = { before, survivors, deltas };
    const range = this.#editor.getEditorState().read($readSelection);
    const moved = range && undoCaret === null ? mapRange(range, deltas) : undoCaret === null ? null : at(undoCaret);
    const shown = this.#shown;
    this.#editor.update(
      () => {
        $render(shown, blocks, survivors);
        if (moved && range) $selectRange(moved);
      },
      { discrete: true, tag: RENDER_TAGS },
    );
    this.#takeView(blocks);
  }

  #renderAll(): void {
    const blocks = blocksOf(this.#ytext);
    this.#editor.update(
      () => {
        const shown = $readView(new Map());
        $render(
          shown,
          blocks,
          blocks.map(() => -1),
        );
      },
      { discrete: true, tag: RENDER_TAGS },
    );
    this.#takeView(blocks);
  }

  /** After rendering: what is shown is what the text says. A view that could not show it would be a bug. */
  #takeView(blocks: readonly Block[]): void {
    this.#shown = this.#editor.getEditorState().read(() => $readView(new Map()));
    if (!isSame(this.#shown, blocks))
      throw new Error(
        'the view could not be made equal to the text' + JSON.stringify([this.#shown, blocks, this.#dbg]),
      );
  }

  // ── From the view ─────────────────────────────────────────────────────────────────────────────────────────────────

  #viewChanged(state: EditorState, dirty: ReadonlyMap<NodeKey, boolean>): void {
    if (this.#isSyncing) return;
    // Others have written meanwhile: both sides meet when the composition is over.
    if (this.#waiting.length > 0) return this.#soon();
    this.#write(state, dirty);
    // Something that an answer cannot hold was put into the view.
    if (!isSame(this.#shown, blocksOf(this.#ytext))) this.#soon();
  }

  /** Inside one of Lexical's listeners an update would wait for its end: then it is not done when we read the view. */
  #soon(): void {
    queueMicrotask(() => {
      if (!this.#isDisposed) this.#sync();
    });
  }

  /** @param dirty blocks that may have changed, null for all */
  #write(state: EditorState, dirty: ReadonlyMap<NodeKey, boolean> | null): void {
    const known = new Map(
      this.#shown.filter(({ key }) => dirty !== null && !dirty.has(key)).map(({ key, block }) => [key, block]),
    );
    const { view, range } = state.read(() => ({ view: $readView(known), range: $readSelection() }));
    const before = this.#shown.map(({ block }) => block);
    const after = view.map(({ block }) => block);
    if (before.length === after.length && before.every((block, index) => same(block, after[index]))) {
      this.#shown = view;
      return;
    }
    this.#isWriting = true;
    try {
      this.#doc.transact(() => this.#change(before, after, range), EDITOR_ORIGIN);
    } finally {
      this.#isWriting = false;
    }
    // What others wrote meanwhile is not in the view yet: the caller renders it.
    if (this.#waiting.length === 0) this.#shown = view;
  }

  #change(before: readonly Block[], after: readonly Block[], range: TextRange | null): void {
    const splice = diffText(linearText(before), linearText(after), range?.focus ?? null);
    if (this.#waiting.length === 0) {
      if (splice) writeSplice(this.#ytext, splice, after, splice.at);
      return writeAttributes(this.#ytext, after);
    }
    // The text has moved on: characters go where they belong now; formats given in that moment give way to the others'.
    if (!splice) return;
    const from = mapThrough(splice.at, this.#waiting, 'after');
    const until = Math.max(from, mapThrough(splice.at + splice.remove, this.#waiting, 'before'));
    writeSplice(this.#ytext, { ...splice, at: from, remove: 0 }, after, splice.at);
    this.#deleteStill(splice.at, splice.remove, from, until, splice.insert.length);
  }

  /** Of a removed stretch only what is still there and was seen: what others typed into it meanwhile stays. */
  #deleteStill(at: number, length: number, from: number, until: number, inserted: number): void {
    if (length === 0 || until <= from) return;
    for (let offset = at + length - 1; offset >= at; offset -= 1) {
      const here = mapThrough(offset, this.#waiting, 'after');
      const next = mapThrough(offset + 1, this.#waiting, 'before');
      if (next - here === 1) this.#ytext.delete(here + inserted, 1);
    }
  }

  check(): void {
    const view = this.#editor.getEditorState().read(() => $readView(new Map()));
    if (!isSame(view, blocksOf(this.#ytext))) throw new Error('view and text differ');
  }

  dispose(): void {
    this.#sync();
    this.#isDisposed = true;
    for (const stop of this.#stop) stop();
  }
}

const at = (offset: number): TextRange => ({ anchor: offset, focus: offset });

function mapRange({ anchor, focus }: TextRange, deltas: readonly Delta[]): TextRange {
  if (anchor === focus) return at(mapThrough(anchor, deltas, 'before'));
  const isForward = anchor < focus;
  return {
    anchor: mapThrough(anchor, deltas, isForward ? 'after' : 'before'),
    focus: mapThrough(focus, deltas, isForward ? 'before' : 'after'),
  };
}

const same = (a: Block, b: Block | undefined): boolean => b !== undefined && sameBlock(a, b);

function isSame(view: readonly ViewBlock[], blocks: readonly Block[]): boolean {
  return view.length === blocks.length && view.every(({ block }, index) => same(block, blocks[index]));
}
