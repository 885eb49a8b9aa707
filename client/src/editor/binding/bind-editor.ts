// Keeps an editor and its Y.Text equal. The text is the only truth: what somebody does in the editor becomes its smallest
// change, and what others change is rendered into the blocks that it concerns. Rules are in BINDING.md.
//
// There are no tags to tell edits from renderings: whatever differs from what was last shown is an edit, so nothing that is
// still pending in Lexical can be lost, and nothing that was rendered is ever sent back. Characters that are shown are known
// by their identity in Yjs, so that an edit of a view that lags behind its text still goes where it was made.
import { referenceAttribute } from '@adagia/shared/text/references';
import {
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type UpdateListenerPayload,
} from 'lexical';
import type * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { $blockOf } from '../model/block-commands.ts';
import { type AttributedText, type IdRun, readAttributedText } from './attributed-text.ts';
import { CutComments } from './cut-comments.ts';
import { diffViews, type ViewDiff } from './diff-view.ts';
import { matchBlocks } from './match-blocks.ts';
import { createOffsetMap, identityMap, type OffsetMap } from './offset-map.ts';
import type { SuggestionAuthor } from './pending-marks.ts';
import { $render } from './render-view.ts';
import { changeIds } from './shown-ids.ts';
import { Suggesting } from './suggesting.ts';
import { SUGGESTION_ORIGIN } from './suggestion-undo.ts';
import { type AnswerUndo, answerUndoOf } from './undo.ts';
import { $readView, sameBlocks, sameContent, sameView, type ViewBlock } from './view-blocks.ts';
import { $readSelection, $selectRange, $withoutSelection, type TextRange } from './view-selection.ts';
import { writeChanges } from './write-changes.ts';

/** Of what references stand for: sent as everything is, and no step of undo. */
const REFERENCE_ORIGIN = Symbol('reference');

export interface BindOptions {
  /** Asked before each write; by default whether the editor is editable. What may not be written is taken back. */
  mayWrite?: () => boolean;
  /** Asked before each write: in whose name it is a suggestion; null: it is written outright. */
  suggests?: () => SuggestionAuthor | null;
  /** Called before changes of others are shown, outside of any update of Lexical's: to tell it where the caret is. */
  beforeSync?: () => void;
}

export interface Binding {
  readonly editor: LexicalEditor;
  readonly ytext: Y.Text;
  readonly undo: AnswerUndo;
  /** What the text holds, as of the last time that the editor showed it. */
  text(): AttributedText;
  /** The selection as offsets of the text; null when there is none. */
  selection(): TextRange | null;
  /** Selects offsets of the text. */
  select(range: TextRange): void;
  /** Carries offsets of the text to offsets of what is shown: they differ only while somebody composes. */
  toShown(offset: number): number;
  /** Calls back each time the editor has come to show what the text holds. @returns a function that stops it */
  onShown(listener: () => void): () => void;
  /** Throws when view and text differ: for tests. */
  check(): void;
  /** Writes what is pending and lets go of both. */
  dispose(): void;
}

export function bindEditor(editor: LexicalEditor, ytext: Y.Text, options: BindOptions = {}): Binding {
  return new EditorBinding(editor, ytext, options);
}

class EditorBinding implements Binding {
  readonly editor: LexicalEditor;
  readonly ytext: Y.Text;
  readonly undo: AnswerUndo;
  readonly #doc: Y.Doc;
  readonly #mayWrite: () => boolean;
  readonly #beforeSync: () => void;
  readonly #suggesting: Suggesting;
  readonly #cut = new CutComments();
  readonly #listeners = new Set<() => void>();
  readonly #stop: (() => void)[];
  /** What the editor shows, and the identity of each character of it. */
  #view: ViewBlock[] = [];
  #ids: readonly IdRun[] = [];
  /** What the text held when the editor last showed it. */
  #text: AttributedText;
  /** Others have written since. */
  #isStale = true;
  #isShown = false;
  #isDisposed = false;
  /** Half of an edit is written: nothing may be rendered in between. */
  #isWriting = false;
  #selectionBefore: TextRange | null = null;

