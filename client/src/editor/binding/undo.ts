// Undo and redo of one person in one answer. Tracks what the editor wrote and nothing else: never what others typed, what the
// server anchored, or what Yjs tidies up. Kept as long as the document is open, also while no editor shows the answer.
import { isSuggestionKey, parseSuggestionValue } from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import type { AttributedText } from './attributed-text.ts';
import type { SuggestionAuthor } from './pending-marks.ts';
import { stepBetween } from './suggestion-step.ts';
import { SuggestionUndo } from './suggestion-undo.ts';
import type { TextRange } from './view-selection.ts';

/** Milliseconds. Keys typed faster than this are one step. */
const CAPTURE_MS = 500;
const SELECTION = 'selection';

/** Where undo finds and restores the selection: a binding. */
export interface UndoView {
  selection(): TextRange | null;
  select(range: TextRange): void;
  /** Who only suggests takes back nothing that has been accepted. */
  suggests?(): SuggestionAuthor | null;
}

interface Saved {
  anchor: Y.RelativePosition;
  focus: Y.RelativePosition;
}

export class AnswerUndo {
  readonly manager: Y.UndoManager;
  readonly #ytext: Y.Text;
  readonly #views: UndoView[] = [];
  readonly #listeners = new Set<() => void>();
  #noted: Saved | null = null;
  /** Whether the last write was of a word that is still being composed. */
  #isComposing = false;
  readonly suggestions: SuggestionUndo;

  constructor(ytext: Y.Text) {
    this.#ytext = ytext;
    this.suggestions = new SuggestionUndo(ytext);
    this.manager = new Y.UndoManager(ytext, {
      trackedOrigins: new Set([EDITOR_ORIGIN]),
      captureTimeout: CAPTURE_MS,
      deleteFilter: (item) => !isLasting(item),
    });
    this.manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(SELECTION, this.#noted);
      this.#changed();
    });
    this.manager.on('stack-item-popped', ({ stackItem }) =>
      this.#restore(stackItem.meta.get(SELECTION) as Saved | null),
    );
    this.manager.on('stack-cleared', () => this.#changed());
  }

  /** While somebody suggests, their suggestions are what is taken back. */
  get #author(): SuggestionAuthor | null {
    return this.#views.at(-1)?.suggests?.() ?? null;
  }

  get canUndo(): boolean {
    return this.#author ? this.suggestions.canUndo : this.manager.canUndo();
  }

  get canRedo(): boolean {
    return this.#author ? this.suggestions.canRedo : this.manager.canRedo();
  }

  /**
   * @param author whose suggestions, where no editor says it
   * @returns whether there was something to take back
   */
  undo(author: SuggestionAuthor | null = this.#author): boolean {
    this.noteSelection(this.#views.at(-1)?.selection() ?? null);
    if (!author) return this.manager.undo() !== null;
    return this.#told(this.suggestions.undo(author));
  }

  /** @param author whose suggestions; null: what is written outright @returns what would be taken back next, to know it again */
  lastStep(author: SuggestionAuthor | null): object | null {
    return (author ? this.suggestions.last : this.manager.undoStack.at(-1)) ?? null;
  }

  /** Takes back this step and never another one: not once something was written after it. @returns whether anything of it was left */
  undoStep(step: object, author: SuggestionAuthor | null): boolean {
    if (this.lastStep(author) !== step) return false;
    if (author) return this.#told(this.suggestions.undoLast(author));
    const { undoStack } = this.manager;
    // Yjs goes on with the step below where nothing of the last one is left.
    const below = undoStack.splice(0, undoStack.length - 1);
    const isTaken = this.undo(null);
    undoStack.unshift(...below);
    return this.#told(isTaken);
  }

  redo(): boolean {
    this.noteSelection(this.#views.at(-1)?.selection() ?? null);
    const author = this.#author;
    if (!author) return this.manager.redo() !== null;
    return this.#told(this.suggestions.redo(author));
  }

  #told(isTaken: boolean): boolean {
    this.#changed();
    return isTaken;
  }

  /** After a suggestion was written. */
  noteSuggestion(before: AttributedText, after: AttributedText, { userId }: Pick<SuggestionAuthor, 'userId'>): void {
    const step = stepBetween(this.#ytext, before, after, userId);
    if (step) this.suggestions.push(step, this.manager.captureTimeout);
    this.#changed();
  }

  /** The next edit is a step of its own. */
  stopCapturing(): void {
    this.manager.stopCapturing();
    this.suggestions.lastChange = 0;
  }

  /** For buttons: calls back when `canUndo` or `canRedo` may have changed. @returns a function that stops it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Before each write: a word that an input method composes is one step, however long somebody looks for its sign. The first
   * write of it may begin a step; the one that ends it belongs to it.
   */
  noteWrite(isComposing: boolean): void {
    this.manager.captureTimeout = this.#isComposing ? Number.POSITIVE_INFINITY : CAPTURE_MS;
    this.#isComposing = isComposing;
  }

  /** Ended without a write, or given up. */
  noteNoComposition(): void {
    this.#isComposing = false;
  }

  /** @param range in the text before the change that follows: where undo goes back to */
  noteSelection(range: TextRange | null): void {
    const at = (offset: number) => Y.createRelativePositionFromTypeIndex(this.#ytext, offset, -1);
    this.#noted = range && { anchor: at(range.anchor), focus: at(range.focus) };
  }

  /** @returns a function that takes the view away */
  attach(view: UndoView): () => void {
    this.#views.push(view);
    return () => {
      const index = this.#views.indexOf(view);
      if (index >= 0) this.#views.splice(index, 1);
    };
  }

  #restore(saved: Saved | null): void {
    this.#changed();
    const { doc } = this.#ytext;
    const view = this.#views.at(-1);
    if (!saved || !view || !doc) return;
    const anchor = Y.createAbsolutePositionFromRelativePosition(saved.anchor, doc);
    const focus = Y.createAbsolutePositionFromRelativePosition(saved.focus, doc);
    if (anchor && focus) view.select({ anchor: anchor.index, focus: focus.index });
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Marks of a pending insertion stay where they are while its characters come and go: others may have typed between them. So do marks that
 * end a suggestion, without which it would run on.
 */
export function isLasting({ content }: Y.Item): boolean {
  if (!(content instanceof Y.ContentFormat) || !isSuggestionKey(content.key)) return false;
  return content.value === null || parseSuggestionValue(content.value)?.type === 'insert';
}

const known = new WeakMap<Y.Text, AnswerUndo>();

/** One for each text; it goes with its document, whose end destroys the manager. */
export function answerUndoOf(ytext: Y.Text): AnswerUndo {
  let undo = known.get(ytext);
  if (!undo) known.set(ytext, (undo = new AnswerUndo(ytext)));
  return undo;
}

export function undoManagerOf(ytext: Y.Text): Y.UndoManager {
  return answerUndoOf(ytext).manager;
}