  constructor(editor: LexicalEditor, ytext: Y.Text, options: BindOptions) {
    const { doc } = ytext;
    if (!doc) throw new Error('the text is in no document');
    this.editor = editor;
    this.ytext = ytext;
    this.#doc = doc;
    this.#mayWrite = options.mayWrite ?? (() => editor.isEditable());
    this.#beforeSync = options.beforeSync ?? (() => {});
    this.#text = readAttributedText(ytext);
    this.undo = answerUndoOf(ytext);
    this.#suggesting = new Suggesting(editor, ytext, options.suggests ?? (() => null));
    this.#showFirst();
    ytext.observe(this.#textChanged);
    doc.on('afterAllTransactions', this.#settle);
    this.#stop = [
      () => ytext.unobserve(this.#textChanged),
      () => doc.off('afterAllTransactions', this.#settle),
      editor.registerUpdateListener(this.#viewChanged),
      this.undo.attach({
        selection: () => this.selection(),
        select: (range) => this.select(range),
        suggests: this.#suggesting.author,
      }),
      this.#suggesting.stop,
    ];
  }

  // ── From the text ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Only takes a note: an exception or a write inside a Yjs listener would leave the document mute or mixed up. */
  readonly #textChanged = (_event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (!transaction.meta.has(this)) this.#isStale = true;
  };

  readonly #settle = () => {
    if (!this.#isStale || this.#isDisposed || this.#isWriting) return;
    this.#beforeSync();
    this.#requestSync();
  };

  /** Runs at once, or at the end of the update or listener of Lexical's that is running. */
  #requestSync(): void {
    const tag = [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
    // The browser owns the selection while somebody composes.
    if (this.editor.isComposing()) tag.push(SKIP_DOM_SELECTION_TAG);
    this.editor.update(() => this.#$sync(), { discrete: true, tag });
  }

  /** Writes what only the nodes have, then renders what only the text has. On top of whatever is pending in Lexical. */
  #$sync(): void {
    if (this.#isDisposed || !this.#isShown) return;
    const range = $readSelection();
    this.#take($readView(), range);
    if (!this.#isStale && sameBlocks(this.#view, this.#text.blocks)) return;
    const text = readAttributedText(this.ytext);
    const map = createOffsetMap(this.#ids, this.ytext, text.text);
    const matches = matchBlocks(this.#view, text.blocks, map);
    if (this.editor.isComposing() && this.#$wouldDisturb(text, matches)) return;
    const selected = range && (this.#suggesting.takeCaret() ?? mapRange(range, map));
    $withoutSelection(selected, () => {
      this.#view = $render(this.#view, text.blocks, matches);
    });
    this.#showed(text);
  }

  /** Whether the block in which somebody composes would change; then everything waits for the end of the composition. */
  #$wouldDisturb(text: AttributedText, matches: readonly number[]): boolean {
    const selection = $getSelection();
    const block = $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) : null;
    const shown = this.#view.findIndex(({ key }) => key === block?.getKey());
    const [now, next] = [this.#view[shown], text.blocks[matches.indexOf(shown)]];
    return !now || !next || !matches.includes(shown) || !sameContent(now, next);
  }

  #showFirst(): void {
    this.editor.update(
      () => {
        const shown = $readView();
        const text = readAttributedText(this.ytext);
        // Bound again: what is there stays there, with its nodes.
        const isThere = sameBlocks(shown, text.blocks);
        this.#view = $render(
          shown,
          text.blocks,
          text.blocks.map((_, index) => (isThere ? index : -1)),
        );
        this.#isShown = true;
        this.#showed(text);
      },
      { discrete: true, tag: [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
  }

  #showed(text: AttributedText): void {
    this.#text = text;
    this.#ids = text.ids;
    this.#isStale = false;
    for (const listener of this.#listeners) listener();
  }

  // ── From the view ─────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #viewChanged = ({ editorState, dirtyElements, dirtyLeaves }: UpdateListenerPayload) => {
    if (this.#isDisposed || !this.#isShown) return;
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
      const { view, range } = editorState.read(() => ({
        view: $readView(this.#unchanged(dirtyElements)),
        range: $readSelection(),
      }));
      this.#take(view, range);
    } else if (!this.#isStale) {
      this.#selectionBefore = editorState.read($readSelection);
      this.#suggesting.selected(this.#text, this.#selectionBefore);
    }
    if (!this.editor.isComposing()) this.undo.noteNoComposition();
    if (this.#isStale || !sameBlocks(this.#view, this.#text.blocks)) {
      if (!this.editor.isComposing()) this.#requestSync();
    }
  };

  #unchanged(dirty: ReadonlyMap<NodeKey, boolean>): Map<NodeKey, ViewBlock> {
    const known = new Map<NodeKey, ViewBlock>();
    for (const block of this.#view) if (!dirty.has(block.key)) known.set(block.key, block);
    return known;
  }

  /** Whatever the view has that it did not show before is an edit. */
  #take(view: ViewBlock[], range: TextRange | null): void {
    if (!sameView(this.#view, view)) {
      const caret = range && range.anchor === range.focus ? range.focus : null;
      const diff = diffViews(this.#view, view, caret);
      if (this.#mayWrite()) this.#write(diff, view);
      else this.#ids = changeIds(this.#ids, diff.changes, unwritten(diff));
      this.#view = view;
    }
    this.#selectionBefore = range;
  }

  #write(diff: ViewDiff, view: ViewBlock[]): void {
    if (diff.changes.length === 0 && !diff.last) return;
    const { ytext } = this;
    const before = this.#isStale ? readAttributedText(ytext) : this.#text;
    const map: OffsetMap = this.#isStale ? createOffsetMap(this.#ids, ytext, before.text) : identityMap();
    this.undo.noteSelection(this.#selectionBefore && mapRange(this.#selectionBefore, map));
    this.undo.noteWrite(this.editor.isComposing());
    this.#writeReferences(view);
    let inserted: IdRun[] = [];
    const author = this.#suggesting.author();
    this.#doc.transact(
      (transaction) => {
        transaction.meta.set(this, true);
        const place = { ytext, doc: this.#doc, before, map };
        inserted = this.#suggesting.write(place, diff, this.#selectionBefore) ?? writeChanges(place, diff);
        this.#cut.follow(ytext, before, diff.changes, inserted);
      },
      author ? SUGGESTION_ORIGIN : EDITOR_ORIGIN,
    );
    if (author) this.undo.noteSuggestion(before, readAttributedText(ytext), author);
    this.#ids = changeIds(this.#ids, diff.changes, inserted);
    if (this.#isStale) return;
    const text = readAttributedText(ytext);
    if (sameBlocks(view, text.blocks)) this.#showed(text);
    else this.#isStale = true;
  }

  /** What new ones stand for, before they are there. No step of anybody's undo: whoever brings one back needs it. */
  #writeReferences(view: readonly ViewBlock[]): void {
    const attributes = view.flatMap(({ runs }) => runs.flatMap(({ ref }) => (ref ? [referenceAttribute(ref)] : [])));
    const fresh = attributes.filter(([name]) => this.ytext.getAttribute(name) === undefined);
    if (fresh.length === 0) return;
    this.#isWriting = true;
    this.#doc.transact((transaction) => {
      transaction.meta.set(this, true);
      for (const [name, value] of fresh) this.ytext.setAttribute(name, value);
    }, REFERENCE_ORIGIN);
    this.#isWriting = false;
  }

  // ── For others ────────────────────────────────────────────────────────────────────────────────────────────────────

  text(): AttributedText {
    return this.#text;
  }

  selection(): TextRange | null {
    const range = this.editor.getEditorState().read($readSelection);
    if (!range || !this.#isStale) return range;
    return mapRange(range, createOffsetMap(this.#ids, this.ytext, this.ytext.toJSON()));
  }

  select(range: TextRange): void {
    this.editor.update(() => $selectRange({ anchor: this.toShown(range.anchor), focus: this.toShown(range.focus) }), {
      discrete: true,
      tag: COLLABORATION_TAG,
    });
  }

  toShown(offset: number): number {
    if (!this.#isStale) return offset;
    const map = createOffsetMap(this.#ids, this.ytext, this.ytext.toJSON());
    let shown = 0;
    const size = this.#ids.reduce((sum, run) => sum + run.length, 0);
    while (shown < size && map.at(shown) < offset) shown += 1;
    return shown;
  }

  onShown(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  check(): void {
    const view = this.editor.getEditorState().read(() => $readView());
    if (!sameBlocks(view, readAttributedText(this.ytext).blocks)) throw new Error('view and text differ');
  }

  dispose(): void {
    if (this.#isDisposed) return;
    // Settles what Lexical has pending: the listener writes it.
    this.editor.read(() => {});
    this.#isDisposed = true;
    for (const stop of this.#stop) stop();
    this.#listeners.clear();
  }
}

/** Identities for what was not written: they are nowhere in the text. */
const unwritten = (diff: ViewDiff): IdRun[] =>
  diff.changes.flatMap((change) =>
    change.type === 'insert' ? [{ client: -1, clock: 0, length: change.text.length }] : [],
  );

/** A caret stays behind what it stood behind; a selection does not grow. */
function mapRange({ anchor, focus }: TextRange, map: OffsetMap): TextRange {
  if (anchor === focus) {
    const at = map.boundary(anchor);
    return { anchor: at, focus: at };
  }
  const [from, until] = [map.at(Math.min(anchor, focus)), map.boundary(Math.max(anchor, focus))];
  const end = Math.max(from, until);
  return anchor < focus ? { anchor: from, focus: end } : { anchor: end, focus: from };
}
